package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/library"
)

type assignmentRow struct {
	ID              key `gorm:"primaryKey"`
	CohortID        key
	ScenarioID      string
	ScenarioVersion int
	OpensAt         time.Time
	DueAt           sql.NullTime
	Attempts        int
	Langs           string
	Learning        bool
	Revision        int
	CreatedAt       time.Time `gorm:"autoCreateTime:false"`
	WithdrawnAt     sql.NullTime
}

func (assignmentRow) TableName() string { return "assignments" }

func assignmentRowOf(a cohort.Assignment) (assignmentRow, error) {
	langs, err := list(a.Langs)
	return assignmentRow{
		ID: key(a.ID), CohortID: key(a.Cohort), ScenarioID: a.Scenario.ID, ScenarioVersion: a.Scenario.Version,
		OpensAt: moment(a.OpensAt), DueAt: maybe(a.DueAt), Attempts: a.Attempts, Langs: langs, Learning: a.Learning,
		Revision: a.Revision, CreatedAt: moment(a.CreatedAt), WithdrawnAt: maybe(a.WithdrawnAt),
	}, err
}

func (r assignmentRow) assignment() (cohort.Assignment, error) {
	langs, err := unlist[string](r.Langs)
	return cohort.Assignment{
		ID: uuid.UUID(r.ID), Cohort: uuid.UUID(r.CohortID),
		Scenario: library.Ref{ID: r.ScenarioID, Version: r.ScenarioVersion},
		OpensAt:  moment(r.OpensAt), DueAt: when(r.DueAt), Attempts: r.Attempts, Langs: langs, Learning: r.Learning,
		Revision: r.Revision, CreatedAt: moment(r.CreatedAt), WithdrawnAt: when(r.WithdrawnAt),
	}, err
}

// ofAssignment is what the audit trail is told of an assignment.
func ofAssignment(by uuid.UUID, action audit.Action, a cohort.Assignment) audit.Event {
	return audit.Event{
		Actor: by.String(), Action: action, Subject: "assignment/" + a.ID.String(),
		Details: fmt.Sprintf(`{"cohort":%q,"case":"%s/%d","revision":%d}`, a.Cohort, a.Scenario.ID, a.Scenario.Version, a.Revision),
	}
}

// AddAssignment implements cohort.Store.
func (s *Store) AddAssignment(ctx context.Context, of cohort.Scope, a cohort.Assignment) error {
	return s.transact(ctx, "add an assignment", func(tx *gorm.DB) error {
		if err := mayChange(tx, of, a.Cohort); err != nil {
			return err
		}
		var standing int64
		err := tx.Model(&assignmentRow{}).Where("cohort_id = ? AND withdrawn_at IS NULL", key(a.Cohort)).Count(&standing).Error
		switch {
		case err != nil:
			return err
		case standing >= cohort.MostAssignments:
			return cohort.TooManyAssignments()
		}
		row, err := assignmentRowOf(a)
		if err != nil {
			return err
		}
		if err := tx.Create(&row).Error; err != nil {
			return err
		}
		return s.record(tx, ofAssignment(of.Account, audit.AssignmentMade, a))
	})
}

// Assignments implements cohort.Store.
func (s *Store) Assignments(ctx context.Context, of cohort.Scope, id uuid.UUID) (found []cohort.Assignment, begun map[uuid.UUID]bool, err error) {
	err = s.look(ctx, "list assignments", func(tx *gorm.DB) error {
		if _, err := findCohort(tx, of, id); err != nil {
			return err
		}
		var rows []assignmentRow
		if err := tx.Where("cohort_id = ? AND withdrawn_at IS NULL", key(id)).Order("opens_at, id").Find(&rows).Error; err != nil {
			return err
		}
		ids := make([]key, len(rows))
		found, begun = make([]cohort.Assignment, len(rows)), map[uuid.UUID]bool{}
		for i, r := range rows {
			if found[i], err = r.assignment(); err != nil {
				return err
			}
			ids[i] = r.ID
		}
		var played []key
		err := tx.Model(&attemptRow{}).Where("assignment_id IN ?", ids).Distinct().Pluck("assignment_id", &played).Error
		for _, id := range played {
			begun[uuid.UUID(id)] = true
		}
		return err
	})
	return found, begun, err
}

