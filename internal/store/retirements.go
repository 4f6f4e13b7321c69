package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/audit"
)

type retirementRow struct {
	ScenarioID string `gorm:"primaryKey"`
	AccountID  key
	At         time.Time
}

func (retirementRow) TableName() string { return "retirements" }

// Retire implements library.Drafts.
func (s *Store) Retire(ctx context.Context, by uuid.UUID, scenario string, retired bool, at time.Time) error {
	err := s.transact(ctx, "retire a case", func(tx *gorm.DB) error {
		if err := s.database.queue(tx, retirementRow{}.TableName()); err != nil {
			return err
		}
		_, already, err := one[retirementRow](tx.Where("scenario_id = ?", scenario))
		if err != nil || already == retired {
			return err
		}
		event := audit.Event{Actor: actor(by), Action: audit.CaseReadmitted, Subject: "case/" + scenario}
		if retired {
			event.Action = audit.CaseRetired
			err = tx.Create(&retirementRow{scenario, key(by), moment(at)}).Error
		} else {
			err = tx.Where("scenario_id = ?", scenario).Delete(&retirementRow{}).Error
		}
		if err != nil {
			return err
		}
		return s.record(tx, event)
	})
	s.shelf.take(struct{}{})
	return err
}
