package cohort

import (
	"context"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// Join enrols somebody with an invitation's code. A guest becomes the person that they say they are, if there is a seat
// for them, and keeps their attempts and the login that is named. Who is in the cohort already takes no seat.
func (s *Service) Join(
	ctx context.Context, by account.Account, login uuid.UUID, code, from string, self account.Particulars,
) (Held, error) {
	digest, ok := digestOf(code)
	if !ok {
		return Held{}, s.wrongCode(ctx, from)
	}
	who := Comer{Account: by.ID, At: s.now(), Login: login}
	if by.Kind == account.Guest {
		if _, err := s.LookAt(ctx, by, code, from); err != nil {
			return Held{}, err // before a password is hashed for nothing
		}
		become, err := s.accounts.Becoming(ctx, by, self)
		if err != nil {
			return Held{}, err
		}
		who.Become = become
	}
	h, err := s.store.Join(ctx, digest, who, s.refuse)
	if fault.Is(err, fault.NotFound) {
		return Held{}, s.wrongCode(ctx, from)
	}
	return h, err
}
