package store

import (
	"errors"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
)

// rows are everything that is kept of one attempt.
type rows struct {
	attempt    attemptRow
	decisions  []decisionRow
	rationales []rationaleRow
	draft      draftRow
	reflection reflectionRow
}

// rowsOf takes an attempt apart.
func rowsOf(a attempt.Attempt) (rows, error) {
	r := rows{attempt: attemptRowOf(a), decisions: make([]decisionRow, len(a.Decisions))}
	id := r.attempt.ID
	var errs [3]error
	for i, d := range a.Decisions {
		if d.Step != i {
			return rows{}, fmt.Errorf("decision %d of attempt %s has the step %d", i, a.ID, d.Step)
		}
		if r.decisions[i], errs[0] = decisionRowOf(id, d); errs[0] != nil {
			break
		}
		if d.Rationale != "" {
			r.rationales = append(r.rationales, rationaleRow{AttemptID: id, Step: d.Step, Text: d.Rationale})
		}
	}
	r.draft, errs[1] = draftRowOf(id, a.Draft)
	r.reflection, errs[2] = reflectionRowOf(id, a.Reflection)
	return r, errors.Join(errs[:]...)
}

// value puts an attempt together. It shares no memory with the rows.
func (r rows) value() (attempt.Attempt, error) {
	a := r.attempt.attempt()
	if len(r.decisions) != r.attempt.Step {
		return a, fmt.Errorf("attempt %s has %d decisions at step %d", a.ID, len(r.decisions), r.attempt.Step)
	}
	var err error
	for i, row := range r.decisions {
		d, err := row.decision()
		if err != nil {
			return a, fmt.Errorf("read decision %d of attempt %s: %w", i, a.ID, err)
		}
		a.Decisions = append(a.Decisions, d)
	}
	for _, row := range r.rationales {
		a.Decisions[row.Step].Rationale = row.Text // the foreign key makes sure of the step
	}
	if a.Draft, err = r.draft.draft(); err != nil {
		return a, fmt.Errorf("read the draft of attempt %s: %w", a.ID, err)
	}
	if a.Reflection, err = r.reflection.reflection(); err != nil {
		return a, fmt.Errorf("read the reflection of attempt %s: %w", a.ID, err)
	}
	return a, nil
}

// readRows reads what is kept of an attempt that belongs to owner.
func readRows(tx *gorm.DB, owner, id uuid.UUID) (r rows, err error) {
	var found bool
	r.attempt, found, err = one[attemptRow](tx.Where("id = ? AND account_id = ?", key(id), key(owner)))
	switch {
	case err != nil:
		return r, err
	case !found:
		return r, unknownAttempt()
	}
	hanging := func() *gorm.DB { return tx.Where("attempt_id = ?", key(id)) }
	if err := hanging().Order("step").Find(&r.decisions).Error; err != nil {
		return r, err
	}
	if err := hanging().Find(&r.rationales).Error; err != nil {
		return r, err
	}
	if r.draft, _, err = one[draftRow](hanging()); err != nil {
		return r, err
	}
	r.reflection, _, err = one[reflectionRow](hanging())
	return r, err
}
