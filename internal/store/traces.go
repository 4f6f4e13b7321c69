package store

import (
	"context"
	"iter"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/account"
	"casebook/internal/cohort"
	"casebook/internal/personal"
)

// decidedLast is when somebody did something of an attempt that goes on, in microseconds since 1970.
const decidedLast = `(SELECT max(at_us) FROM decisions WHERE attempt_id = attempts.id)`

// trace is an attempt under a name.
type trace struct {
	ID, AccountID key
	StartedAt     time.Time
	DecidedUs     *int64
	SavedAt       *time.Time // of its draft
}

func (t *trace) last() time.Time {
	last := moment(t.StartedAt)
	if t.DecidedUs != nil {
		last = time.UnixMicro(*t.DecidedUs).UTC()
	}
	if t.SavedAt != nil && t.SavedAt.After(last) {
		last = moment(*t.SavedAt)
	}
	return last
}

// Traces implements personal.Store.
func (s *Store) Traces(ctx context.Context, scope cohort.Scope, id uuid.UUID) (kept personal.Retained, err error) {
	err = s.look(ctx, "look at what is due", func(tx *gorm.DB) error {
		if err := within(tx, scope, id); err != nil {
			return err
		}
		row, _, err := one[retainedRow](tx.Where("id = ?", key(id)))
		if err != nil {
			return err
		}
		kept = personal.Retained{Cohort: row.Name, Demo: row.Demo, Days: row.RetentionDays}
		var ended []summaryRow
		if err := endedIn(tx, id).Select("account_id", "ended_us").Find(&ended).Error; err != nil {
			return err
		}
		for i := range ended {
			kept.Traces = append(kept.Traces, personal.Trace{
				Account: uuid.UUID(ended[i].AccountID), Last: time.UnixMicro(ended[i].EndedUs).UTC(),
			})
		}
		going, err := goingOn(tx, id)
		for i := range going {
			kept.Traces = append(kept.Traces, personal.Trace{Account: uuid.UUID(going[i].AccountID), Last: going[i].last()})
		}
		return err
	})
	return kept, err
}

// Retained goes through the cohorts that keep names for a time, with what is due of each: for the program itself.
func (s *Store) Retained(ctx context.Context) iter.Seq2[personal.Retained, error] {
	return func(yield func(personal.Retained, error) bool) {
		var rows []struct{ ID key }
		err := s.read.WithContext(ctx).Table("cohorts").Select("id").Where("retention_days > 0").Order("folded, id").Find(&rows).Error
		if err != nil {
			yield(personal.Retained{}, failure("look at what is due", err))
			return
		}
		for _, r := range rows {
			kept, err := s.Traces(ctx, cohort.Scope{All: true}, uuid.UUID(r.ID))
			if !yield(kept, err) || err != nil {
				return
			}
		}
	}
}

// retainedRow is what retention needs of a cohort.
type retainedRow struct {
	ID            key
	Name          string
	Demo          bool
	RetentionDays int
	CreatedAt     time.Time
	ArchivedAt    *time.Time
}

func (retainedRow) TableName() string { return "cohorts" }

// underAName picks what has not lost its name.
const underAName = "NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.id = account_id AND kind = ?)"

// endedIn are the summaries of a cohort that are under a name.
func endedIn(tx *gorm.DB, cohort uuid.UUID) *gorm.DB {
	return tx.Where("cohort_id = ?", key(cohort)).Where(underAName, string(account.Former))
}

// goingOn are the attempts of a cohort that go on.
func goingOn(tx *gorm.DB, cohort uuid.UUID) (going []trace, err error) {
	err = tx.Table("attempts").
		Select("id", "account_id", "started_at", decidedLast+" AS decided_us", "(SELECT saved_at FROM drafts WHERE attempt_id = attempts.id) AS saved_at").
		Where("cohort_id = ? AND status = 'in_progress'", key(cohort)).Find(&going).Error
	return going, err
}
