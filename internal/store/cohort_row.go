package store

import (
	"database/sql"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/account"
	"casebook/internal/cohort"
)

type cohortRow struct {
	ID            key `gorm:"primaryKey"`
	Name          string
	Folded        string
	Notice        string
	NoticeVersion int
	RetentionDays int
	Revision      int
	CreatedAt     time.Time `gorm:"autoCreateTime:false"`
	ArchivedAt    sql.NullTime
	Demo          bool
}

func (cohortRow) TableName() string { return "cohorts" }

func cohortRowOf(c cohort.Cohort) cohortRow {
	return cohortRow{
		key(c.ID), c.Name, account.FoldedEntry(c.Name, ""), c.Notice, c.NoticeVersion, c.RetentionDays, c.Revision,
		moment(c.CreatedAt), maybe(c.ArchivedAt), c.Demo,
	}
}

func (r cohortRow) cohort() cohort.Cohort {
	return cohort.Cohort{
		ID: uuid.UUID(r.ID), Name: r.Name, Notice: r.Notice, NoticeVersion: r.NoticeVersion, RetentionDays: r.RetentionDays,
		Revision: r.Revision, CreatedAt: moment(r.CreatedAt), ArchivedAt: when(r.ArchivedAt), Demo: r.Demo,
	}
}

type postRow struct {
	CohortID  key `gorm:"primaryKey"`
	AccountID key `gorm:"primaryKey"`
	Post      string
}

func (postRow) TableName() string { return "cohort_posts" }

// noticeRow is what a version of a notice said.
type noticeRow struct {
	CohortID      key `gorm:"primaryKey"`
	Version       int `gorm:"primaryKey;autoIncrement:false"`
	Notice        string
	RetentionDays int
	WrittenAt     time.Time
}

func (noticeRow) TableName() string { return "cohort_notices" }

func noticeRowOf(c cohort.Cohort, at time.Time) noticeRow {
	return noticeRow{key(c.ID), c.NoticeVersion, c.Notice, c.RetentionDays, moment(at)}
}

// findCohort reads a cohort in a scope.
func findCohort(tx *gorm.DB, of cohort.Scope, id uuid.UUID) (cohort.Cohort, error) {
	row, found, err := one[cohortRow](inScope(tx, of).Where("cohorts.id = ?", key(id)))
	if err == nil && !found {
		err = cohort.Unknown()
	}
	return row.cohort(), err
}

// mayChange refuses a cohort that is not in a scope, or is archived, and keeps it as it is until the transaction ends.
func mayChange(tx *gorm.DB, of cohort.Scope, id uuid.UUID) error {
	c, err := findCohort(tx.Clauses(forUpdate), of, id)
	if err == nil && !c.ArchivedAt.IsZero() {
		err = cohort.Archived()
	}
	return err
}
