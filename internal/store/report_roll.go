package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/library"
	"casebook/internal/report"
)

// reported reads the head of a report: which cohort it is, and what whoever reads is to it.
func reported(tx *gorm.DB, in cohort.Scope, id uuid.UUID) (report.Heading, cohort.Post, error) {
	posts := make([]string, len(in.Posts))
	for i, p := range in.Posts {
		posts[i] = string(p)
	}
	head, found, err := one[struct {
		Name, Post string
		Demo       bool
	}](tx.Table("cohorts").
		Select("cohorts.name", "cohorts.demo", "cohort_posts.post").
		Joins("JOIN cohort_posts ON cohort_posts.cohort_id = cohorts.id").
		Where("cohorts.id = ? AND cohort_posts.account_id = ? AND cohort_posts.post IN ?", key(id), key(in.Account), posts))
	if err == nil && !found {
		err = cohort.Unknown()
	}
	return report.Heading{ID: id, Name: head.Name, Demo: head.Demo}, cohort.Post(head.Post), err
}

// CohortRoll implements report.Records.
func (s *Store) CohortRoll(ctx context.Context, in cohort.Scope, id uuid.UUID) (r report.Roll, err error) {
	err = s.look(ctx, "read a cohort's progress", func(tx *gorm.DB) (err error) {
		if r, err = outline(tx, in, id); err != nil {
			return err
		}
		if r.Ended, err = endedUnder(tx, "cohort_id = ?", key(id)); err != nil {
			return err
		}
		if r.Open, err = openUnder(tx, "cohort_id = ?", key(id)); err != nil {
			return err
		}
		r.Places, err = places(tx, "cohort_id = ?", key(id))
		return err
	})
	return r, err
}

// CohortOutline implements report.Records.
func (s *Store) CohortOutline(ctx context.Context, in cohort.Scope, id uuid.UUID) (r report.Roll, err error) {
	err = s.look(ctx, "read what a cohort was given", func(tx *gorm.DB) (err error) {
		if r, err = outline(tx, in, id); err != nil {
			return err
		}
		r.Begun, err = begunUnder(tx, id)
		return err
	})
	return r, err
}

// CohortWork implements report.Records.
func (s *Store) CohortWork(
	ctx context.Context, in cohort.Scope, id uuid.UUID, people []uuid.UUID,
) (ended []report.Ended, open []attempt.Attempt, err error) {
	theirs := make([]key, len(people))
	for i, p := range people {
		theirs[i] = key(p)
	}
	const work = "cohort_id = ? AND account_id IN ?"
	err = s.look(ctx, "read how far some of a cohort are", func(tx *gorm.DB) (err error) {
		if err = within(tx, in, id); err != nil {
			return err
		}
		if ended, err = endedUnder(tx, work, key(id), theirs); err != nil {
			return err
		}
		open, err = openUnder(tx, work, key(id), theirs)
		return err
	})
	return ended, open, err
}

// outline reads a roll without what anybody has begun.
func outline(tx *gorm.DB, in cohort.Scope, id uuid.UUID) (r report.Roll, err error) {
	if r.Cohort, r.Post, err = reported(tx, in, id); err != nil {
		return r, err
	}
	if r.Members, err = members(tx, id); err != nil {
		return r, err
	}
	r.Assignments, err = assigned(tx, id)
	return r, err
}

// members are the people who are enrolled and have not left, in no order.
func members(tx *gorm.DB, id uuid.UUID) (list []report.Member, err error) {
	var rows []struct {
		ID    key
		Name  string
		Email sql.NullString
	}
	err = tx.Table("enrolments").Select("accounts.id", "accounts.name", "accounts.email").
		Joins("JOIN accounts ON accounts.id = enrolments.account_id").
		Where("enrolments.cohort_id = ? AND enrolments.left_at IS NULL", key(id)).Find(&rows).Error
	for _, row := range rows {
		list = append(list, report.Member{Account: uuid.UUID(row.ID), Name: row.Name, Email: row.Email.String})
	}
	return list, err
}

