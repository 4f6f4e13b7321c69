package cohort

import (
	"context"
	"time"

	"casebook/internal/account"
	"casebook/internal/library"
)

// Store keeps cohorts and what hangs on them, each for the scope that it is asked through: a cohort that is not in it
// is a fault of kind NotFound. What changes is told to the audit trail in the same transaction.
type Store interface {
	Groups
	Rolls
	Invitations
	Assignments
	Notices
}

// Library hands out published versions, and says which can be given to a cohort. An unknown one is a fault of kind
// NotFound.
type Library interface {
	Find(ctx context.Context, ref library.Ref) (*library.Version, error)
	Assignable(ctx context.Context) ([]library.Edition, error)
}

// Service leads cohorts, for those who may.
type Service struct {
	store    Store
	library  Library
	accounts Accounts
	limits   account.Limits
	now      func() time.Time
}

// New makes a service; now answers in UTC, to the microsecond.
func New(store Store, lib Library, accounts Accounts, limits account.Limits, now func() time.Time) *Service {
	return &Service{store, lib, accounts, limits, now}
}
