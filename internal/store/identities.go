package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"casebook/internal/account"
	"casebook/internal/audit"
)

type identityRow struct {
	Issuer    string `gorm:"primaryKey"`
	Subject   string `gorm:"primaryKey"`
	AccountID key
	LinkedAt  time.Time
}

func (identityRow) TableName() string { return "identities" }

// Recognise implements account.Store.
func (s *Store) Recognise(ctx context.Context, id account.Identity, decide func(account.Acquaintance) (account.Account, error)) (account.Account, error) {
	var after account.Account
	err := s.transact(ctx, "recognise somebody", func(tx *gorm.DB) error {
		met, err := acquaintance(tx, id)
		if err != nil {
			return err
		}
		if after, err = decide(met); err != nil {
			return asIs{err}
		}
		return s.keepIdentity(tx, id, met, after)
	})
	s.forgetLogins(after.ID)
	return after, err
}

// acquaintance is what is known of an identity.
func acquaintance(tx *gorm.DB, id account.Identity) (met account.Acquaintance, err error) {
	row, found, err := one[identityRow](tx.Where("issuer = ? AND subject = ?", id.Issuer, id.Subject))
	if err != nil {
		return met, err
	}
	if met.Known = found; found {
		met.Account, err = lockAccount(tx, [16]byte(row.AccountID))
		return met, err
	}
	if id.Email != "" {
		byEmail, found, err := one[accountRow](tx.Clauses(forUpdate).Where("email = ?", id.Email))
		if err != nil || !found {
			return met, err
		}
		met.SameEmail, met.Account = true, byEmail.account()
		var n int64
		err = tx.Table("identities").Where("account_id = ?", byEmail.ID).Count(&n).Error
		met.Outside = n > 0
		return met, err
	}
	return met, nil
}

func (s *Store) keepIdentity(tx *gorm.DB, id account.Identity, met account.Acquaintance, after account.Account) error {
	if !met.Known {
		row := identityRow{id.Issuer, id.Subject, key(after.ID), moment(s.now())}
		if !met.SameEmail {
			opened := accountRowOf(after)
			if err := tx.Create(&opened).Error; err != nil {
				return err
			}
		}
		if err := tx.Create(&row).Error; err != nil {
			return err
		}
	}
	if met.Known || met.SameEmail {
		if err := s.saveAccount(tx, after.ID, after.ID, met.Account, after); err != nil {
			return err
		}
	}
	if met.Known {
		return nil
	}
	return s.record(tx, audit.Event{Actor: after.ID.String(), Action: audit.IdentityLinked, Subject: "account/" + after.ID.String()})
}