// assigned are the assignments of a cohort, those included that were withdrawn.
func assigned(tx *gorm.DB, id uuid.UUID) (list []cohort.Assignment, err error) {
	var rows []struct {
		ID                 key
		ScenarioID         string
		ScenarioVersion    int
		OpensAt            time.Time
		DueAt, WithdrawnAt sql.NullTime
		Attempts           int
		Learning           bool
	}
	err = tx.Table("assignments").Where("cohort_id = ?", key(id)).Order("opens_at, id").Find(&rows).Error
	for _, row := range rows {
		list = append(list, cohort.Assignment{
			ID: uuid.UUID(row.ID), Cohort: id, Scenario: library.Ref{ID: row.ScenarioID, Version: row.ScenarioVersion},
			OpensAt: moment(row.OpensAt), DueAt: when(row.DueAt), Attempts: row.Attempts, Learning: row.Learning,
			WithdrawnAt: when(row.WithdrawnAt),
		})
	}
	return list, err
}

// begunUnder is which versions have been begun for which assignments of a cohort.
func begunUnder(tx *gorm.DB, id uuid.UUID) (list []report.Begun, err error) {
	var rows []struct {
		AssignmentID    keyOrNone
		ScenarioID      string
		ScenarioVersion int
	}
	err = tx.Table("attempts").Distinct("assignment_id", "scenario_id", "scenario_version").Where("cohort_id = ?", key(id)).Find(&rows).Error
	for _, row := range rows {
		list = append(list, report.Begun{
			Assignment: uuid.UUID(row.AssignmentID), Scenario: library.Ref{ID: row.ScenarioID, Version: row.ScenarioVersion},
		})
	}
	return list, err
}

// endedUnder are summaries of a cohort, each with the assignment that the attempt was begun for, and when.
func endedUnder(tx *gorm.DB, where string, args ...any) (list []report.Ended, err error) {
	var assignment keyOrNone
	var started time.Time
	err = readSummaries(tx, func(sum attempt.Summary) {
		list = append(list, report.Ended{Summary: sum, Assignment: uuid.UUID(assignment), StartedAt: moment(started)})
		assignment = keyOrNone{}
	}, []any{&assignment, &started}, `SELECT *, begun_for, begun_at FROM summaries
		JOIN (SELECT id AS begun, assignment_id AS begun_for, started_at AS begun_at FROM attempts) AS beginnings ON begun = attempt_id
		WHERE `+where+` ORDER BY ended_us, attempt_id`, args...)
	return list, err
}

// openUnder are attempts of a cohort that go on, as far as their moves. They are asked for in the words and in the order
// by which the index of what is under way is found: by another, all that the cohort ever began would be looked at.
func openUnder(tx *gorm.DB, where string, args ...any) ([]attempt.Attempt, error) {
	var found []attemptRow
	err := tx.Omit("state").Where(where, args...).Where("status = 'in_progress'").Order("account_id, id").Find(&found).Error
	if err != nil {
		return nil, err
	}
	return withDecisions(tx, found, "attempt_id", "step", "move", "timed_out", "at_us")
}

// withDecisions are attempts, each with its decisions: these columns of them, or all. What was written with them is left
// out.
func withDecisions(tx *gorm.DB, found []attemptRow, columns ...string) ([]attempt.Attempt, error) {
	list := make([]attempt.Attempt, len(found))
	ids, place := make([]key, len(found)), make(map[key]int, len(found))
	for i, row := range found {
		ids[i], place[row.ID], list[i] = row.ID, i, row.attempt()
	}
	for from := 0; from < len(ids); from += verifiedPage {
		var rows []decisionRow
		some := ids[from:min(from+verifiedPage, len(ids))]
		if err := tx.Select(columns).Where("attempt_id IN ?", some).Order("attempt_id, step").Find(&rows).Error; err != nil {
			return nil, err
		}
		for i := range rows {
			a := &list[place[rows[i].AttemptID]]
			a.Decisions = append(a.Decisions, rows[i].decision())
		}
	}
	return list, nil
}
