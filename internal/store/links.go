package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"casebook/internal/account"
	"casebook/internal/audit"
)

type linkRow struct {
	Digest    string `gorm:"primaryKey"`
	Kind      string
	AccountID keyOrNone
	Name      string
	Email     string
	MadeBy    keyOrNone
	MadeAt    time.Time
	ExpiresAt time.Time
}

func (linkRow) TableName() string { return "links" }

func linkRowOf(l account.Link) linkRow {
	return linkRow{
		string(l.Digest), string(l.Kind), keyOrNone(l.Account), l.Name, l.Email, keyOrNone(l.By),
		moment(l.MadeAt), moment(l.ExpiresAt),
	}
}

func (r linkRow) link() account.Link {
	return account.Link{
		Digest: account.Digest(r.Digest), Kind: account.LinkKind(r.Kind), Account: uuid.UUID(r.AccountID),
		Name: r.Name, Email: r.Email, By: uuid.UUID(r.MadeBy), MadeAt: moment(r.MadeAt), ExpiresAt: moment(r.ExpiresAt),
	}
}

// forUpdate keeps a row from being changed by others until the transaction ends.
var forUpdate = clause.Locking{Strength: "UPDATE"}

// Link implements account.Store.
func (s *Store) Link(ctx context.Context, digest account.Digest) (account.Link, error) {
	l, err := s.findLink(s.read.WithContext(ctx), digest)
	return l, failure("find a link", err)
}

func (s *Store) findLink(tx *gorm.DB, digest account.Digest) (account.Link, error) {
	row, found, err := one[linkRow](tx.Where("digest = ? AND expires_at > ?", string(digest), moment(s.now())))
	if err == nil && !found {
		err = account.UnknownLink()
	}
	return row.link(), err
}

// AddLink implements account.Store.
func (s *Store) AddLink(ctx context.Context, scope account.Scope, l account.Link) error {
	return s.transact(ctx, "keep a link", func(tx *gorm.DB) error {
		if _, err := accountIn(tx, scope, l.Account); err != nil {
			return err
		}
		if err := tx.Where("account_id = ?", key(l.Account)).Delete(&letterRow{}).Error; err != nil {
			return err
		}
		if err := replaceLink(tx, l); err != nil {
			return err
		}
		return s.record(tx, audit.Event{
			Actor: actorOf(scope.Account), Action: audit.LinkMade, Subject: "account/" + l.Account.String(),
			Details: `{"kind":"` + string(l.Kind) + `"}`,
		})
	})
}

// AddPostedLink implements account.Store.
func (s *Store) AddPostedLink(ctx context.Context, l account.Link) error {
	return s.transact(ctx, "keep a link", func(tx *gorm.DB) error { return replaceLink(tx, l) })
}

// replaceLink keeps a link in the place of all others into the same account.
func replaceLink(tx *gorm.DB, l account.Link) error {
	if err := tx.Where("account_id = ?", key(l.Account)).Delete(&linkRow{}).Error; err != nil {
		return err
	}
	row := linkRowOf(l)
	return tx.Create(&row).Error
}

// OpenSetup implements account.Store.
func (s *Store) OpenSetup(ctx context.Context, l account.Link) (needed bool, err error) {
	err = s.transact(ctx, "keep a set-up link", func(tx *gorm.DB) error {
		admins, err := countAdmins(tx)
		if needed = admins == 0; err != nil || !needed {
			return err
		}
		if err := tx.Where("kind = ?", string(account.Setup)).Delete(&linkRow{}).Error; err != nil {
			return err
		}
		row := linkRowOf(l)
		return tx.Create(&row).Error
	})
	return needed, err
}

// UseLink implements account.Store.
func (s *Store) UseLink(ctx context.Context, digest account.Digest, use func(account.Link, *account.Account) error) (account.Account, error) {
	var after account.Account
	err := s.transact(ctx, "use a link", func(tx *gorm.DB) (err error) {
		l, err := s.findLink(tx.Clauses(forUpdate), digest)
		if err != nil {
			return err
		}
		if l.Kind == account.Setup {
			after, err = s.setUp(tx, l, use)
		} else {
			after, err = s.letIn(tx, l, use)
		}
		return err
	})
	s.forgetLogins(after.ID)
	return after, err
}

func (s *Store) setUp(tx *gorm.DB, l account.Link, use func(account.Link, *account.Account) error) (a account.Account, err error) {
	admins, err := countAdmins(tx)
	switch {
	case err != nil:
		return a, err
	case admins > 0:
		return a, account.UnknownLink()
	}
	if err := use(l, &a); err != nil {
		return a, asIs{err}
	}
	if err := addressFree(tx, a); err != nil {
		return a, err
	}
	row := accountRowOf(a)
	if err := tx.Create(&row).Error; err != nil {
		return a, err
	}
	if err := tx.Where("kind = ?", string(account.Setup)).Delete(&linkRow{}).Error; err != nil {
		return a, err
	}
	return a, s.record(tx, audit.Event{
		Actor: a.ID.String(), Action: audit.AccountOpened, Subject: "account/" + a.ID.String(), Details: `{"by":"setup"}`,
	})
}

func (s *Store) letIn(tx *gorm.DB, l account.Link, use func(account.Link, *account.Account) error) (account.Account, error) {
	before, err := lockAccount(tx, l.Account)
	if err != nil {
		return account.Account{}, err
	}
	if !before.ClosedAt.IsZero() {
		return account.Account{}, account.UnknownLink()
	}
	after := before
	if err := use(l, &after); err != nil {
		return account.Account{}, asIs{err}
	}
	for _, held := range []any{&linkRow{}, &letterRow{}, &loginRow{}} {
		if err := tx.Where("account_id = ?", key(before.ID)).Delete(held).Error; err != nil {
			return account.Account{}, err
		}
	}
	return after, s.saveAccount(tx, before.ID, uuid.Nil, before, after)
}
