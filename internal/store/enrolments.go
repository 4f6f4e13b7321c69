package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/account"
	"casebook/internal/audit"
	"casebook/internal/cohort"
)

type enrolmentRow struct {
	CohortID   key `gorm:"primaryKey"`
	AccountID  key `gorm:"primaryKey"`
	Way        string
	NoticeRead int
	EnrolledAt time.Time
	LeftAt     sql.NullTime
}

func (enrolmentRow) TableName() string { return "enrolments" }

func (r enrolmentRow) enrolment() cohort.Enrolment {
	return cohort.Enrolment{
		Cohort: uuid.UUID(r.CohortID), Account: uuid.UUID(r.AccountID), Way: cohort.Way(r.Way), NoticeRead: r.NoticeRead,
		EnrolledAt: moment(r.EnrolledAt), LeftAt: when(r.LeftAt),
	}
}

// Members implements cohort.Store.
func (s *Store) Members(ctx context.Context, of cohort.Scope, id uuid.UUID, q cohort.Query) (page []cohort.Member, total int, err error) {
	err = s.look(ctx, "list members", func(tx *gorm.DB) error {
		if _, err := findCohort(tx, of, id); err != nil {
			return err
		}
		theirs := func() *gorm.DB {
			found := tx.Table("enrolments AS e").Joins("JOIN accounts AS a ON a.id = e.account_id").Where("e.cohort_id = ?", key(id))
			if q.Past {
				found = found.Where("e.left_at IS NOT NULL")
			} else {
				found = found.Where("e.left_at IS NULL")
			}
			return holding(found, "a.folded", q.Search)
		}
		var n int64
		if err := theirs().Count(&n).Error; err != nil {
			return err
		}
		var rows []memberRow
		err := theirs().Select("e.*, a.name, coalesce(a.email, '') AS email, a.lang, a.closed_at, " +
			"(a.password = '' AND a.verified_at IS NULL AND a.kind = 'person') AS waiting").
			Order("a.folded, a.id").Offset(q.Offset).Limit(cohort.PageSize).Scan(&rows).Error
		total, page = int(n), make([]cohort.Member, len(rows))
		for i := range rows {
			page[i] = rows[i].member()
		}
		return err
	})
	return page, total, err
}

type memberRow struct {
	Row               enrolmentRow `gorm:"embedded"`
	Name, Email, Lang string
	ClosedAt          sql.NullTime
	Waiting           bool
}

func (r *memberRow) member() cohort.Member {
	m := cohort.Member{Enrolment: r.Row.enrolment(), Name: r.Name, Email: r.Email, Lang: r.Lang, State: cohort.Active}
	switch {
	case r.ClosedAt.Valid:
		m.State = cohort.Closed
	case r.Waiting:
		m.State = cohort.Invited
	}
	return m
}

// atOnce is how many ids or addresses a query is asked about.
const atOnce = 1000

// Presences implements cohort.Store.
func (s *Store) Presences(ctx context.Context, of cohort.Scope, id uuid.UUID, emails []string) (there map[string]cohort.Presence, err error) {
	err = s.look(ctx, "find out who is enrolled", func(tx *gorm.DB) error {
		if _, err := findCohort(tx, of, id); err != nil {
			return err
		}
		there, err = presences(tx, id, emails)
		return err
	})
	return there, err
}

func presences(tx *gorm.DB, id uuid.UUID, emails []string) (map[string]cohort.Presence, error) {
	there := make(map[string]cohort.Presence, len(emails))
	for from := 0; from < len(emails); from += atOnce {
		var rows []struct {
			ID          key
			Name, Email string
			Here, Gone  bool
		}
		err := tx.Table("accounts AS a").
			Select("a.id, a.name, a.email, e.account_id IS NOT NULL AND e.left_at IS NULL AS here, e.left_at IS NOT NULL AS gone").
			Joins("LEFT JOIN enrolments AS e ON e.account_id = a.id AND e.cohort_id = ?", key(id)).
			Where("a.email IN ?", emails[from:min(from+atOnce, len(emails))]).Scan(&rows).Error
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			there[r.Email] = cohort.Presence{Account: uuid.UUID(r.ID), Name: r.Name, Here: r.Here, Left: r.Gone}
		}
	}
	return there, nil
}

