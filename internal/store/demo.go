package store

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/comment"
	"casebook/internal/demo"
	"casebook/internal/fault"
)

// Demo implements demo.Store.
func (s *Store) Demo(ctx context.Context, by uuid.UUID) (there demo.There, err error) {
	err = s.look(ctx, "look for the demonstration", func(tx *gorm.DB) error {
		id, found, err := demoCohort(tx)
		if err != nil || !found {
			return err
		}
		there.Cohort = id
		post, _, err := one[postRow](tx.Where("cohort_id = ? AND account_id = ?", key(id), key(by)))
		if err != nil {
			return err
		}
		there.Post = cohort.Post(post.Post)
		var people, attempts int64
		err = errors.Join(
			tx.Model(&enrolmentRow{}).Where("cohort_id = ?", key(id)).Count(&people).Error,
			tx.Model(&attemptRow{}).Where("cohort_id = ?", key(id)).Count(&attempts).Error,
		)
		there.People, there.Attempts = int(people), int(attempts)
		return err
	})
	return there, err
}

func demoCohort(tx *gorm.DB) (id uuid.UUID, found bool, err error) {
	row, found, err := one[cohortRow](tx.Where("demo"))
	return uuid.UUID(row.ID), found, err
}

// AddDemo implements demo.Store.
func (s *Store) AddDemo(ctx context.Context, by uuid.UUID, g *demo.Group) error {
	return s.transact(ctx, "add the demonstration", func(tx *gorm.DB) error {
		if err := s.database.queue(tx, erasureRow{}.TableName()); err != nil {
			return err
		}
		if _, found, err := demoCohort(tx); err != nil {
			return err
		} else if found {
			return asIs{fault.New(fault.Conflict, "demo_is_there", fault.Text{
				FR: "La démonstration est déjà là. Retirez-la pour en faire une autre.",
				EN: "The demonstration is there already. Remove it to make another.",
			})}
		}
		if err := addGroup(tx, g); err != nil {
			return err
		}
		if by != uuid.Nil {
			if err := tx.Create(&postRow{key(g.Cohort.ID), key(by), string(cohort.Trainer)}).Error; err != nil {
				return err
			}
		}
		return s.record(tx, audit.Event{Actor: actor(by), Action: audit.DemoAdded, Subject: "cohort/" + g.Cohort.ID.String()})
	})
}

func addGroup(tx *gorm.DB, g *demo.Group) error {
	people := make([]accountRow, 0, len(g.People)+2)
	for _, a := range g.Accounts() {
		people = append(people, accountRowOf(a))
	}
	group, notice := cohortRowOf(g.Cohort), noticeRowOf(g.Cohort, g.Cohort.CreatedAt)
	enrolments := make([]enrolmentRow, len(g.Enrolments))
	for i, e := range g.Enrolments {
		enrolments[i] = enrolmentRow{
			CohortID: key(e.Cohort), AccountID: key(e.Account), Way: string(e.Way), NoticeRead: e.NoticeRead, EnrolledAt: moment(e.EnrolledAt),
		}
	}
	assignments := make([]assignmentRow, len(g.Assignments))
	for i, a := range g.Assignments {
		var err error
		if assignments[i], err = assignmentRowOf(a); err != nil {
			return err
		}
	}
	for _, add := range []func() error{
		func() error { return create(tx, people) },
		func() error { return tx.Create(&group).Error },
		func() error { return tx.Create(&notice).Error },
		func() error {
			return create(tx, []postRow{
				{group.ID, key(g.Trainer.ID), string(cohort.Trainer)}, {group.ID, key(g.Manager.ID), string(cohort.Manager)},
			})
		},
		func() error { return create(tx, enrolments) },
		func() error { return create(tx, assignments) },
		func() error { return addPlayed(tx, g.Attempts) },
		func() error { return create(tx, remarks(g)) },
	} {
		if err := add(); err != nil {
			return err
		}
	}
	return nil
}

func remarks(g *demo.Group) (rows []commentRow) {
	for _, r := range g.Remarks {
		c := comment.Comment{
			Attempt: r.Attempt, Step: r.Step, Rater: g.Trainer.ID, Text: r.Text, Revision: 1, WrittenAt: r.At, ChangedAt: r.At,
		}
		copy(c.Levels[:], r.Levels[:])
		rows = append(rows, commentRowOf(c))
	}
	return rows
}

// addPlayed adds attempts that were played elsewhere.
func addPlayed(tx *gorm.DB, attempts []attempt.Attempt) error {
	rows, err := rowsOf(attempts)
	if err != nil {
		return err
	}
	return errors.Join(
		create(tx, rows.begun), create(tx, rows.decisions), create(tx, rows.rationales), create(tx, rows.page.drafts.kept),
		create(tx, rows.page.reflections.kept), create(tx, rows.summaries),
	)
}

// demoAtOnce is how many made-up accounts go in one transaction: there may be millions.
const demoAtOnce = 200

// RemoveDemo implements demo.Store. The cohort goes first, with its people.
func (s *Store) RemoveDemo(ctx context.Context, by uuid.UUID) error {
	for more := true; more; {
		err := s.transact(ctx, "remove the demonstration", func(tx *gorm.DB) (err error) {
			more, err = s.removeDemo(tx, by)
			return err
		})
		if err != nil {
			return err
		}
	}
	s.recent.drop(func(keptAttempt) bool { return true })
	s.accounts.drop(func(a dated[accountRow]) bool { return a.value.Kind == string(account.Demo) })
	return nil
}

func (s *Store) removeDemo(tx *gorm.DB, by uuid.UUID) (more bool, err error) {
	if err := s.database.queue(tx, erasureRow{}.TableName()); err != nil {
		return false, err
	}
	id, found, err := demoCohort(tx)
	if err != nil {
		return false, err
	}
	var people []key
	q := tx.Model(&accountRow{}).Where("kind = ?", string(account.Demo)).Order("id").Limit(demoAtOnce)
	if err := q.Pluck("id", &people).Error; err != nil || len(people) == 0 && !found {
		return false, err
	}
	if err := tx.Where("id = ?", key(id)).Delete(&cohortRow{}).Error; err != nil {
		return false, err
	}
	if err := tx.Where("id IN ?", people).Delete(&accountRow{}).Error; err != nil {
		return false, err
	}
	if err := enter(tx, uuid.Nil, s.now()); err != nil {
		return false, err
	}
	e := audit.Event{Actor: actor(by), Action: audit.DemoRemoved}
	if found {
		e.Subject = "cohort/" + id.String()
	}
	return len(people) == demoAtOnce, s.record(tx, e)
}

// ViewDemoAs implements demo.Store.
func (s *Store) ViewDemoAs(ctx context.Context, by uuid.UUID, post cohort.Post) error {
	return s.transact(ctx, "look at the demonstration otherwise", func(tx *gorm.DB) error {
		id, found, err := demoCohort(tx)
		switch {
		case err != nil:
			return err
		case !found:
			return cohort.Unknown()
		}
		row := postRow{key(id), key(by), string(post)}
		if err := tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error; err != nil {
			return err
		}
		return s.record(tx, audit.Event{
			Actor: by.String(), Action: audit.DemoViewed, Subject: "cohort/" + id.String(), Details: `{"post":"` + string(post) + `"}`,
		})
	})
}
