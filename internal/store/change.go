package store

import (
	"fmt"
	"slices"

	"casebook/internal/attempt"
)

// changed runs change on the attempt that before is. It answers the rows that the change asks for, and the attempt as
// a later read would answer it. Nothing is written.
func (r rows) changed(change func(*attempt.Attempt) error) (after rows, kept attempt.Attempt, err error) {
	a, err := r.value()
	if err != nil {
		return rows{}, attempt.Attempt{}, err
	}
	if err := change(&a); err != nil {
		return rows{}, attempt.Attempt{}, asIs{err}
	}
	if after, err = rowsOf(a); err != nil {
		return rows{}, attempt.Attempt{}, err
	}
	if err := after.follows(r); err != nil {
		return rows{}, attempt.Attempt{}, err
	}
	if after.attempt.Changes = r.attempt.Changes; after.differs(r) {
		after.attempt.Changes++
	}
	kept, err = after.value()
	return after, kept, err
}

// differs reports whether there is anything to write, once r follows before.
func (r rows) differs(before rows) bool {
	return r.attempt != before.attempt || len(r.decisions) != len(before.decisions) ||
		r.draft != before.draft || r.reflection != before.reflection
}

// follows refuses what no change may do. It is a mistake of the program, not of a person.
func (r rows) follows(before rows) error {
	id := before.attempt.ID
	switch {
	case !r.attempt.sameOrigin(before.attempt):
		return fmt.Errorf("a change gave attempt %x another origin", id)
	case len(r.decisions) < len(before.decisions):
		return fmt.Errorf("a change removed decisions of attempt %x", id)
	case !slices.Equal(r.decisions[:len(before.decisions)], before.decisions),
		!slices.Equal(r.rationalesUntil(len(before.decisions)), before.rationales):
		return fmt.Errorf("a change rewrote decisions of attempt %x", id)
	default:
		return nil
	}
}

// rationalesUntil are the rationales of the first decisions.
func (r rows) rationalesUntil(step int) []rationaleRow {
	i := slices.IndexFunc(r.rationales, func(row rationaleRow) bool { return row.Step >= step })
	if i < 0 {
		return r.rationales
	}
	return r.rationales[:i]
}
