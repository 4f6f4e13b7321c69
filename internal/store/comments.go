package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/comment"
	"casebook/internal/fault"
	"casebook/internal/library"
)

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
				return orElse(r.Error, errMoved)
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
			return orElse(r.Error, errMoved)
		}
		return s.recordComment(tx, audit.CommentWithdrawn, of, &was)
	})
}

// theRow finds one comment.
func theRow(tx *gorm.DB, r commentRow) *gorm.DB {
	return tx.Model(&commentRow{}).
		Where("attempt_id = ? AND step = ? AND rater_id = ?", r.AttemptID, r.Step, r.RaterID)
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
