package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/audit"
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

// CommentsUnder implements comment.Store.
func (s *Store) CommentsUnder(ctx context.Context, scope cohort.Scope, of, id uuid.UUID) (list []comment.Comment, err error) {
	err = s.look(ctx, "list comments", func(tx *gorm.DB) error {
		if _, err := ownerUnder(tx, scope, of, id); err != nil {
			return err
		}
		list, err = commentsOn(tx, id)
		return err
	})
	return list, err
}

func commentsOn(tx *gorm.DB, id uuid.UUID) ([]comment.Comment, error) {
	var rows []namedComment
	err := tx.Table("comments").Joins("JOIN accounts ON accounts.id = comments.rater_id").
		Select("comments.*, accounts.name").Where("comments.attempt_id = ?", key(id)).
		Order("comments.step, comments.written_at, comments.rater_id").Find(&rows).Error
	list := make([]comment.Comment, len(rows))
	for i := range rows {
		list[i] = rows[i].comment()
	}
	return list, err
}

// KeepComment implements comment.Store.
func (s *Store) KeepComment(ctx context.Context, scope cohort.Scope, of uuid.UUID, c comment.Comment) (comment.Comment, error) {
	c.Rater = scope.Account
	err := s.transact(ctx, "keep a comment", func(tx *gorm.DB) error {
		was, found, err := s.commented(tx, scope, of, comment.Place{Attempt: c.Attempt, Step: c.Step}, c.Revision)
		if err != nil {
			return err
		}
		action := audit.CommentWritten
		row := commentRowOf(c)
		row.Revision = c.Revision + 1
		if found {
			action, row.WrittenAt = audit.CommentChanged, was.WrittenAt
			r := theRow(tx, was).Where("revision = ?", c.Revision).Select("*").Updates(&row)
			if r.Error != nil || r.RowsAffected == 0 {
				return orMoved(r.Error)
			}
		} else if err := tx.Create(&row).Error; err != nil {
			return err
		}
		if err := s.recordComment(tx, action, of, &row); err != nil {
			return err
		}
		list, err := commentsOn(tx.Where("comments.step = ? AND comments.rater_id = ?", row.Step, row.RaterID), c.Attempt)
		if err == nil {
			c = list[0]
		}
		return err
	})
	return c, err
}

// WithdrawComment implements comment.Store.
func (s *Store) WithdrawComment(ctx context.Context, scope cohort.Scope, of uuid.UUID, at comment.Place, revision int) error {
	return s.transact(ctx, "withdraw a comment", func(tx *gorm.DB) error {
		was, found, err := s.commented(tx, scope, of, at, revision)
		switch {
		case err != nil:
			return err
		case !found:
			return none("unknown_comment", fault.Text{
				FR: "Vous n’avez pas de commentaire à cet endroit : il n’y a rien à retirer.",
				EN: "You have no comment there: there is nothing to take back.",
			})
		}
		r := theRow(tx, was).Where("revision = ?", revision).Delete(&commentRow{})
		if r.Error != nil || r.RowsAffected == 0 {
			return orMoved(r.Error)
		}
		return s.recordComment(tx, audit.CommentWithdrawn, of, &was)
	})
}

// theRow finds one comment.
func theRow(tx *gorm.DB, r commentRow) *gorm.DB {
	return tx.Model(&commentRow{}).
		Where("attempt_id = ? AND step = ? AND rater_id = ?", r.AttemptID, r.Step, r.RaterID)
}

func orMoved(err error) error {
	if err != nil {
		return err
	}
	return errMoved
}

