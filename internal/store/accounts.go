package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
)

type accountRow struct {
	ID         key `gorm:"primaryKey"`
	Kind       string
	Role       string
	Name       string
	Folded     string
	Email      sql.NullString
	Lang       string
	Password   string
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	VerifiedAt sql.NullTime
	ClosedAt   sql.NullTime
}

func (accountRow) TableName() string { return "accounts" }

func accountRowOf(a account.Account) accountRow {
	return accountRow{
		ID: key(a.ID), Kind: string(a.Kind), Role: string(a.Role), Name: a.Name, Folded: account.FoldedEntry(a.Name, a.Email),
		Email: sql.NullString{String: a.Email, Valid: a.Email != ""}, Lang: a.Lang, Password: a.Password,
		CreatedAt: moment(a.CreatedAt), VerifiedAt: maybe(a.VerifiedAt), ClosedAt: maybe(a.ClosedAt),
	}
}

func (r accountRow) account() account.Account {
	return account.Account{
		ID: uuid.UUID(r.ID), Kind: account.Kind(r.Kind), Role: account.Role(r.Role), Name: r.Name,
		Email: r.Email.String, Lang: r.Lang, Password: r.Password,
		CreatedAt: moment(r.CreatedAt), VerifiedAt: when(r.VerifiedAt), ClosedAt: when(r.ClosedAt),
	}
}

// AddAccount implements account.Store.
func (s *Store) AddAccount(ctx context.Context, a account.Account) error {
	row := accountRowOf(a)
	return failure("add an account", s.write.WithContext(ctx).Create(&row).Error)
}

// Account implements account.Store.
func (s *Store) Account(ctx context.Context, id uuid.UUID) (account.Account, error) {
	row, found, err := recall(s.accounts, id, s.now(), func() (accountRow, bool, error) {
		return one[accountRow](s.read.WithContext(ctx).Where("id = ?", key(id)))
	})
	switch {
	case err != nil:
		return account.Account{}, failure("find an account", err)
	case !found:
		return account.Account{}, unknownAccount()
	}
	return row.account(), nil
}
