package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"
	"gorm.io/gorm"

	"casebook/internal/fault"
)

func TestTroubleOfADatabaseIsSaidAsAFault(t *testing.T) {
	postgres := func(code string) error { return fmt.Errorf("query: %w", &pgconn.PgError{Code: code}) }
	for _, c := range []struct {
		err  error
		kind fault.Kind
		code string
	}{
		{sqlite3.Error{Code: sqlite3.ErrFull}, fault.Full, "disk_full"},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: syscall.ENOSPC}, fault.Full, "disk_full"},
		{postgres("53100"), fault.Full, "disk_full"},
		{sqlite3.Error{Code: sqlite3.ErrBusy}, fault.Unavailable, "database_away"},
		{sqlite3.Error{Code: sqlite3.ErrLocked}, fault.Unavailable, "database_away"},
		{sqlite3.Error{Code: sqlite3.ErrIoErr}, fault.Unavailable, "database_away"},
		{postgres("57P01"), fault.Unavailable, "database_away"}, // the server shuts down
		{postgres("57014"), fault.Unavailable, "database_away"}, // a statement took too long
		{postgres("55P03"), fault.Unavailable, "database_away"}, // a lock took too long
		{postgres("53300"), fault.Unavailable, "database_away"}, // too many connections
		{postgres("08006"), fault.Unavailable, "database_away"},
		{postgres("40001"), fault.Unavailable, "database_away"},
		{syscall.ECONNREFUSED, fault.Unavailable, "database_away"},
		{io.ErrUnexpectedEOF, fault.Unavailable, "database_away"},
		{driver.ErrBadConn, fault.Unavailable, "database_away"},
		{gorm.ErrDuplicatedKey, fault.Conflict, "raced"},
		{errMoved, fault.Conflict, "raced"},
		{postgres("22021"), fault.Invalid, "unstorable_text"},
	} {
		got := failure("try", c.err)
		wantFault(t, got, c.kind, c.code)
		if !errors.Is(got, c.err) {
			t.Errorf("%v has lost its cause", got)
		}
	}
}

func TestWhatNobodyCanActOnIsNoFault(t *testing.T) {
	for _, err := range []error{
		errors.New("a mistake"), gorm.ErrForeignKeyViolated, context.Canceled, context.DeadlineExceeded,
		sqlite3.Error{Code: sqlite3.ErrConstraint},
		&pgconn.PgError{Code: "42601"},
	} {
		got := failure("try", err)
		if _, ok := fault.From(got); ok || !errors.Is(got, err) {
			t.Errorf("%v became %v", err, got)
		}
	}
	if err := failure("try", nil); err != nil {
		t.Error(err)
	}
}

func TestATransactionThatWasOutrunIsRunAgain(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		for _, c := range []struct {
			outrun int
			code   string
		}{{1, ""}, {tries - 1, ""}, {tries, "raced"}} {
			var runs int
			err := s.transact(t.Context(), "try", func(*gorm.DB) error {
				if runs++; runs <= c.outrun {
					return gorm.ErrDuplicatedKey
				}
				return nil
			})
			switch {
			case c.code == "" && (err != nil || runs != c.outrun+1):
				t.Errorf("outrun %d times: %d runs, %v", c.outrun, runs, err)
			case c.code != "":
				wantFault(t, err, fault.Conflict, c.code)
			}
		}
	})
}
