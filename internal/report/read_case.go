package report

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/library"
)

// Case tells how a cohort found its way through a case. To a manager, whatever they pick, it tells of groups of five
// alone.
func (r *Reader) Case(ctx context.Context, by account.Account, id uuid.UUID, ref library.Ref, p CasePick) (Case, error) {
	in := cohort.Figures(by)
	sheet, err := r.records.CohortCase(ctx, in, id, ref)
	if err != nil {
		return Case{}, err
	}
	v, err := r.versions.Find(ctx, ref)
	if err != nil {
		return Case{}, err
	}
	e, err := newEdition(v)
	if err != nil {
		return Case{}, err
	}
	a := analysis{edition: e, view: viewOf(sheet.Post)}
	out := Case{CaseName: caseName(v), View: a.view, Cohort: sheet.Cohort, At: r.now(), Attempts: First, Baseline: e.baseline}
	ended := sheet.Ended
	if a.view == Figures {
		if ended, err = r.forManager(ctx, in, id, ref, ended, sheet.Places); err != nil {
			return Case{}, err
		}
	} else {
		out.Attempts, ended = p.of(ended)
	}
	a.add(ended)
	a.tell(&out, r.versions.Registers())
	return out, nil
}

// of are the attempts that a trainer counts, of a list that nobody else needs.
func (p CasePick) of(ended []attempt.Summary) (Which, []attempt.Summary) {
	which := All
	if p.Attempts == First {
		which = First
		var list []attempt.Summary
		for _, s := range firsts(ended, itself) {
			list = append(list, *s)
		}
		ended = list
	}
	return which, slices.DeleteFunc(ended, func(s attempt.Summary) bool {
		return s.EndedAt.Before(p.From) || !p.To.IsZero() && !s.EndedAt.Before(p.To)
	})
}
