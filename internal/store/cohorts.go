package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/audit"
	"casebook/internal/cohort"
)

// AddCohort implements cohort.Store.
func (s *Store) AddCohort(ctx context.Context, trainer uuid.UUID, c cohort.Cohort) error {
	return s.transact(ctx, "add a cohort", func(tx *gorm.DB) error {
		row := cohortRowOf(c)
		if err := tx.Create(&row).Error; err != nil {
			return err
		}
		if err := tx.Create(&postRow{row.ID, key(trainer), string(cohort.Trainer)}).Error; err != nil {
			return err
		}
		if err := keepNotice(tx, c, noticeRowOf(c, c.CreatedAt)); err != nil {
			return err
		}
		return s.record(tx, ofCohort(trainer, audit.CohortCreated, c.ID, ""))
	})
}

// ofCohort is what the audit trail is told of a cohort.
func ofCohort(by uuid.UUID, action audit.Action, id uuid.UUID, details string) audit.Event {
	return audit.Event{Actor: by.String(), Action: action, Subject: "cohort/" + id.String(), Details: details}
}

// keepNotice keeps what a version of the notice says, when there is one.
func keepNotice(tx *gorm.DB, c cohort.Cohort, row noticeRow) error {
	if c.NoticeVersion == 0 {
		return nil
	}
	return tx.Create(&row).Error
}

// counted are the figures beside a cohort.
const (
	peopleOf = "(SELECT count(*) FROM enrolments WHERE enrolments.cohort_id = cohorts.id AND enrolments.left_at IS NULL) AS people"
	casesOf  = "(SELECT count(*) FROM assignments WHERE assignments.cohort_id = cohorts.id AND assignments.withdrawn_at IS NULL) AS assignments"
	postOf   = "(SELECT own.post FROM cohort_posts AS own WHERE own.cohort_id = cohorts.id AND own.account_id = ?) AS post"
)

type listedCohort struct {
	Row         cohortRow `gorm:"embedded"`
	Post        *string
	People      int
	Assignments int
}

func (r *listedCohort) post() cohort.Post {
	if r.Post == nil {
		return ""
	}
	return cohort.Post(*r.Post)
}

// Cohort implements cohort.Store.
func (s *Store) Cohort(ctx context.Context, of cohort.Scope, id uuid.UUID) (full cohort.Full, err error) {
	err = s.look(ctx, "find a cohort", func(tx *gorm.DB) error {
		row, found, err := one[listedCohort](inScope(tx.Table("cohorts"), of).
			Select("cohorts.*, "+peopleOf+", "+postOf, key(of.Account)).Where("cohorts.id = ?", key(id)))
		switch {
		case err != nil:
			return err
		case !found:
			return cohort.Unknown()
		}
		full = cohort.Full{Cohort: row.Row.cohort(), Post: row.post(), People: row.People}
		full.Leads, err = leads(tx, id)
		return err
	})
	return full, err
}

// leads lists who has a post in a cohort, trainers first.
func leads(tx *gorm.DB, id uuid.UUID) ([]cohort.Lead, error) {
	var rows []struct {
		AccountID   key
		Name, Email string
		Post        string
	}
	err := tx.Table("cohort_posts AS p").
		Select("p.account_id, a.name, coalesce(a.email, '') AS email, p.post").
		Joins("JOIN accounts AS a ON a.id = p.account_id").
		Where("p.cohort_id = ?", key(id)).
		Order("p.post DESC, a.folded, a.id").Limit(1000).Scan(&rows).Error
	list := make([]cohort.Lead, len(rows))
	for i, r := range rows {
		list[i] = cohort.Lead{Account: uuid.UUID(r.AccountID), Name: r.Name, Email: r.Email, Post: cohort.Post(r.Post)}
	}
	return list, err
}

// Cohorts implements cohort.Store.
func (s *Store) Cohorts(ctx context.Context, of cohort.Scope, q cohort.Query) (page []cohort.Listed, total int, err error) {
	err = s.look(ctx, "list cohorts", func(tx *gorm.DB) error {
		theirs := func() *gorm.DB {
			found := inScope(tx.Table("cohorts"), of)
			if q.Past {
				found = found.Where("cohorts.archived_at IS NOT NULL")
			} else {
				found = found.Where("cohorts.archived_at IS NULL")
			}
			return holding(found, "cohorts.folded", q.Search)
		}
		var n int64
		if err := theirs().Count(&n).Error; err != nil {
			return err
		}
		var rows []listedCohort
		err := theirs().Select("cohorts.*, "+peopleOf+", "+casesOf+", "+postOf, key(of.Account)).
			Order("cohorts.folded, cohorts.id").Offset(q.Offset).Limit(cohort.PageSize).Scan(&rows).Error
		total, page = int(n), make([]cohort.Listed, len(rows))
		for i := range rows {
			r := &rows[i]
			page[i] = cohort.Listed{Cohort: r.Row.cohort(), Post: r.post(), People: r.People, Assignments: r.Assignments}
		}
		return err
	})
	return page, total, err
}

// ChangeCohort implements cohort.Store.
func (s *Store) ChangeCohort(ctx context.Context, of cohort.Scope, id uuid.UUID, change func(*cohort.Cohort) error) error {
	return s.transact(ctx, "change a cohort", func(tx *gorm.DB) error {
		before, err := findCohort(tx.Clauses(forUpdate), of, id)
		if err != nil {
			return err
		}
		after := before
		if err := change(&after); err != nil {
			return asIs{err}
		}
		row := cohortRowOf(after)
		if err := tx.Model(&row).Where("id = ?", row.ID).
			Select("name", "folded", "notice", "notice_version", "retention_days", "revision", "archived_at").Updates(&row).Error; err != nil {
			return err
		}
		if after.NoticeVersion != before.NoticeVersion {
			if err := keepNotice(tx, after, noticeRowOf(after, s.now())); err != nil {
				return err
			}
		}
		return s.record(tx, changedCohort(of.Account, before, after))
	})
}

func changedCohort(by uuid.UUID, before, after cohort.Cohort) audit.Event {
	switch was, is := before.ArchivedAt.IsZero(), after.ArchivedAt.IsZero(); {
	case was && !is:
		return ofCohort(by, audit.CohortArchived, after.ID, "")
	case !was && is:
		return ofCohort(by, audit.CohortReopened, after.ID, "")
	default:
		return ofCohort(by, audit.CohortChanged, after.ID, fmt.Sprintf(
			`{"notice":%d,"retention":%d}`, after.NoticeVersion, after.RetentionDays,
		))
	}
}
