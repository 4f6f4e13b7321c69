package store

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/comment"
	"casebook/internal/fault"
	"casebook/internal/library"
)

// Reasons implements comment.Store. Attempts that have ended are found by their summaries.
func (s *Store) Reasons(ctx context.Context, scope cohort.Scope, of uuid.UUID) ([]comment.Reason, []comment.Rating, error) {
	type reasonRow struct {
		AttemptID       key
		Step            int
		AccountID       key
		Name            string
		ScenarioID      string
		ScenarioVersion int
	}
	var rows []reasonRow
	var rated []commentRow
	err := s.look(ctx, "list reasons", func(tx *gorm.DB) error {
		if err := within(tx, scope, of); err != nil {
			return err
		}
		theirs := func(table string) *gorm.DB {
			return tx.Table(table).Joins("JOIN summaries ON summaries.attempt_id = "+table+".attempt_id").
				Where("summaries.cohort_id = ? AND summaries.account_id <> ?", key(of), key(scope.Account))
		}
		err := theirs("rationales").Joins("JOIN accounts ON accounts.id = summaries.account_id").
			Select("rationales.attempt_id, rationales.step, summaries.account_id, accounts.name, " +
				"summaries.scenario_id, summaries.scenario_version").Find(&rows).Error
		if err != nil {
			return err
		}
		return theirs("comments").Select("comments.*").Where(
			"comments.indices IS NOT NULL OR comments.perspective IS NOT NULL OR " +
				"comments.principe IS NOT NULL OR comments.consequence IS NOT NULL",
		).Find(&rated).Error
	})
	reasons, ratings := make([]comment.Reason, len(rows)), make([]comment.Rating, len(rated))
	for i, r := range rows {
		reasons[i] = comment.Reason{
			Place: comment.Place{Attempt: uuid.UUID(r.AttemptID), Step: r.Step}, Account: uuid.UUID(r.AccountID), Name: r.Name,
			Scenario: library.Ref{ID: r.ScenarioID, Version: r.ScenarioVersion},
		}
	}
	for i := range rated {
		c := rated[i].comment()
		ratings[i] = comment.Rating{Place: comment.Place{Attempt: c.Attempt, Step: c.Step}, Rater: c.Rater, Levels: c.Levels}
	}
	return reasons, ratings, err
}

// AttemptUnder implements comment.Store.
func (s *Store) AttemptUnder(ctx context.Context, scope cohort.Scope, of, id uuid.UUID) (attempt.Attempt, error) {
	var owner uuid.UUID
	err := s.look(ctx, "find an attempt of a cohort", func(tx *gorm.DB) (err error) {
		owner, err = ownerUnder(tx, scope, of, id)
		return err
	})
	if err != nil {
		return attempt.Attempt{}, err
	}
	return s.Attempt(ctx, owner, id)
}

// ownerUnder is whose an ended attempt under a cohort is; it is not found out of scope, or when it is their own who ask.
func ownerUnder(tx *gorm.DB, scope cohort.Scope, of, id uuid.UUID) (uuid.UUID, error) {
	if err := within(tx, scope, of); err != nil {
		return uuid.Nil, err
	}
	row, found, err := one[attemptRow](tx.Where(
		"id = ? AND cohort_id = ? AND account_id <> ? AND status <> ?", key(id), key(of), key(scope.Account), string(attempt.InProgress),
	))
	if err == nil && !found {
		err = none("unknown_work", fault.Text{
			FR: "Cette partie n’existe pas dans cette promotion, ou elle n’est pas terminée.",
			EN: "There is no such attempt in this cohort, or it has not ended.",
		})
	}
	return uuid.UUID(row.AccountID), err
}
