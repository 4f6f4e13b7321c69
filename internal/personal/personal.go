// Package personal is what people may ask of whoever keeps data about them: to have all of it, to be erased, to lose
// their name after a time, and to know who has seen their work.
package personal

import (
	"context"
	"iter"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/fault"
	"casebook/internal/library"
)

// Store keeps what is about people.
type Store interface {
	// Standing tells what somebody holds; a fault of kind NotFound of whoever is not there.
	Standing(ctx context.Context, of uuid.UUID) (Standing, error)
	// Erase removes somebody and all that is theirs and notes it in the ledger, in one transaction. It refuses what
	// Standing.Refusal refuses, as things stand then.
	Erase(ctx context.Context, by, of uuid.UUID) error
	// Ledger goes through all erasures, the first first.
	Ledger(ctx context.Context) iter.Seq2[Erasure, error]
	// Holdings is what is kept of somebody beside their attempts.
	Holdings(ctx context.Context, of uuid.UUID) (Holdings, error)

	// Entries are those of the audit trail that a filter picks, the last first.
	Entries(ctx context.Context, f Filter) ([]audit.Entry, error)
	// Names are what accounts, cohorts and attempts are called, of those that are there.
	Names(ctx context.Context, of []uuid.UUID) (map[uuid.UUID]Name, error)

	// Traces are what a cohort's attempts have left under a name, and the cohort's retention in days.
	Traces(ctx context.Context, scope cohort.Scope, id uuid.UUID) (Retained, error)

	// Attempt and Attempts are those of attempt.Store.
	Attempt(ctx context.Context, owner, id uuid.UUID) (attempt.Attempt, error)
	Attempts(ctx context.Context, owner, before uuid.UUID, most int) ([]attempt.Attempt, error)
}

// Debriefs tells ended attempts to those whose they are.
type Debriefs interface {
	Debrief(ctx context.Context, by account.Account, id uuid.UUID) (attempt.Debrief, error)
}

// Library hands out published versions.
type Library interface {
	Find(ctx context.Context, ref library.Ref) (*library.Version, error)
}

// Passwords refuses a password that is not an account's.
type Passwords interface {
	Prove(ctx context.Context, by account.Account, password string) error
}

// Service answers what people ask of their own data.
type Service struct {
	store     Store
	debriefs  Debriefs
	library   Library
	passwords Passwords
	file      *File // may be nil
	now       func() time.Time
}

// New makes a service; now answers in UTC. file, which may be nil, is told of each erasure.
func New(store Store, debriefs Debriefs, lib Library, passwords Passwords, file *File, now func() time.Time) *Service {
	return &Service{store, debriefs, lib, passwords, file, now}
}

// adminsOnly refuses what only an admin does.
func adminsOnly(by account.Account) error {
	if by.Role == account.Admin {
		return nil
	}
	return fault.New(fault.Forbidden, "admins_only", fault.Text{
		FR: "Seuls les administrateurs font cela. Adressez-vous à l’un d’eux.",
		EN: "Only admins do this. Turn to one of them.",
	})
}