// Enrol implements cohort.Store.
func (s *Store) Enrol(
	ctx context.Context, of cohort.Scope, by account.Account, id uuid.UUID, way cohort.Way, people []account.Newcomer,
) (done []cohort.Joiner, err error) {
	err = s.transact(ctx, "enrol people", func(tx *gorm.DB) error {
		if err := mayChange(tx, of, id); err != nil {
			return err
		}
		invited, err := s.invite(tx, by, people)
		if err != nil {
			return err
		}
		emails := make([]string, len(invited))
		for i, p := range invited {
			emails[i] = p.Email
		}
		there, err := presences(tx, id, emails)
		if err != nil {
			return err
		}
		done = make([]cohort.Joiner, len(invited))
		var r roll
		for i, p := range invited {
			done[i] = cohort.Joiner{Was: there[p.Email], Invited: p}
			r.add(enrolmentRow{CohortID: key(id), AccountID: key(p.Account), Way: string(way), EnrolledAt: moment(s.now())}, there[p.Email])
		}
		if err := r.keep(tx, id); err != nil {
			return err
		}
		return s.record(tx, ofCohort(of.Account, audit.PeopleEnrolled, id, fmt.Sprintf(
			`{"way":%q,"people":%d}`, way, len(r.joining)+len(r.returning),
		)))
	})
	return done, err
}

// roll is who enters a cohort.
type roll struct {
	joining   []enrolmentRow
	returning []key
}

func (r *roll) add(row enrolmentRow, was cohort.Presence) {
	switch {
	case was.Here:
	case was.Left:
		r.returning = append(r.returning, row.AccountID)
	default:
		r.joining = append(r.joining, row)
	}
}

func (r *roll) keep(tx *gorm.DB, id uuid.UUID) error {
	if err := create(tx, r.joining); err != nil {
		return err
	}
	for from := 0; from < len(r.returning); from += atOnce {
		err := tx.Model(&enrolmentRow{}).
			Where("cohort_id = ? AND account_id IN ?", key(id), r.returning[from:min(from+atOnce, len(r.returning))]).
			Update("left_at", nil).Error
		if err != nil {
			return err
		}
	}
	return nil
}

// RemoveMember implements cohort.Store.
func (s *Store) RemoveMember(ctx context.Context, of cohort.Scope, id, who uuid.UUID) error {
	return s.transact(ctx, "remove a member", func(tx *gorm.DB) error {
		if err := mayChange(tx, of, id); err != nil {
			return err
		}
		gone := tx.Model(&enrolmentRow{}).Where("cohort_id = ? AND account_id = ? AND left_at IS NULL", key(id), key(who)).
			Update("left_at", moment(s.now()))
		switch {
		case gone.Error != nil:
			return gone.Error
		case gone.RowsAffected == 0:
			return cohort.NoSuchMember()
		}
		return s.record(tx, ofCohort(of.Account, audit.MemberRemoved, id, fmt.Sprintf(`{"account":%q}`, who)))
	})
}

// ReturnMember implements cohort.Store.
func (s *Store) ReturnMember(ctx context.Context, of cohort.Scope, id, who uuid.UUID) error {
	return s.transact(ctx, "let a member return", func(tx *gorm.DB) error {
		if err := mayChange(tx, of, id); err != nil {
			return err
		}
		back := tx.Model(&enrolmentRow{}).Where("cohort_id = ? AND account_id = ?", key(id), key(who)).Update("left_at", nil)
		switch {
		case back.Error != nil:
			return back.Error
		case back.RowsAffected == 0:
			return cohort.NoSuchMember()
		}
		return s.record(tx, ofCohort(of.Account, audit.MemberReturned, id, fmt.Sprintf(`{"account":%q}`, who)))
	})
}
