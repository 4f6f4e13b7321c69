package attempt

import (
	"context"
	"iter"

	"casebook/internal/account"
)

// SumUp gives a summary to those attempts among some that have ended and have none, and a course to those summaries that
// have none. It goes on past one that cannot be played again, and answers how many it summed up and the first error
// that it met.
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
	var late Course
	_, err := s.turn(ctx, account.Account{ID: a.Account}, a.ID, take, func(t *turn) error {
		if t.Status == InProgress || t.Summary.Course != "" {
			return nil
		}
		made, err := t.summary()
		if t.Summary == (Summary{}) {
			t.Summary = made
		} else {
			late = made.Course
		}
		return err
	})
	if err != nil || late == "" {
		return err
	}
	return s.store.AddCourse(ctx, a.Account, a.ID, late)
}