// ChangeAssignment implements cohort.Store.
func (s *Store) ChangeAssignment(ctx context.Context, of cohort.Scope, id, assignment uuid.UUID, change func(*cohort.Assignment) error) error {
	return s.transact(ctx, "change an assignment", func(tx *gorm.DB) error {
		if err := mayChange(tx, of, id); err != nil {
			return err
		}
		before, found, err := one[assignmentRow](tx.
			Where("id = ? AND cohort_id = ? AND withdrawn_at IS NULL", key(assignment), key(id)))
		switch {
		case err != nil:
			return err
		case !found:
			return cohort.UnknownAssignment()
		}
		after, err := before.assignment()
		if err != nil {
			return err
		}
		if err := change(&after); err != nil {
			return asIs{err}
		}
		row, err := assignmentRowOf(after)
		if err != nil {
			return err
		}
		if err := tx.Model(&row).Where("id = ?", row.ID).
			Select("opens_at", "due_at", "attempts", "langs", "learning", "revision", "withdrawn_at").Updates(&row).Error; err != nil {
			return err
		}
		action := audit.AssignmentChanged
		if !after.WithdrawnAt.IsZero() {
			action = audit.AssignmentWithdrawn
		}
		return s.record(tx, ofAssignment(of.Account, action, after))
	})
}

// entitledRow is an assignment with its cohort and somebody's enrolment in it.
type entitledRow struct {
	Row           assignmentRow `gorm:"embedded"`
	Name          string
	Notice        string
	NoticeVersion int
	RetentionDays int
	ArchivedAt    sql.NullTime
	NoticeRead    int
}

func (r *entitledRow) entitlement() (e cohort.Entitlement, err error) {
	e.Assignment, err = r.Row.assignment()
	e.Group = cohort.Cohort{
		ID: e.Cohort, Name: r.Name, Notice: r.Notice, NoticeVersion: r.NoticeVersion, RetentionDays: r.RetentionDays,
		ArchivedAt: when(r.ArchivedAt),
	}
	e.Read = r.NoticeRead
	return e, err
}

// Entitled implements cohort.Store.
func (s *Store) Entitled(ctx context.Context, who, assignment uuid.UUID) (theirs []cohort.Entitlement, err error) {
	err = s.look(ctx, "find what is assigned to somebody", func(tx *gorm.DB) error {
		q := tx.Table("assignments AS a").
			Select("a.*, c.name, c.notice, c.notice_version, c.retention_days, c.archived_at, e.notice_read").
			Joins("JOIN cohorts AS c ON c.id = a.cohort_id").
			Joins("JOIN enrolments AS e ON e.cohort_id = a.cohort_id AND e.account_id = ? AND e.left_at IS NULL", key(who)).
			Where("a.withdrawn_at IS NULL")
		if assignment != uuid.Nil {
			q = q.Where("a.id = ?", key(assignment))
		} else {
			q = q.Where("c.archived_at IS NULL")
		}
		var rows []entitledRow
		if err := q.Order("a.opens_at, a.id").Limit(1000).Scan(&rows).Error; err != nil {
			return err
		}
		if assignment != uuid.Nil && len(rows) == 0 {
			return cohort.UnknownAssignment()
		}
		theirs = make([]cohort.Entitlement, len(rows))
		place := make(map[key]int, len(rows))
		for i := range rows {
			if theirs[i], err = rows[i].entitlement(); err != nil {
				return err
			}
			place[rows[i].Row.ID] = i
		}
		return addMade(tx, who, theirs, place)
	})
	return theirs, err
}

// addMade adds the attempts that somebody has begun under assignments.
func addMade(tx *gorm.DB, who uuid.UUID, theirs []cohort.Entitlement, place map[key]int) error {
	ids := make([]key, 0, len(place))
	for id := range place {
		ids = append(ids, id)
	}
	var rows []attemptRow
	err := tx.Select("id", "assignment_id", "ordinal", "status").
		Where("account_id = ? AND assignment_id IN ?", key(who), ids).Order("ordinal, id").Find(&rows).Error
	for _, r := range rows {
		e := &theirs[place[key(r.AssignmentID)]]
		e.Made = append(e.Made, cohort.Made{
			ID: uuid.UUID(r.ID), Ordinal: r.Ordinal,
			UnderWay: r.Status == string(attempt.InProgress), Ended: r.Status == string(attempt.Completed),
		})
	}
	return err
}
