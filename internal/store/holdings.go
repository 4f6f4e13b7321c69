package store

import (
	"context"
	"database/sql"
	"fmt"
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
			err = tx.Raw("SELECT name AS cohort, post FROM cohort_posts JOIN cohorts ON cohorts.id = cohort_id WHERE account_id = ? ORDER BY folded, id",
				key(of)).Scan(&h.Posts).Error
		}
		if err == nil {
			err = tx.Raw("SELECT way, device, opened_at, ends_at FROM logins WHERE account_id = ? ORDER BY opened_at", key(of)).Scan(&h.Logins).Error
		}
		if err == nil {
			err = tx.Raw("SELECT issuer, subject, linked_at FROM identities WHERE account_id = ? ORDER BY linked_at", key(of)).Scan(&h.Identities).Error
		}
		if err == nil {
			h.Comments, err = commentsTo(tx, of)
		}
		return err
	})
	return h, err
}

// commentsTo are what trainers said to somebody's reasons, in the words that rated them too.
func commentsTo(tx *gorm.DB, of uuid.UUID) (map[personal.Place]string, error) {
	var rows []struct {
		AttemptID                                   key
		Step                                        int
		Text, Name                                  string
		Indices, Perspective, Principe, Consequence sql.NullInt64
	}
	err := tx.Raw(`SELECT comments.attempt_id, comments.step, comments.text, accounts.name, indices, perspective, principe, consequence
		FROM comments JOIN attempts ON attempts.id = comments.attempt_id JOIN accounts ON accounts.id = rater_id
		WHERE attempts.account_id = ? ORDER BY comments.attempt_id, comments.step, rater_id`, key(of)).Scan(&rows).Error
	said := map[personal.Place]string{}
	for _, r := range rows {
		at := personal.Place{Attempt: uuid.UUID(r.AttemptID), Step: r.Step}
		if said[at] != "" {
			said[at] += "\n"
		}
		said[at] += r.Name + ": " + r.Text
		for _, level := range []struct {
			name string
			of   sql.NullInt64
		}{{"indices", r.Indices}, {"perspective", r.Perspective}, {"principe", r.Principe}, {"consequence", r.Consequence}} {
			if level.of.Valid {
				said[at] += fmt.Sprintf(" [%s %d/3]", level.name, level.of.Int64)
			}
		}
	}
	return said, err
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
