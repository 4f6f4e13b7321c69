package personal

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// Standing is what somebody holds, and what hangs on them alone.
type Standing struct {
	Account    account.Account
	Attempts   int
	Enrolments int      // in cohorts that they have not left
	LastAdmin  bool     // there is no other admin
	LastIn     []string // the active cohorts that have no other trainer, by name
}

// Refusal says why somebody cannot be erased as they stand; nil when they can.
func (s *Standing) Refusal() error {
	switch {
	case s.LastAdmin:
		return account.LastAdmin()
	case len(s.LastIn) > 0:
		return fault.New(fault.Conflict, "last_trainer", fault.Text{
			FR: "Personne d’autre ne forme dans : %s. Ajoutez-y d’abord quelqu’un comme formateur ou formatrice, ou archivez la promotion.",
			EN: "Nobody else is a trainer of: %s. Add another trainer first, or archive the cohort.",
		}, strings.Join(s.LastIn, ", "))
	default:
		return nil
	}
}

// Erasure is an entry of the ledger: who was erased, by id alone, and when.
type Erasure struct {
	Account uuid.UUID
	At      time.Time
}

// Proof is what somebody gives to show that they mean it: a password, or, of whoever has none, a word.
type Proof struct{ Password, Word string }

// Words are what is typed in place of a password, in either language.
var Words = fault.Text{FR: "EFFACER", EN: "ERASE"}

// Preview tells what would go with somebody: oneself, or anybody when an admin asks.
func (s *Service) Preview(ctx context.Context, by account.Account, of uuid.UUID) (Standing, error) {
	if err := mayErase(by, of); err != nil {
		return Standing{}, err
	}
	return s.store.Standing(ctx, of)
}

// Erase removes somebody and all that is theirs, for good: oneself, or anybody when an admin was asked to.
// The proof is that of who acts.
func (s *Service) Erase(ctx context.Context, by account.Account, of uuid.UUID, p Proof) error {
	if err := mayErase(by, of); err != nil {
		return err
	}
	if err := s.proved(ctx, by, p); err != nil {
		return err
	}
	if err := s.store.Erase(ctx, by.ID, of); err != nil {
		return err
	}
	return s.file.CatchUp(ctx, s.store)
}

func mayErase(by account.Account, of uuid.UUID) error {
	if by.ID == of {
		return nil
	}
	return adminsOnly(by)
}

func (s *Service) proved(ctx context.Context, by account.Account, p Proof) error {
	if by.Password != "" {
		return s.passwords.Prove(ctx, by, p.Password)
	}
	said := strings.ToUpper(strings.TrimSpace(p.Word))
	if said == Words.FR || said == Words.EN {
		return nil
	}
	return fault.New(fault.Invalid, "word_missing", fault.Text{
		FR: "Rien n’a été effacé. Pour confirmer, tapez le mot « %s ».",
		EN: "Nothing was erased. To confirm, type the word “%s”.",
	}, Words)
}
