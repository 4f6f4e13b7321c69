package attempt

import (
	"context"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/cohort"
	"casebook/internal/fault"
)

// Assignments says who may begin what under an assignment.
type Assignments interface {
	// MayBegin finds the assignment that somebody is about to begin in a language, and which of their attempts under it
	// that will be, or says why they may not. Rivals may be told the same ordinal.
	MayBegin(ctx context.Context, by account.Account, assignment uuid.UUID, lang string) (cohort.Assignment, int, error)
}

// rivals is how often a beginning that met another one of the same account's is tried.
const rivals = 4

// BeginAssigned begins what is assigned to somebody, in the assignment's version. Of two beginnings at once that are told
// the same ordinal the store keeps one; the other asks again, and may find that no attempt is left.
func (s *Service) BeginAssigned(
	ctx context.Context, by account.Account, given Assignments, id uuid.UUID, lang string, timing Timing,
) (view View, err error) {
	for range rivals {
		var a cohort.Assignment
		var ordinal int
		if a, ordinal, err = given.MayBegin(ctx, by, id, lang); err != nil {
			return View{}, err
		}
		view, err = s.beginUnder(ctx, by, a, ordinal, lang, timing)
		if f, refused := fault.From(err); !refused || f.Code != "raced" {
			break
		}
	}
	return view, err
}

func (s *Service) beginUnder(
	ctx context.Context, by account.Account, a cohort.Assignment, ordinal int, lang string, timing Timing,
) (View, error) {
	v, err := s.library.Find(ctx, a.Scenario)
	if err != nil {
		return View{}, err
	}
	return s.begin(ctx, by, v, Under{Assignment: a.ID, Cohort: a.Cohort, Ordinal: ordinal, Learning: a.Learning}, lang, timing)
}
