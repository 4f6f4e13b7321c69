package store

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/account"
	"casebook/internal/cohort"
	"casebook/internal/personal"
)

// Standing implements personal.Store.
func (s *Store) Standing(ctx context.Context, of uuid.UUID) (standing personal.Standing, err error) {
	err = s.look(ctx, "look at what somebody holds", func(tx *gorm.DB) (err error) {
		standing, err = readStanding(tx, of)
		return err
	})
	return standing, err
}

func readStanding(tx *gorm.DB, of uuid.UUID) (s personal.Standing, err error) {
	row, found, err := one[accountRow](tx.Where("id = ?", key(of)))
	switch {
	case err != nil:
		return s, err
	case !found || row.Kind == string(account.Former):
		return s, unknownAccount()
	}
	s.Account = row.account()
	var counted struct{ Attempts, Enrolments, Admins int }
	err = tx.Raw(`SELECT (SELECT count(*) FROM attempts WHERE account_id = @of) AS attempts,
		(SELECT count(*) FROM enrolments WHERE account_id = @of AND left_at IS NULL) AS enrolments,
		(SELECT count(*) FROM accounts WHERE role = @admin AND closed_at IS NULL AND id <> @of) AS admins`,
		map[string]any{"of": key(of), "admin": string(account.Admin)}).Scan(&counted).Error
	if err != nil {
		return s, err
	}
	s.Attempts, s.Enrolments = counted.Attempts, counted.Enrolments
	s.LastAdmin = s.Account.Role == account.Admin && counted.Admins == 0
	err = tx.Raw(`SELECT name FROM cohorts WHERE archived_at IS NULL AND NOT demo
		AND EXISTS (SELECT 1 FROM cohort_posts WHERE cohort_id = cohorts.id AND account_id = @of AND post = @trainer)
		AND NOT EXISTS (SELECT 1 FROM cohort_posts JOIN accounts ON accounts.id = account_id
			WHERE cohort_id = cohorts.id AND account_id <> @of AND post = @trainer AND closed_at IS NULL)
		ORDER BY folded, id`, map[string]any{"of": key(of), "trainer": string(cohort.Trainer)}).Scan(&s.LastIn).Error
	return s, err
}
