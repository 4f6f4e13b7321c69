package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/account"
	"casebook/internal/audit"
	"casebook/internal/fault"
)

type loginRow struct {
	Digest    string `gorm:"primaryKey"`
	ID        key
	AccountID key
	Way       string
	Device    string
	OpenedAt  time.Time
	EndsAt    time.Time
}

func (loginRow) TableName() string { return "logins" }

func (r loginRow) login() account.Login {
	return account.Login{
		ID: uuid.UUID(r.ID), Account: uuid.UUID(r.AccountID), Way: account.Way(r.Way), Device: r.Device,
		OpenedAt: moment(r.OpenedAt), EndsAt: moment(r.EndsAt),
	}
}

// Login implements account.Store. A login that another program has ended is seen as it was for two seconds at most.
func (s *Store) Login(ctx context.Context, digest account.Digest) (account.Login, bool, error) {
	row, found, err := recall(s.logins, digest, s.now(), func() (loginRow, bool, error) {
		return one[loginRow](s.read.WithContext(ctx).Where("digest = ?", string(digest)))
	})
	if err != nil || !found || !row.EndsAt.After(s.now()) {
		return account.Login{}, false, failure("find a login", err)
	}
	return row.login(), true, nil
}

// AddLogin implements account.Store.
func (s *Store) AddLogin(ctx context.Context, digest, instead account.Digest, l account.Login) error {
	row := loginRow{string(digest), key(l.ID), key(l.Account), string(l.Way), l.Device, moment(l.OpenedAt), moment(l.EndsAt)}
	if instead == "" {
		return failure("keep a login", s.write.WithContext(ctx).Create(&row).Error)
	}
	defer s.logins.take(instead)
	return s.transact(ctx, "renew a login", func(tx *gorm.DB) error {
		if err := tx.Where("digest = ?", string(instead)).Delete(&loginRow{}).Error; err != nil {
			return err
		}
		return tx.Create(&row).Error
	})
}

// ProlongLogin implements account.Store.
func (s *Store) ProlongLogin(ctx context.Context, digest account.Digest, until time.Time) error {
	defer s.logins.take(digest)
	err := s.write.WithContext(ctx).Model(&loginRow{}).Where("digest = ?", string(digest)).Update("ends_at", moment(until)).Error
	return failure("prolong a login", err)
}

// Logins implements account.Store.
func (s *Store) Logins(ctx context.Context, owner uuid.UUID) ([]account.Login, error) {
	var rows []loginRow
	err := s.read.WithContext(ctx).Where("account_id = ? AND ends_at > ?", key(owner), moment(s.now())).
		Order("opened_at DESC").Limit(100).Find(&rows).Error
	list := make([]account.Login, len(rows))
	for i, r := range rows {
		list[i] = r.login()
	}
	return list, failure("list logins", err)
}

// EndLogin implements account.Store.
func (s *Store) EndLogin(ctx context.Context, owner, id uuid.UUID) error {
	defer s.forgetLogins(owner)
	r := s.write.WithContext(ctx).Where("account_id = ? AND id = ?", key(owner), key(id)).Delete(&loginRow{})
	if r.Error == nil && r.RowsAffected == 0 {
		return none("unknown_login", fault.Text{
			FR: "Cette connexion est déjà terminée, ou n’est pas à vous. Rechargez la page.",
			EN: "This login has ended already, or is not yours. Reload the page.",
		})
	}
	return failure("end a login", r.Error)
}

// EndLogins implements account.Store.
func (s *Store) EndLogins(ctx context.Context, scope account.Scope, owner, keep uuid.UUID) error {
	defer s.forgetLogins(owner)
	return s.transact(ctx, "end logins", func(tx *gorm.DB) error {
		if _, err := accountIn(tx, scope, owner); err != nil {
			return err
		}
		ended := tx.Where("account_id = ? AND id <> ?", key(owner), key(keep)).Delete(&loginRow{})
		if ended.Error != nil || ended.RowsAffected == 0 {
			return ended.Error
		}
		return s.record(tx, audit.Event{
			Actor: actorOf(scope.Account), Action: audit.LoginsEnded, Subject: "account/" + owner.String(),
			Details: fmt.Sprintf(`{"ended":%d}`, ended.RowsAffected),
		})
	})
}

// forgetLogins remembers none of the logins of an account any more, nor the account.
func (s *Store) forgetLogins(owner uuid.UUID) {
	s.logins.drop(func(d dated[loginRow]) bool { return d.value.AccountID == key(owner) })
	s.accounts.take(owner)
}

// ForgetLogins removes the logins and the links that nobody can use any more.
func (s *Store) ForgetLogins(ctx context.Context) error {
	now := moment(s.now())
	err := s.write.WithContext(ctx).Where("ends_at <= ?", now).Delete(&loginRow{}).Error
	if err == nil {
		err = s.write.WithContext(ctx).Where("expires_at <= ?", now).Delete(&linkRow{}).Error
	}
	return failure("remove expired logins", err)
}