// commented finds the comment of a scope's account on a reason that it may comment on, and refuses another revision
// than the one that was seen, 0 for none.
func (s *Store) commented(tx *gorm.DB, scope cohort.Scope, of uuid.UUID, at comment.Place, seen int) (commentRow, bool, error) {
	if _, err := ownerUnder(tx, scope, of, at.Attempt); err != nil {
		return commentRow{}, false, err
	}
	_, given, err := one[rationaleRow](tx.Where("attempt_id = ? AND step = ?", key(at.Attempt), at.Step))
	if err != nil {
		return commentRow{}, false, err
	}
	if !given {
		return commentRow{}, false, none("no_rationale", fault.Text{
			FR: "Aucune raison n’a été donnée à l’étape %d : il n’y a rien à commenter là.",
			EN: "No reason was given at step %d: there is nothing to comment on.",
		}, at.Step)
	}
	was, found, err := one[commentRow](theRow(tx, commentRow{AttemptID: key(at.Attempt), Step: at.Step, RaterID: key(scope.Account)}))
	if err == nil && was.Revision != seen {
		f := fault.New(fault.Conflict, "comment_conflict", fault.Text{
			FR: "Vous avez changé ce commentaire ailleurs entre-temps. Le voici tel qu’il est : reprenez-le de là.",
			EN: "You have changed this comment elsewhere meanwhile. Here it is as it stands: go on from there.",
		})
		if found {
			f = f.With("comment", was.comment())
		}
		err = f
	}
	return was, found, err
}

func (s *Store) recordComment(tx *gorm.DB, action audit.Action, of uuid.UUID, r *commentRow) error {
	return s.record(tx, audit.Event{
		Actor: uuid.UUID(r.RaterID).String(), Action: action, Subject: "attempt/" + uuid.UUID(r.AttemptID).String(),
		Details: fmt.Sprintf(`{"cohort":%q,"step":%d}`, of, r.Step),
	})
}

// Comments implements comment.Store.
func (s *Store) Comments(ctx context.Context, owner, id uuid.UUID) (list []comment.Comment, err error) {
	err = s.look(ctx, "list comments", func(tx *gorm.DB) error {
		if err := owned(tx, owner, id); err != nil {
			return err
		}
		list, err = commentsOn(tx, id)
		return err
	})
	return list, err
}

// owned refuses an attempt that is not its owner's.
func owned(tx *gorm.DB, owner, id uuid.UUID) error {
	_, found, err := one[attemptRow](tx.Omit("state").Where("id = ? AND account_id = ?", key(id), key(owner)))
	if err == nil && !found {
		err = unknownAttempt()
	}
	return err
}

// ReadComments implements comment.Store.
func (s *Store) ReadComments(ctx context.Context, owner, id uuid.UUID, now time.Time) error {
	return s.transact(ctx, "note what was read", func(tx *gorm.DB) error {
		if err := owned(tx, owner, id); err != nil {
			return err
		}
		return tx.Model(&commentRow{}).Where("attempt_id = ? AND read_at IS NULL", key(id)).Update("read_at", moment(now)).Error
	})
}

// UnreadComments implements comment.Store.
func (s *Store) UnreadComments(ctx context.Context, owner uuid.UUID, most int) ([]comment.Unread, error) {
	type unreadRow struct {
		ID              key
		ScenarioID      string
		ScenarioVersion int
		Lang            string
		Comments        int
	}
	var rows []unreadRow
	err := s.read.WithContext(ctx).Table("attempts").Joins("JOIN comments ON comments.attempt_id = attempts.id").
		Select("attempts.id, attempts.scenario_id, attempts.scenario_version, attempts.lang, count(*) AS comments").
		Where("attempts.account_id = ? AND comments.read_at IS NULL", key(owner)).
		Group("attempts.id, attempts.scenario_id, attempts.scenario_version, attempts.lang").
		Order("max(comments.changed_at) DESC").Limit(most).Find(&rows).Error
	list := make([]comment.Unread, len(rows))
	for i, r := range rows {
		list[i] = comment.Unread{
			Attempt: uuid.UUID(r.ID), Scenario: library.Ref{ID: r.ScenarioID, Version: r.ScenarioVersion},
			Lang: r.Lang, Comments: r.Comments,
		}
	}
	return list, failure("list what is unread", err)
}
