package attempt

import (
	"context"
	"iter"

	"casebook/internal/account"
)

// SumUp gives a summary to those attempts among some that have ended and have none. It goes on past one that cannot be
// played again, and answers how many it summed up and the first error that it met.
func (s *Service) SumUp(ctx context.Context, attempts iter.Seq2[Attempt, error]) (done int, first error) {
	for a, err := range attempts {
		if err == nil {
			err = s.sumUp(ctx, &a)
		}
		switch {
		case err == nil:
			done++
		case first == nil:
			first = err
		}
		if err := ctx.Err(); err != nil {
			return done, err
		}
	}
	return done, first
}

func (s *Service) sumUp(ctx context.Context, a *Attempt) error {
	_, err := s.turn(ctx, account.Account{ID: a.Account}, a.ID, take, func(t *turn) (err error) {
		if t.Status != InProgress && t.Summary == (Summary{}) {
			t.Summary, err = t.summary()
		}
		return err
	})
	return err
}
