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
	outrun = map[*entry]bool{}
	if err := b.confront(tx, outrun); err != nil {
		return nil, err
	}
	var p page
	for _, e := range b {
		if !outrun[e] {
			p.attempt(e)
		}
	}
	if err := p.writeAttempts(tx); err != nil {
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
	for _, e := range b {
		if !outrun[e] {
			p.hang(e)
		}
	}
	return outrun, p.writeHanging(tx)
}

// confront finds the changes of an attempt's row whose attempt has changed meanwhile, or has gone on. On PostgreSQL
// nobody else can change those rows until the transaction ends, nor decide: they are locked, in one order, so that two
// programs do not wait for each other. On SQLite there is one transaction that writes.
func (b batch) confront(tx *gorm.DB, outrun map[*entry]bool) error {
	var ids []key
	for _, e := range b {
		if e.changed {
			ids = append(ids, e.attempt.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	var rows []attemptRow
	err := tx.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}).
		Select("id", "changes").Where("id IN ?", ids).Order("id").Find(&rows).Error
	if err != nil {
		return err
	}
	var steps []decisionRow
	err = tx.Select("attempt_id", "count(*) AS step").Where("attempt_id IN ?", ids).Group("attempt_id").Find(&steps).Error
	if err != nil {
		return err
	}
	type stand struct{ changes, step int }
	stands := make(map[key]stand, len(rows))
	for _, row := range rows {
		stands[row.ID] = stand{changes: row.Changes}
	}
	for _, row := range steps {
		stands[row.AttemptID] = stand{stands[row.AttemptID].changes, row.Step}
	}
	for _, e := range b {
		if s, there := stands[e.attempt.ID]; e.changed && (!there || s != stand{e.changes, e.before}) {
			outrun[e] = true
		} else if e.changed {
			delete(stands, e.attempt.ID) // a second change in this batch was not made of what the first leaves
		}
	}
	return nil
}

// page is what a batch writes, by table, decisions apart.
type page struct {
	added, changed []attemptRow
	rationales     []rationaleRow
	drafts         hanging[draftRow]
	reflections    hanging[reflectionRow]
	summaries      []summaryRow
}

func (p *page) attempt(e *entry) {
	switch {
	case e.isNew:
		p.added = append(p.added, e.attempt)
	case e.changed:
		p.changed = append(p.changed, e.attempt)
	}
}

func (p *page) hang(e *entry) {
	id := e.attempt.ID
	p.rationales = append(p.rationales, e.rationales...)
	p.drafts.add(id, e.was.draft, e.is.draft)
	p.reflections.add(id, e.was.reflection, e.is.reflection)
	if e.was.summary.none() && !e.is.summary.none() {
		p.summaries = append(p.summaries, e.is.summary)
	}
}

// writeAttempts runs a statement for those that are new and one for the others, which are known to be there: an upsert
// is the one statement of both databases that gives many rows values of their own.
func (p *page) writeAttempts(tx *gorm.DB) error {
	if err := create(tx, p.added); err != nil {
		return err
	}
	return create(tx.Clauses(clause.OnConflict{
		Columns: []clause.Column{{Name: "id"}}, DoUpdates: clause.AssignmentColumns(changing),
	}), p.changed)
}

func (p *page) writeHanging(tx *gorm.DB) error {
	if err := create(tx, p.rationales); err != nil {
		return err
	}
	if err := p.drafts.write(tx); err != nil {
		return err
	}
	if err := p.reflections.write(tx); err != nil {
		return err
	}
	return create(tx, p.summaries)
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
