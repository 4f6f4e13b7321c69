package report

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/library"
)

// five is how many people count at a time in what managers read: whatever two of their reports differ by, it is whole
// groups of so many.
const five = 5

// firsts are the first attempts that people have finished, in the order in which they did. The list is in that order.
func firsts[T any](ended []T, of func(*T) *attempt.Summary) (list []*T) {
	met := map[uuid.UUID]bool{}
	for i := range ended {
		s := of(&ended[i])
		if s.Status == attempt.Completed && !met[s.Account] {
			met[s.Account] = true
			list = append(list, &ended[i])
		}
	}
	return list
}

// placing answers who comes next, five at a time: of the first attempts that people have finished, those of people who
// have no place yet.
func placing(ended []attempt.Summary) func(taken []uuid.UUID) []uuid.UUID {
	return func(taken []uuid.UUID) []uuid.UUID {
		placed := map[uuid.UUID]bool{}
		for i := range ended {
			if slices.Contains(taken, ended[i].Attempt) {
				placed[ended[i].Account] = true
			}
		}
		var next []uuid.UUID
		for _, s := range firsts(ended, itself) {
			if !placed[s.Account] {
				next = append(next, s.Attempt)
			}
		}
		return next[:len(next)/five*five]
	}
}

func itself(s *attempt.Summary) *attempt.Summary { return s }

// counted are the attempts that managers read of: those of groups in which nobody is missing.
func counted(ended []attempt.Summary, places []uuid.UUID) (list []attempt.Summary) {
	by := map[uuid.UUID]*attempt.Summary{}
	for i := range ended {
		by[ended[i].Attempt] = &ended[i]
	}
	for group := range slices.Chunk(places, five) {
		if len(group) < five || slices.ContainsFunc(group, func(a uuid.UUID) bool { return by[a] == nil }) {
			continue
		}
		for _, a := range group {
			list = append(list, *by[a])
		}
	}
	return list
}

// forManager are the attempts of a version that a manager reads of, after whoever can has been given a place.
func (r *Reader) forManager(
	ctx context.Context, in cohort.Scope, id uuid.UUID, ref library.Ref, ended []attempt.Summary, taken []uuid.UUID,
) ([]attempt.Summary, error) {
	add := placing(ended)
	if len(add(taken)) > 0 {
		var err error
		if taken, err = r.records.AddPlaces(ctx, in, id, ref, add); err != nil {
			return nil, err
		}
	}
	return counted(ended, taken), nil
}
