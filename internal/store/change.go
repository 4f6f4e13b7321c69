package store

import (
	"errors"
	"fmt"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

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

// errMoved says that an attempt has left the step at which it was read.
var errMoved = errors.New("the attempt has moved on")

// write brings the database from before to r: only what differs is written.
func (r rows) write(tx *gorm.DB, before rows) error {
	if r.attempt != before.attempt {
		done := tx.Model(&attemptRow{}).Select(changing).
			Where("id = ? AND account_id = ? AND step = ?", r.attempt.ID, r.attempt.AccountID, before.attempt.Step).
			UpdateColumns(r.attempt)
		if done.Error != nil {
			return done.Error
		}
		if done.RowsAffected != 1 {
			return errMoved
		}
	}
	return r.writeHanging(tx, before)
}

// writeHanging writes what hangs on an attempt: the new decisions with their rationales, the draft, the reflection.
func (r rows) writeHanging(tx *gorm.DB, before rows) error {
	if decided := r.decisions[len(before.decisions):]; len(decided) > 0 {
		if err := tx.Create(&decided).Error; err != nil {
			return err
		}
	}
	if said := r.rationales[len(before.rationales):]; len(said) > 0 {
		if err := tx.Create(&said).Error; err != nil {
			return err
		}
	}
	if err := replace(tx, r.attempt.ID, before.draft, r.draft); err != nil {
		return err
	}
	return replace(tx, r.attempt.ID, before.reflection, r.reflection)
}

// replace keeps one row in the place of another of the same attempt; either may be none.
func replace[T interface {
	comparable
	none() bool
}](tx *gorm.DB, id key, before, after T) error {
	switch {
	case after == before, before.none() && after.none():
		return nil
	case after.none():
		return tx.Where("attempt_id = ?", id).Delete(new(T)).Error
	default:
		return tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&after).Error
	}
}
