package store

import (
	"context"
	"iter"
	"strings"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
)

// summaryPage is how many summaries are read in one transaction.
const summaryPage = 4096

// summaryColumns are those of a summaryRow, in the order in which readSummaries takes them.
const summaryColumns = `attempt_id, account_id, cohort_id, scenario_id, scenario_version, status, ended_us, node, steps,
	score, capped, profile, wide, path, course`

// Summaries implements report.Source: from is empty, or what a call before answered.
func (s *Store) Summaries(ctx context.Context, from string) (page []attempt.Summary, next string, more bool, err error) {
	page, next, more, err = s.database.summaries(s.read.WithContext(ctx), from, summaryPage)
	return page, next, more, failure("read summaries", err)
}

// readSummaries reads summaries, each with what more the query answers of it: that is in beside when each is called.
func readSummaries(tx *gorm.DB, each func(attempt.Summary), beside []any, query string, args ...any) error {
	rows, err := tx.Raw(strings.Replace(query, "*", summaryColumns, 1), args...).Rows()
	if err != nil {
		return err
	}
	defer shut(rows)
	var r summaryRow
	into := append([]any{
		&r.AttemptID, &r.AccountID, &r.CohortID, &r.ScenarioID, &r.ScenarioVersion, &r.Status, &r.EndedUs,
		&r.Node, &r.Steps, &r.Score, &r.Capped, &r.Profile, &r.Wide, &r.Path, &r.Course,
	}, beside...)
	for rows.Next() {
		r = summaryRow{}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		each(r.summary())
	}
	return rows.Err()
}

// Unsummed goes through the attempts that have ended and have no summary, or one without a course: those that did before
// there were any. It answers whose they are and which.
func (s *Store) Unsummed(ctx context.Context) iter.Seq2[attempt.Attempt, error] {
	return s.picked(ctx, "attempts", "id",
		"status <> 'in_progress' AND NOT EXISTS (SELECT 1 FROM summaries WHERE attempt_id = attempts.id AND length(course) > 0)")
}

// Unattempted goes through the summaries of attempts that are not there.
func (s *Store) Unattempted(ctx context.Context) iter.Seq2[attempt.Attempt, error] {
	return s.picked(ctx, "summaries", "attempt_id", "NOT EXISTS (SELECT 1 FROM attempts WHERE id = summaries.attempt_id)")
}

// AddCourse implements attempt.Store. What is remembered of the attempt goes without the course until it is read again.
func (s *Store) AddCourse(ctx context.Context, owner, id uuid.UUID, c attempt.Course) error {
	return failure("complete a summary", s.write.WithContext(ctx).Model(&summaryRow{}).
		Where("attempt_id = ? AND account_id = ? AND length(course) = 0", key(id), key(owner)).
		Update("course", blob(c)).Error)
}

// picked goes through a table, some rows in a transaction, whichever of them the condition picks: however few they are,
// none takes long.
func (s *Store) picked(ctx context.Context, table, id, condition string) iter.Seq2[attempt.Attempt, error] {
	return func(yield func(attempt.Attempt, error) bool) {
		for after, more := (key{}), true; more; {
			var rows []struct {
				ID, AccountID key
				Picked        bool
			}
			err := s.read.WithContext(ctx).Table(table).Select(id+" AS id", "account_id", condition+" AS picked").
				Where(id+" > ?", after).Order(id).Limit(1000).Find(&rows).Error
			if err != nil {
				yield(attempt.Attempt{}, failure("look through "+table, err))
				return
			}
			for _, r := range rows {
				if r.Picked && !yield(attempt.Attempt{ID: uuid.UUID(r.ID), Account: uuid.UUID(r.AccountID)}, nil) {
					return
				}
				after = r.ID
			}
			more = len(rows) > 0
		}
	}
}
