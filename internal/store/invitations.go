package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/account"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/fault"
)

type invitationRow struct {
	ID        key `gorm:"primaryKey"`
	CohortID  key
	Code      string // the digest of it
	Seats     int
	Taken     int
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	ExpiresAt time.Time
	RevokedAt sql.NullTime
}

func (invitationRow) TableName() string { return "invitations" }

func (r invitationRow) invitation() cohort.Invitation {
	return cohort.Invitation{
		ID: uuid.UUID(r.ID), Cohort: uuid.UUID(r.CohortID), Seats: r.Seats, Taken: r.Taken,
		CreatedAt: moment(r.CreatedAt), ExpiresAt: moment(r.ExpiresAt), RevokedAt: when(r.RevokedAt),
	}
}

// AddInvitation implements cohort.Store.
func (s *Store) AddInvitation(ctx context.Context, of cohort.Scope, i cohort.Invitation, digest string) error {
	return s.transact(ctx, "add an invitation", func(tx *gorm.DB) error {
		if err := mayChange(tx, of, i.Cohort); err != nil {
			return err
		}
		err := tx.Create(&invitationRow{
			ID: key(i.ID), CohortID: key(i.Cohort), Code: digest, Seats: i.Seats,
			CreatedAt: moment(i.CreatedAt), ExpiresAt: moment(i.ExpiresAt),
		}).Error
		if err != nil {
			return err
		}
		return s.record(tx, ofCohort(of.Account, audit.InvitationMade, i.Cohort, fmt.Sprintf(`{"invitation":%q,"seats":%d}`, i.ID, i.Seats)))
	})
}

// Invitations implements cohort.Store.
func (s *Store) Invitations(ctx context.Context, of cohort.Scope, id uuid.UUID) (list []cohort.Invitation, err error) {
	err = s.look(ctx, "list invitations", func(tx *gorm.DB) error {
		if _, err := findCohort(tx, of, id); err != nil {
			return err
		}
		var rows []invitationRow
		err := tx.Where("cohort_id = ?", key(id)).Order("id DESC").Limit(100).Find(&rows).Error
		list = make([]cohort.Invitation, len(rows))
		for i, r := range rows {
			list[i] = r.invitation()
		}
		return err
	})
	return list, err
}

// RevokeInvitation implements cohort.Store.
func (s *Store) RevokeInvitation(ctx context.Context, of cohort.Scope, id, invitation uuid.UUID, at time.Time) error {
	return s.transact(ctx, "revoke an invitation", func(tx *gorm.DB) error {
		if _, err := findCohort(tx.Clauses(forUpdate), of, id); err != nil {
			return err
		}
		row, found, err := one[invitationRow](tx.Where("id = ? AND cohort_id = ?", key(invitation), key(id)))
		switch {
		case err != nil || row.RevokedAt.Valid:
			return err
		case !found:
			return noInvitation()
		}
		if err := tx.Model(&invitationRow{}).Where("id = ?", row.ID).Update("revoked_at", moment(at)).Error; err != nil {
			return err
		}
		return s.record(tx, ofCohort(of.Account, audit.InvitationRevoked, id, fmt.Sprintf(`{"invitation":%q}`, invitation)))
	})
}

func noInvitation() error {
	return none("unknown_invitation", fault.Text{
		FR: "Cette invitation n’existe pas. Rechargez la page.",
		EN: "There is no such invitation. Reload the page.",
	})
}

// Invitation implements cohort.Store.
func (s *Store) Invitation(ctx context.Context, digest string, who uuid.UUID) (h cohort.Held, err error) {
	err = s.look(ctx, "find an invitation", func(tx *gorm.DB) error {
		h, err = heldBy(tx, digest, who)
		return err
	})
	return h, err
}

// heldBy finds the invitation with a digest, as it concerns somebody.
func heldBy(tx *gorm.DB, digest string, who uuid.UUID) (cohort.Held, error) {
	row, found, err := one[struct {
		Row      invitationRow `gorm:"embedded"`
		Name     string
		Archived bool
		Joined   bool
	}](tx.Table("invitations AS i").
		Select("i.*, c.name, c.archived_at IS NOT NULL AS archived, e.account_id IS NOT NULL AS joined").
		Joins("JOIN cohorts AS c ON c.id = i.cohort_id").
		Joins("LEFT JOIN enrolments AS e ON e.cohort_id = i.cohort_id AND e.account_id = ? AND e.left_at IS NULL", key(who)).
		Where("i.code = ?", digest))
	if err == nil && !found {
		err = noInvitation()
	}
	return cohort.Held{Invitation: row.Row.invitation(), Name: row.Name, Archived: row.Archived, Joined: row.Joined}, err
}

// takeSeat takes one, when there is one.
const takeSeat = `UPDATE invitations SET taken = taken + 1
WHERE id = ? AND taken < seats AND revoked_at IS NULL AND expires_at > ?`

// Join implements cohort.Store. The cohort's row is held meanwhile: who comes at the same moment waits.
func (s *Store) Join(ctx context.Context, digest string, who cohort.Comer, refuse func(cohort.Held) error) (h cohort.Held, err error) {
	err = s.transact(ctx, "join a cohort", func(tx *gorm.DB) error {
		row, found, err := one[invitationRow](tx.Where("code = ?", digest))
		switch {
		case err != nil:
			return err
		case !found:
			return noInvitation()
		}
		if err := tx.Clauses(forUpdate).Where("id = ?", row.CohortID).Find(&cohortRow{}).Error; err != nil {
			return err
		}
		if h, err = heldBy(tx, digest, who.Account); err != nil {
			return err
		}
		if err := refuse(h); err != nil {
			return asIs{err}
		}
		if h.Joined {
			return nil
		}
		if who.Become != nil {
			if _, err := s.changeAccount(tx, account.Scope{Account: who.Account}, who.Account, who.Login, who.Become); err != nil {
				return err
			}
		}
		return s.seat(tx, h.Invitation, who.Account, who.At)
	})
	if who.Become != nil {
		s.forgetLogins(who.Account)
	}
	return h, err
}

// seat takes a seat and enrols somebody with it.
func (s *Store) seat(tx *gorm.DB, i cohort.Invitation, who uuid.UUID, at time.Time) error {
	taken := tx.Exec(takeSeat, key(i.ID), moment(at))
	switch {
	case taken.Error != nil:
		return taken.Error
	case taken.RowsAffected == 0:
		return errMoved
	}
	back := tx.Model(&enrolmentRow{}).Where("cohort_id = ? AND account_id = ?", key(i.Cohort), key(who)).Update("left_at", nil)
	if back.Error != nil {
		return back.Error
	}
	if back.RowsAffected == 0 {
		err := tx.Create(&enrolmentRow{
			CohortID: key(i.Cohort), AccountID: key(who), Way: string(cohort.ByInvitation), EnrolledAt: moment(at),
		}).Error
		if err != nil {
			return err
		}
	}
	return s.record(tx, ofCohort(who, audit.MemberJoined, i.Cohort, fmt.Sprintf(`{"invitation":%q}`, i.ID)))
}
