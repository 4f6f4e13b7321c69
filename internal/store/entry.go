package store

import "casebook/internal/attempt"

// entry is an accepted change: what was kept of an attempt, and what is to be kept.
type entry struct {
	attempt    attemptRow
	isNew      bool
	changed    bool // the attempt's row, or what hangs on it
	before     int  // how many decisions there were
	changes    int  // what the attempt's row counts before
	decisions  []decisionRow
	rationales []rationaleRow
	was, is    hangingRows

	answer chan error // has room for the one answer: nobody is waited for
}

// newEntry compares what was kept with what is to be kept; before is nil for a new attempt. It answers nil when there
// is nothing to write.
func newEntry(before, after *keptAttempt) (*entry, error) {
	e := &entry{attempt: attemptRowOf(&after.Attempt), isNew: before == nil, answer: make(chan error, 1)}
	var err error
	if e.is, err = after.hanging(); err != nil {
		return nil, err
	}
	if before != nil {
		if e.was, err = before.hanging(); err != nil {
			return nil, err
		}
		e.before, e.changes = len(before.Decisions), before.changes
		e.changed = e.attempt != attemptRowOf(&before.Attempt) || e.was != e.is
	}
	for i := range after.Decisions[e.before:] {
		e.decide(e.before+i, &after.Decisions[e.before+i])
	}
	if e.changed {
		after.changes++
	}
	e.attempt.Changes = after.changes
	if !e.isNew && !e.changed && len(e.decisions) == 0 {
		return nil, nil
	}
	return e, nil
}

func (e *entry) decide(step int, d *attempt.Decision) {
	id := e.attempt.ID
	e.decisions = append(e.decisions, decisionRowOf(id, step, d))
	if d.Rationale != "" {
		e.rationales = append(e.rationales, rationaleRow{AttemptID: id, Step: step, Text: d.Rationale})
	}
}
