package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/report"
)

// TraineeWork implements report.Records.
func (s *Store) TraineeWork(ctx context.Context, in cohort.Scope, id, person uuid.UUID) (head report.Heading, list []attempt.Attempt, err error) {
	err = s.look(ctx, "read a trainee's work", func(tx *gorm.DB) (err error) {
		if head, err = mayReadOf(tx, in, id, person); err != nil {
			return err
		}
		var found []attemptRow
		err = tx.Omit("state").Where("cohort_id = ? AND account_id = ?", key(id), key(person)).Order("id").Find(&found).Error
		if err != nil {
			return err
		}
		if list, err = withDecisions(tx, found); err != nil {
			return err
		}
		return addRationales(tx, list)
	})
	return head, list, err
}

// mayReadOf refuses a cohort outside the scope, and somebody who is not enrolled in it; it tells which cohort it is.
func mayReadOf(tx *gorm.DB, in cohort.Scope, id, person uuid.UUID) (report.Heading, error) {
	head, _, err := reported(tx, in, id)
	if err != nil {
		return head, err
	}
	_, found, err := one[struct{ Way string }](tx.Table("enrolments").Select("way").
		Where("cohort_id = ? AND account_id = ? AND left_at IS NULL", key(id), key(person)))
	if err == nil && !found {
		err = cohort.NoSuchMember()
	}
	return head, err
}

func addRationales(tx *gorm.DB, list []attempt.Attempt) error {
	ids, place := make([]key, len(list)), make(map[key]int, len(list))
	for i := range list {
		ids[i], place[key(list[i].ID)] = key(list[i].ID), i
	}
	var rows []rationaleRow
	if err := tx.Where("attempt_id IN ?", ids).Find(&rows).Error; err != nil {
		return err
	}
	for _, row := range rows {
		ds := list[place[row.AttemptID]].Decisions
		if row.Step >= len(ds) {
			return fmt.Errorf("attempt %s has a rationale without its decision %d", uuid.UUID(row.AttemptID), row.Step)
		}
		ds[row.Step].Rationale = row.Text
	}
	return nil
}

// ReportViewed implements report.Records.
func (s *Store) ReportViewed(ctx context.Context, in cohort.Scope, id, person, which uuid.UUID) error {
	return s.transact(ctx, "note who reads of whom", func(tx *gorm.DB) error {
		if _, err := mayReadOf(tx, in, id, person); err != nil {
			return err
		}
		e := audit.Event{
			Actor: in.Account.String(), Action: audit.ReportViewed, Subject: "account/" + person.String(),
			Details: fmt.Sprintf(`{"cohort":%q}`, id),
		}
		if which != uuid.Nil {
			e.Action, e.Subject = audit.AttemptViewed, "attempt/"+which.String()
		}
		return s.record(tx, e)
	})
}
