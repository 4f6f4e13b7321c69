package store

import (
	"context"
	"iter"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/export"
)

// exportedPage is how many attempts are read in one transaction.
const exportedPage = 256

// CountDecisions implements export.Attempts.
func (s *Store) CountDecisions(ctx context.Context, scope cohort.Scope, of uuid.UUID) (n int64, err error) {
	err = s.look(ctx, "count decisions", func(tx *gorm.DB) error {
		if err := within(tx, scope, of); err != nil {
			return err
		}
		return tx.Table("decisions").
			Joins("JOIN attempts ON attempts.id = decisions.attempt_id").Where("attempts.cohort_id = ?", key(of)).Count(&n).Error
	})
	return n, err
}

// CohortAttempts implements export.Attempts. No view of the database is held while an attempt is looked at.
func (s *Store) CohortAttempts(ctx context.Context, scope cohort.Scope, of uuid.UUID) iter.Seq2[export.Attempt, error] {
	return func(yield func(export.Attempt, error) bool) {
		var after key
		for {
			var page []export.Attempt
			err := s.look(ctx, "read a cohort's attempts", func(tx *gorm.DB) (err error) {
				if err = within(tx, scope, of); err != nil {
					return err
				}
				page, err = readCohortAttempts(tx, of, after)
				return err
			})
			if err != nil {
				yield(export.Attempt{}, err)
				return
			}
			for i := range page {
				if !yield(page[i], nil) {
					return
				}
			}
			if len(page) < exportedPage {
				return
			}
			after = key(page[len(page)-1].ID)
		}
	}
}

// CohortExported implements export.Trail.
func (s *Store) CohortExported(ctx context.Context, by, of uuid.UUID, format export.Format) error {
	return s.transact(ctx, "tell of an export", func(tx *gorm.DB) error {
		return s.record(tx, audit.Event{
			Actor: by.String(), Action: audit.CohortExported, Subject: "cohort/" + of.String(),
			Details: `{"format":"` + string(format) + `"}`,
		})
	})
}

func readCohortAttempts(tx *gorm.DB, of uuid.UUID, after key) ([]export.Attempt, error) {
	var found []attemptRow
	err := tx.Where("cohort_id = ? AND id > ?", key(of), after).Order("id").Limit(exportedPage).Find(&found).Error
	if err != nil {
		return nil, err
	}
	attempts, err := withDecisions(tx, found)
	if err != nil {
		return nil, err
	}
	ids, owners, place := make([]key, len(found)), make([]key, len(found)), make(map[key]int, len(found))
	page := make([]export.Attempt, len(found))
	for i, row := range found {
		ids[i], owners[i], place[row.ID] = row.ID, row.AccountID, i
		page[i].Attempt = attempts[i]
	}
	var people []accountRow
	if err := tx.Select("id", "name").Where("id IN ?", owners).Find(&people).Error; err != nil {
		return nil, err
	}
	names := make(map[key]string, len(people))
	for _, p := range people {
		names[p.ID] = p.Name
	}
	for i := range page {
		page[i].Name = names[owners[i]]
	}
	var rationales []rationaleRow
	if err := tx.Where("attempt_id IN ?", ids).Find(&rationales).Error; err != nil {
		return nil, err
	}
	for _, r := range rationales {
		if a := &page[place[r.AttemptID]]; r.Step < len(a.Decisions) {
			a.Decisions[r.Step].Rationale = r.Text
		}
	}
	return page, nil
}
