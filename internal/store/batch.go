package store

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

var (
	// errMoved says that an attempt is no longer what a change was made of.
	errMoved = errors.New("the attempt has moved on")
	// errHeld says that somebody else has locked an attempt.
	errHeld = errors.New("the attempt is held")
)

// batch are changes that are written in one transaction, of an attempt each.
type batch []*entry

// leftOut are the changes of a batch that were not written, and why: errMoved or errHeld, as a rule.
type leftOut map[*entry]error

// but are the changes that are not left out.
func (b batch) but(left leftOut) batch {
	if len(left) == 0 {
		return b
	}
	return b.those(func(e *entry) bool { return left[e] == nil })
}

// changing are the changes of attempts' rows.
func (b batch) changing() batch { return b.those(func(e *entry) bool { return e.changed }) }

// deciding are the changes that make decisions.
func (b batch) deciding() batch { return b.those(func(e *entry) bool { return len(e.decisions) > 0 }) }

func (b batch) those(are func(*entry) bool) (some batch) {
	for _, e := range b {
		if are(e) {
			some = append(some, e)
		}
	}
	return some
}

// page is what hangs on the attempts of a batch and may be written again.
type page struct {
	drafts      hanging[draftRow]
	reflections hanging[reflectionRow]
}

func (b batch) page() *page {
	var p page
	for _, e := range b {
		p.add(e)
	}
	return &p
}

func (p *page) add(e *entry) {
	p.drafts.add(e.attempt.ID, e.was.draft, e.is.draft)
	p.reflections.add(e.attempt.ID, e.was.reflection, e.is.reflection)
}

func (p *page) write(tx *gorm.DB) error {
	if err := p.drafts.write(tx); err != nil {
		return err
	}
	return p.reflections.write(tx)
}

func create[T any](tx *gorm.DB, rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	return tx.Create(&rows).Error
}

// hanging are the rows of a table that holds at most one for an attempt.
type hanging[T interface {
	comparable
	none() bool
}] struct {
	kept []T
	gone []key
}

// add puts one row in the place of another; either may be none.
func (h *hanging[T]) add(id key, before, after T) {
	switch {
	case after == before, after.none() && before.none():
	case after.none():
		h.gone = append(h.gone, id)
	default:
		h.kept = append(h.kept, after)
	}
}

func (h *hanging[T]) write(tx *gorm.DB) error {
	if len(h.gone) > 0 {
		if err := tx.Where("attempt_id IN ?", h.gone).Delete(new(T)).Error; err != nil {
			return err
		}
	}
	return create(tx.Clauses(clause.OnConflict{UpdateAll: true}), h.kept)
}
