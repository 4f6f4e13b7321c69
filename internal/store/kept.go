package store

import (
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
)

// keptAttempt is an attempt as it is kept. Nobody writes to it: it may be remembered, and be in several hands.
type keptAttempt struct {
	attempt.Attempt
	changes int // of the attempt's row and of what hangs on it, decisions apart
}

// copied is the attempt of it, for somebody who changes it.
func (r *keptAttempt) copied() attempt.Attempt {
	a := r.Attempt
	a.Decisions = slices.Clone(a.Decisions)
	a.Draft.Read = slices.Clone(a.Draft.Read)
	if a.Reflection.Commitment != nil {
		commitment := *a.Reflection.Commitment
		a.Reflection.Commitment = &commitment
	}
	return a
}

// keptOf is the attempt as a later read would answer it, once before has become it. It shares no memory with a, but
// for what cannot be written to.
func keptOf(a attempt.Attempt, before *keptAttempt) (r keptAttempt, err error) {
	var errs [4]error
	row := attemptRowOf(&a)
	draft, err1 := draftRowOf(row.ID, a.Draft)
	reflection, err2 := reflectionRowOf(row.ID, a.Reflection)
	r.Attempt, r.changes = row.attempt(), before.changes
	r.Draft, errs[2] = draft.draft()
	r.Reflection, errs[3] = reflection.reflection()
	summary := summaryRowOf(&a.Summary)
	r.Summary = summary.summary()
	r.Decisions = slices.Clip(before.Decisions)
	for _, d := range a.Decisions[len(before.Decisions):] {
		r.Decisions = append(r.Decisions, asKept(d))
	}
	errs[0], errs[1] = err1, err2
	return r, errors.Join(errs[:]...)
}

// hangingRows are what else is kept of an attempt, a row each at most.
type hangingRows struct {
	draft      draftRow
	reflection reflectionRow
	summary    summaryRow
}

func (r *keptAttempt) hanging() (h hangingRows, err error) {
	var errs [2]error
	id := key(r.ID)
	h.draft, errs[0] = draftRowOf(id, r.Draft)
	h.reflection, errs[1] = reflectionRowOf(id, r.Reflection)
	h.summary = summaryRowOf(&r.Summary)
	return h, errors.Join(errs[:]...)
}

// readAttempt reads what is kept of an attempt that belongs to owner.
func readAttempt(tx *gorm.DB, owner, id uuid.UUID) (r keptAttempt, err error) {
	row, found, err := one[attemptRow](tx.Where("id = ? AND account_id = ?", key(id), key(owner)))
	switch {
	case err != nil:
		return r, err
	case !found:
		return r, unknownAttempt()
	}
	r.Attempt, r.changes = row.attempt(), row.Changes
	hanging := func() *gorm.DB { return tx.Where("attempt_id = ?", key(id)) }
	if r.Decisions, err = readDecisions(hanging()); err != nil {
		return r, err
	}
	var rationales []rationaleRow
	if err := hanging().Find(&rationales).Error; err != nil {
		return r, err
	}
	for _, row := range rationales {
		r.Decisions[row.Step].Rationale = row.Text // the foreign key makes sure of the step
	}
	draft, _, err := one[draftRow](hanging())
	if err != nil {
		return r, err
	}
	reflection, _, err := one[reflectionRow](hanging())
	if err != nil {
		return r, err
	}
	if r.Status != attempt.InProgress {
		summary, _, err := one[summaryRow](hanging())
		if err != nil {
			return r, err
		}
		r.Summary = summary.summary()
	}
	var err1, err2 error
	r.Draft, err1 = draft.draft()
	r.Reflection, err2 = reflection.reflection()
	return r, errors.Join(err1, err2)
}

// readDecisions reads the decisions of one attempt.
func readDecisions(of *gorm.DB) ([]attempt.Decision, error) {
	var rows []decisionRow
	if err := of.Order("step").Find(&rows).Error; err != nil {
		return nil, err
	}
	return decisionsOf(rows)
}

// decisionsOf makes decisions of the rows of one attempt, in order.
func decisionsOf(rows []decisionRow) ([]attempt.Decision, error) {
	var list []attempt.Decision
	for i := range rows {
		if rows[i].Step != i {
			return nil, fmt.Errorf("attempt %s has no decision %d", uuid.UUID(rows[i].AttemptID), i)
		}
		list = append(list, rows[i].decision())
	}
	return list, nil
}
