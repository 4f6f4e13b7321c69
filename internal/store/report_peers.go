package store

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/report"
)

// Peers implements report.Records.
func (s *Store) Peers(ctx context.Context, owner, id uuid.UUID) (a attempt.Attempt, c report.Sheet, err error) {
	if a, err = s.Attempt(ctx, owner, id); err != nil || a.Under.Cohort == uuid.Nil {
		return a, report.Sheet{}, err
	}
	err = s.look(ctx, "read what peers did", func(tx *gorm.DB) (err error) {
		if c.Cohort, err = headingOf(tx, a.Under.Cohort); err != nil {
			return err
		}
		c.Ended, c.Places, err = readSheet(tx, a.Under.Cohort, a.Scenario)
		return err
	})
	return a, c, err
}

// AddPeers implements report.Records.
func (s *Store) AddPeers(ctx context.Context, owner, id uuid.UUID, add func(taken []uuid.UUID) []uuid.UUID) (taken []uuid.UUID, err error) {
	a, err := s.Attempt(ctx, owner, id)
	if err != nil {
		return nil, err
	}
	err = s.transact(ctx, "place the attempts of peers", func(tx *gorm.DB) error {
		taken, err = s.addPlaces(tx, a.Under.Cohort, a.Scenario, add)
		return err
	})
	return taken, err
}

// headingOf names the cohort of an attempt that its own player reads of.
func headingOf(tx *gorm.DB, id uuid.UUID) (report.Heading, error) {
	row, _, err := one[struct {
		Name string
		Demo bool
	}](tx.Table("cohorts").Select("name", "demo").Where("id = ?", key(id)))
	return report.Heading{ID: id, Name: row.Name, Demo: row.Demo}, err
}
