package store

import (
	"context"
	"database/sql"

	"casebook/internal/account"
	"casebook/internal/attempt"
)

// Bulk adds much at a time, on a connection of its own: what was made up, or played elsewhere. Meanwhile the database
// may be in use.
type Bulk struct {
	database database
	db       *sql.DB
}

// Bulk opens one. It is closed by whoever opens it.
func (s *Store) Bulk() (*Bulk, error) {
	db, err := s.database.connect()
	if err != nil {
		return nil, failure("open the database", err)
	}
	return &Bulk{s.database, db}, nil
}

// Close lets its connection go.
func (b *Bulk) Close() error { return b.db.Close() }

// Add keeps accounts and attempts that nobody has seen yet, all of them or none. Once it has begun to write it goes on
// to the end, so that whoever stops it knows what was kept.
func (b *Bulk) Add(ctx context.Context, accounts []account.Account, attempts []attempt.Attempt) error {
	sheets, err := sheetsOf(accounts, attempts)
	if err != nil {
		return failure("prepare attempts", err)
	}
	conn, err := b.db.Conn(ctx)
	if err != nil {
		return failure("add attempts", err)
	}
	ctx = context.WithoutCancel(ctx)
	defer shut(conn)
	return failure("add attempts", conn.Raw(func(driver any) error { return b.database.pour(ctx, driver, sheets) }))
}

// HoldsAttempts reports whether there are attempts of accounts of another kind.
func (s *Store) HoldsAttempts(ctx context.Context, apartFrom account.Kind) (bool, error) {
	_, found, err := one[accountRow](s.read.WithContext(ctx).
		Where("kind <> ? AND EXISTS (SELECT 1 FROM attempts WHERE account_id = accounts.id)", string(apartFrom)))
	return found, failure("look for attempts", err)
}
