package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"casebook/internal/account"
	"casebook/internal/audit"
	"casebook/internal/cohort"
)

// GivePost implements cohort.Store.
func (s *Store) GivePost(ctx context.Context, of cohort.Scope, id uuid.UUID, email string, post cohort.Post) error {
	return s.transact(ctx, "give a post", func(tx *gorm.DB) error {
		if err := mayChange(tx, of, id); err != nil {
			return err
		}
		who, found, err := one[accountRow](tx.Where("email = ? AND kind = ? AND closed_at IS NULL", email, string(account.Person)))
		switch {
		case err != nil:
			return err
		case !found:
			return cohort.NoSuchPerson(email)
		case !cohort.Suits(account.Role(who.Role), post):
			return cohort.Unsuited(post)
		}
		before, found, err := one[postRow](tx.Where("cohort_id = ? AND account_id = ?", key(id), who.ID))
		switch {
		case err != nil || found && before.Post == string(post):
			return err
		case found && before.Post == string(cohort.Trainer):
			if err := notTheLast(tx, id); err != nil {
				return err
			}
		}
		if err := tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&postRow{key(id), who.ID, string(post)}).Error; err != nil {
			return err
		}
		return s.record(tx, ofCohort(of.Account, audit.PostGiven, id, fmt.Sprintf(`{"account":%q,"post":%q}`, uuid.UUID(who.ID), post)))
	})
}

// RemovePost implements cohort.Store.
func (s *Store) RemovePost(ctx context.Context, of cohort.Scope, id, who uuid.UUID) error {
	return s.transact(ctx, "remove a post", func(tx *gorm.DB) error {
		if _, err := findCohort(tx.Clauses(forUpdate), of, id); err != nil {
			return err
		}
		theirs := tx.Where("cohort_id = ? AND account_id = ?", key(id), key(who)).Session(&gorm.Session{})
		before, found, err := one[postRow](theirs)
		switch {
		case err != nil:
			return err
		case !found:
			return cohort.NoSuchPost()
		case before.Post == string(cohort.Trainer):
			if err := notTheLast(tx, id); err != nil {
				return err
			}
		}
		if err := theirs.Delete(&postRow{}).Error; err != nil {
			return err
		}
		return s.record(tx, ofCohort(of.Account, audit.PostRemoved, id, fmt.Sprintf(`{"account":%q,"post":%q}`, who, before.Post)))
	})
}

// notTheLast refuses to leave a cohort, which is locked, without a trainer.
func notTheLast(tx *gorm.DB, id uuid.UUID) error {
	var trainers int64
	err := tx.Model(&postRow{}).Where("cohort_id = ? AND post = ?", key(id), string(cohort.Trainer)).Count(&trainers).Error
	if err == nil && trainers < 2 {
		err = cohort.LastTrainer()
	}
	return err
}
