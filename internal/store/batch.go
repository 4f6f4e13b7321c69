package store

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// errMoved says that an attempt is no longer what a change was made of.
var errMoved = errors.New("the attempt has moved on")

// batch are changes that are written in one transaction.
type batch []*entry

// write writes the changes that are made of what the database holds, and answers the others: a rival was faster.
func (b batch) write(tx *gorm.DB) (outrun map[*entry]bool, err error) {
	stands, err := b.stands(tx)
	if err != nil {
		return nil, err
	}
	outrun = map[*entry]bool{}
	var p page
	for _, e := range b {
		if !e.isNew() {
			id := e.after.attempt.ID
			if n, there := stands[id]; !there || n != e.before.attempt.Changes {
				outrun[e] = true
				continue
			}
			delete(stands, id) // a second change in this batch was not made of what the first leaves
		}
		p.add(e)
	}
	return outrun, p.write(tx)
}

// stands is how often each attempt has been changed. On PostgreSQL none of them can be changed by others until the
// transaction ends: they are locked, in one order, so that two programs do not wait for each other. On SQLite there
// is one transaction that writes.
func (b batch) stands(tx *gorm.DB) (map[key]int, error) {
	var ids []key
	for _, e := range b {
		if !e.isNew() {
			ids = append(ids, e.after.attempt.ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	var found []attemptRow
	err := tx.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}).
		Select("id", "changes").Where("id IN ?", ids).Order("id").Find(&found).Error
	stands := make(map[key]int, len(found))
	for _, row := range found {
		stands[row.ID] = row.Changes
	}
	return stands, err
}

// page is what a batch writes, by table.
type page struct {
	added, changed []attemptRow
	decisions      []decisionRow
	rationales     []rationaleRow
	drafts         hanging[draftRow]
	reflections    hanging[reflectionRow]
}

func (p *page) add(e *entry) {
	before, after := e.before, e.after
	if e.isNew() {
		p.added = append(p.added, after.attempt)
	} else {
		p.changed = append(p.changed, after.attempt)
	}
	p.decisions = append(p.decisions, after.decisions[len(before.decisions):]...)
	p.rationales = append(p.rationales, after.rationales[len(before.rationales):]...)
	id := after.attempt.ID
	p.drafts.add(id, before.draft, after.draft)
	p.reflections.add(id, before.reflection, after.reflection)
}

// write runs a statement for each table. The attempts that have changed are known to be there: an upsert is the one
// statement of both databases that gives many rows values of their own.
func (p *page) write(tx *gorm.DB) error {
	change := tx.Clauses(clause.OnConflict{
		Columns: []clause.Column{{Name: "id"}}, DoUpdates: clause.AssignmentColumns(changing),
	})
	for _, write := range []func() error{
		func() error { return create(tx, p.added) },
		func() error { return create(change, p.changed) },
		func() error { return create(tx, p.decisions) },
		func() error { return create(tx, p.rationales) },
		func() error { return p.drafts.write(tx) },
		func() error { return p.reflections.write(tx) },
	} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
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
