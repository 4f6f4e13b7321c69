package attempt

import (
	"context"

	"github.com/google/uuid"

	"casebook/internal/account"
)

// MostListed is how many attempts a page of the list holds at most.
const MostListed = 100

// List lists one's own attempts, the last begun first: so many at most, of those begun before another unless that is
// uuid.Nil. When there are more, next is what the following page comes before.
func (s *Service) List(ctx context.Context, by account.Account, before uuid.UUID, most int) (list []Listed, next uuid.UUID, err error) {
	most = min(max(1, most), MostListed)
	attempts, err := s.store.Attempts(ctx, by.ID, before, most+1)
	if err != nil {
		return nil, uuid.Nil, err
	}
	if len(attempts) > most {
		attempts = attempts[:most]
		next = attempts[most-1].ID
	}
	list = make([]Listed, len(attempts))
	for i := range attempts {
		v, err := s.library.Find(ctx, attempts[i].Scenario)
		if err != nil {
			return nil, uuid.Nil, err
		}
		t, err := takeUp(&attempts[i], v)
		if err != nil {
			return nil, uuid.Nil, err
		}
		list[i] = listed(t)
	}
	return list, next, nil
}
