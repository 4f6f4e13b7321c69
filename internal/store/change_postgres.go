package store

import (
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// change implements database, with a statement for those that are new and one for the others, which are known to be
// there: an upsert gives many rows values of their own.
func (d postgres) change(tx *gorm.DB, b batch) (outrun map[*entry]bool, err error) {
	outrun = map[*entry]bool{}
	if err := confront(tx, b, outrun); err != nil {
		return nil, err
	}
	var added, changed []attemptRow
	var summaries []summaryRow
	for _, e := range b {
		switch {
		case outrun[e]:
			continue
		case e.isNew:
			added = append(added, e.attempt)
		case e.changed:
			changed = append(changed, e.attempt)
		}
		if e.was.summary.none() && !e.is.summary.none() {
			summaries = append(summaries, e.is.summary)
		}
	}
	if err := create(tx, added); err != nil {
		return nil, err
	}
	err = create(tx.Clauses(clause.OnConflict{
		Columns: []clause.Column{{Name: "id"}}, DoUpdates: clause.AssignmentColumns(changing),
	}), changed)
	if err != nil {
		return nil, err
	}
	return outrun, create(tx, summaries)
}

// confront finds the changes of an attempt's row whose attempt has changed meanwhile, or has gone on. Nobody else can
// change those rows until the transaction ends, nor decide: they are locked, in one order, so that two programs do not
// wait for each other.
func confront(tx *gorm.DB, b batch, outrun map[*entry]bool) error {
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
