package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/audit"
	"casebook/internal/cohort"
)

// Reader implements cohort.Store.
func (s *Store) Reader(ctx context.Context, who, id uuid.UUID) (cohort.Cohort, int, error) {
	row, found, err := one[struct {
		Row        cohortRow `gorm:"embedded"`
		NoticeRead *int
	}](s.read.WithContext(ctx).Table("cohorts AS c").
		Select("c.*, e.notice_read").
		Joins("LEFT JOIN enrolments AS e ON e.cohort_id = c.id AND e.account_id = ? AND e.left_at IS NULL", key(who)).
		Joins("LEFT JOIN cohort_posts AS p ON p.cohort_id = c.id AND p.account_id = ?", key(who)).
		Where("c.id = ? AND (e.account_id IS NOT NULL OR p.account_id IS NOT NULL)", key(id)))
	if err == nil && !found {
		err = cohort.Unknown()
	}
	read := 0
	if row.NoticeRead != nil {
		read = *row.NoticeRead
	}
	return row.Row.cohort(), read, failure("find a notice", err)
}

// NoteRead implements cohort.Store.
func (s *Store) NoteRead(ctx context.Context, who, id uuid.UUID, version int) error {
	return s.transact(ctx, "note that a notice is read", func(tx *gorm.DB) error {
		e, found, err := one[enrolmentRow](tx.Where("cohort_id = ? AND account_id = ? AND left_at IS NULL", key(id), key(who)))
		switch {
		case err != nil || found && e.NoticeRead == version:
			return err
		case !found:
			return cohort.Unknown()
		}
		c, _, err := one[cohortRow](tx.Clauses(forUpdate).Where("id = ?", key(id)))
		switch {
		case err != nil:
			return err
		case c.NoticeVersion != version:
			return cohort.Reworded()
		}
		err = tx.Model(&enrolmentRow{}).Where("cohort_id = ? AND account_id = ?", key(id), key(who)).Update("notice_read", version).Error
		if err != nil {
			return err
		}
		return s.record(tx, ofCohort(who, audit.NoticeRead, id, fmt.Sprintf(`{"version":%d}`, version)))
	})
}
