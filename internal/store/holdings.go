package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/cohort"
	"casebook/internal/personal"
)

// Holdings implements personal.Store.
func (s *Store) Holdings(ctx context.Context, of uuid.UUID) (h personal.Holdings, err error) {
	err = s.look(ctx, "read what is kept of somebody", func(tx *gorm.DB) (err error) {
		if h.Enrolments, err = enrolmentsOf(tx, of); err == nil {
			err = tx.Raw("SELECT name AS cohort, post FROM cohort_posts JOIN cohorts ON cohorts.id = cohort_id WHERE account_id = ? ORDER BY name",
				key(of)).Scan(&h.Posts).Error
		}
		return err
	})
	return h, err
}

func enrolmentsOf(tx *gorm.DB, of uuid.UUID) (list []personal.Enrolled, err error) {
	var rows []struct {
		Name, Way  string
		NoticeRead int
		EnrolledAt time.Time
		LeftAt     sql.NullTime
	}
	err = tx.Raw(`SELECT name, way, notice_read, enrolled_at, left_at FROM enrolments JOIN cohorts ON cohorts.id = cohort_id
		WHERE account_id = ? ORDER BY enrolled_at`, key(of)).Scan(&rows).Error
	for _, r := range rows {
		list = append(list, personal.Enrolled{
			Cohort: r.Name, Way: cohort.Way(r.Way), NoticeRead: r.NoticeRead,
			EnrolledAt: moment(r.EnrolledAt), LeftAt: when(r.LeftAt),
		})
	}
	return list, err
}
