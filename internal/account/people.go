package account

import (
	"context"
	"time"

	"github.com/google/uuid"

	"casebook/internal/fault"
)

// MostListed is how many people a page shows at most.
const MostListed = 100

// People lists people for an admin, a page at a time; next is where the following page begins, the zero Place after the
// last.
func (s *Service) People(ctx context.Context, by Account, search string, after Place) (list []Listed, next Place, err error) {
	scope, err := Everybody(by)
	if err != nil {
		return nil, next, err
	}
	list, err = s.store.People(ctx, scope, search, after, MostListed+1)
	if err == nil && len(list) > MostListed {
		list = list[:MostListed]
		last := list[MostListed-1]
		next = Place{FoldedEntry(last.Name, last.Email), last.ID}
	}
	return list, next, err
}

// Change is what an admin changes of an account; what is nil stays.
type Change struct {
	Role   *Role
	Closed *bool
}

// ChangePerson changes somebody's role, or closes or reopens their account. Their logins end.
func (s *Service) ChangePerson(ctx context.Context, by Account, id uuid.UUID, c Change) (Account, error) {
	scope, err := Everybody(by)
	if err != nil {
		return Account{}, err
	}
	return s.store.ChangeAccount(ctx, scope, id, uuid.Nil, func(a *Account) error {
		if a.Kind != Person {
			return fault.New(fault.NotFound, "unknown_account", fault.Text{
				FR: "Il n’y a personne sous ce compte.", EN: "There is nobody behind this account.",
			})
		}
		if c.Role != nil {
			a.Role = *c.Role
		}
		switch {
		case c.Closed == nil:
		case !*c.Closed:
			a.ClosedAt = time.Time{}
		case a.ClosedAt.IsZero():
			a.ClosedAt = s.now()
		}
		return nil
	})
}

// EndLoginsOf ends all logins of somebody, for an admin.
func (s *Service) EndLoginsOf(ctx context.Context, by Account, id uuid.UUID) error {
	scope, err := Everybody(by)
	if err != nil {
		return err
	}
	return s.store.EndLogins(ctx, scope, id, uuid.Nil)
}
