package store

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// errMoved says that an attempt is no longer what a change was made of.
var errMoved = errors.New("the attempt has moved on")

// batch are changes that are written in one transaction, of an attempt each.
type batch []*entry

// write writes the changes that are made of what the database holds, and answers the others: a rival was faster. When
// it finds out too late, for a change that is half written, it fails with errMoved.
func (b batch) write(tx *gorm.DB, d database) (outrun map[*entry]bool, err error) {
	if outrun, err = d.change(tx, b); err != nil {
		return nil, err
	}
	var deciding []*entry
	for _, e := range b {
		if len(e.decisions) > 0 && !outrun[e] {
			deciding = append(deciding, e)
		}
	}
	left, err := d.decide(tx, deciding)
	if err != nil {
		return nil, err
	}
	for _, e := range left {
		if e.isNew || e.changed {
			return nil, errMoved
		}
		outrun[e] = true
	}
	var p page
	for _, e := range b {
		if !outrun[e] {
			p.add(e)
		}
	}
	return outrun, p.write(tx)
}

// page is what hangs on the attempts of a batch and may be written again.
type page struct {
	drafts      hanging[draftRow]
	reflections hanging[reflectionRow]
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
