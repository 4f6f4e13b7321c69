package store

import (
	"fmt"
	"slices"

	"casebook/internal/attempt"
)

// changed runs change on a copy of an attempt, and answers what is to be kept in its place. Nothing is written.
func (r *keptAttempt) changed(change func(*attempt.Attempt) error) (after keptAttempt, err error) {
	a := r.copied()
	if err := change(&a); err != nil {
		return keptAttempt{}, asIs{err}
	}
	if err := r.precedes(&a); err != nil {
		return keptAttempt{}, err
	}
	return keptOf(a, r)
}

// precedes refuses what no change may do. It is a mistake of the program, not of a person.
func (r *keptAttempt) precedes(a *attempt.Attempt) error {
	switch {
	case !attemptRowOf(a).sameOrigin(attemptRowOf(&r.Attempt)):
		return fmt.Errorf("a change gave attempt %s another origin", r.ID)
	case len(a.Decisions) < len(r.Decisions):
		return fmt.Errorf("a change removed decisions of attempt %s", r.ID)
	case !slices.Equal(a.Decisions[:len(r.Decisions)], r.Decisions):
		return fmt.Errorf("a change rewrote decisions of attempt %s", r.ID)
	case r.Summary != (attempt.Summary{}) && summaryRowOf(&a.Summary) != summaryRowOf(&r.Summary):
		return fmt.Errorf("a change rewrote the summary of attempt %s", r.ID)
	default:
		return nil
	}
}
