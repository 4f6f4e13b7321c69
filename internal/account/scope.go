package account

import (
	"github.com/google/uuid"

	"casebook/internal/fault"
)

// Scope is through whose eyes accounts are seen. One that is not in it is not there: a fault of kind NotFound.
type Scope struct {
	Account  uuid.UUID
	Trainees bool // those of the cohorts that Account is a trainer of, as long as they are enrolled
	All      bool // everybody who has signed up: an admin's
}

// Everybody is the scope of whoever looks after accounts; only an admin does.
func Everybody(by Account) (Scope, error) {
	if by.Role != Admin {
		return Scope{}, fault.New(fault.Forbidden, "admins_only", fault.Text{
			FR: "Seuls les administrateurs gèrent les comptes. Adressez-vous à l’un d’eux.",
			EN: "Only admins look after accounts. Turn to one of them.",
		})
	}
	return Scope{Account: by.ID, All: true}, nil
}

// Charges is the scope of whoever hands a link over: an admin to anybody, a trainer to their trainees.
func Charges(by Account) Scope {
	return Scope{Account: by.ID, Trainees: by.Role == Trainer || by.Role == Admin, All: by.Role == Admin}
}

// Own is the scope of whoever sees to their own account.
func Own(by Account) Scope { return Scope{Account: by.ID} }
