package store

import (
	"context"
	"iter"

	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/fault"
)

// verifiedPage is how many attempts are read in one transaction.
const verifiedPage = 256

// Everything goes through all attempts as they are kept, decisions and summaries included, what people wrote left out.
// Each is of one moment, and no view of the database is held while it is looked at. It ends with the first error.
func (s *Store) Everything(ctx context.Context) iter.Seq2[attempt.Kept, error] {
	return func(yield func(attempt.Kept, error) bool) {
		if err := s.isUpToDate(ctx); err != nil {
			yield(attempt.Kept{}, failure("look at the schema", err))
			return
		}
		var after key
		for {
			var page []attempt.Kept
			err := s.look(ctx, "read attempts", func(tx *gorm.DB) (err error) {
				page, err = readKept(tx, after)
				return err
			})
			if err != nil {
				yield(attempt.Kept{}, err)
				return
			}
			for i := range page {
				if !yield(page[i], nil) {
					return
				}
			}
			if len(page) < verifiedPage {
				return
			}
			after = key(page[len(page)-1].ID)
		}
	}
}

// isUpToDate refuses a database that has not been migrated.
func (s *Store) isUpToDate(ctx context.Context) error {
	db, err := s.read.DB()
	if err != nil {
		return err
	}
	version, _, err := schemaVersion(ctx, db, s.database)
	if err == nil && version < s.schema.newest {
		err = fault.New(fault.Invalid, "database_older", fault.Text{
			FR: "Cette base a le schéma %[1]d ; ce programme lit le schéma %[2]d. Mettez-la à jour : casebook migrate.",
			EN: "This database has schema %[1]d; this program reads schema %[2]d. Bring it up to date: casebook migrate.",
		}, max(0, version), s.schema.newest)
	}
	return err
}

func readKept(tx *gorm.DB, after key) ([]attempt.Kept, error) {
	var found []attemptRow
	if err := tx.Where("id > ?", after).Order("id").Limit(verifiedPage).Find(&found).Error; err != nil {
		return nil, err
	}
	ids, place := make([]key, len(found)), make(map[key]int, len(found))
	page := make([]attempt.Kept, len(found))
	for i, row := range found {
		ids[i], place[row.ID], page[i].Attempt = row.ID, i, row.attempt()
	}
	var decisions []decisionRow
	if err := tx.Where("attempt_id IN ?", ids).Order("attempt_id, step").Find(&decisions).Error; err != nil {
		return nil, err
	}
	for i := range decisions {
		row := &decisions[i]
		k := &page[place[row.AttemptID]]
		if row.Step != len(k.Decisions) || row.Move != int(engine.Move(row.Move)) {
			k.Lost = true
		}
		if !k.Lost {
			k.Decisions = append(k.Decisions, row.decision())
		}
	}
	var summaries []summaryRow
	if err := tx.Where("attempt_id IN ?", ids).Find(&summaries).Error; err != nil {
		return nil, err
	}
	for i := range summaries {
		page[place[summaries[i].AttemptID]].Summary = summaries[i].summary()
	}
	return page, nil
}
