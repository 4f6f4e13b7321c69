package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/mattn/go-sqlite3"
)

// unsound is what keeps a file from being a database that this program can work with. Who has looked says it in words:
// of the database that is in place, or of a backup.
type unsound struct {
	trouble trouble
	has     int64 // the schema of a newer one
	cause   error
}

type trouble string

const (
	emptied   trouble = "is empty"
	notSQLite trouble = "is not a SQLite database"
	damaged   trouble = "is damaged"
	foreign   trouble = "belongs to another program"
	gone      trouble = "is gone, but not its journal"
	newer     trouble = "comes from a newer program"
)

func (u *unsound) Error() string { return fmt.Sprintf("the file %s: %v", u.trouble, u.cause) }
func (u *unsound) Unwrap() error { return u.cause }

func broken(cause error) error { return &unsound{trouble: damaged, cause: cause} }

func (d sqlite) has(suffix string) bool {
	info, err := os.Stat(d.path + suffix)
	return err == nil && info.Size() > 0
}

// options are those with which a file is looked at. With no journal beside it, it is opened so that nothing can appear
// beside it either.
func (d sqlite) options() string {
	switch {
	case d.has("-journal"):
		return "mode=rw&_busy_timeout=5000" // only a writer may undo what a crash left half done
	case d.has("-wal"):
		return reading
	default:
		return untouched
	}
}

// inspect refuses a database that is damaged, somebody else's, or too new. What looks wrong is looked at again when
// another program has written meanwhile.
func (d sqlite) inspect(ctx context.Context, s schema) error {
	before, err := os.Stat(d.path)
	if err != nil {
		return err
	}
	options := d.options()
	err = d.examine(ctx, s, options)
	if err != nil && options == untouched && d.moved(before) {
		return d.inspect(ctx, s)
	}
	return err
}

func (d sqlite) moved(before os.FileInfo) bool {
	now, err := os.Stat(d.path)
	return err == nil && (d.has("-wal") || now.Size() != before.Size() || !now.ModTime().Equal(before.ModTime()))
}

func (d sqlite) examine(ctx context.Context, s schema, options string) error {
	db, err := d.handle(d.path, options)
	if err != nil {
		return err
	}
	defer shut(db)
	if err := sound(ctx, db, "PRAGMA quick_check(1)"); err != nil {
		return err
	}
	_, err = d.recognise(ctx, s, db)
	return err
}

// recognise answers the version of the schema; -1 of a database without a table.
func (d sqlite) recognise(ctx context.Context, s schema, db *sql.DB) (version int64, err error) {
	version, tables, err := schemaVersion(ctx, db, d)
	switch {
	case err != nil:
		return 0, err
	case version < 0 && tables > 0:
		return 0, &unsound{trouble: foreign}
	case version > s.newest:
		return 0, &unsound{trouble: newer, has: version}
	default:
		return version, nil
	}
}

// sound runs one of SQLite's checks: it answers ok, or what is wrong.
func sound(ctx context.Context, db *sql.DB, check string) error {
	var answer string
	err := db.QueryRowContext(ctx, check).Scan(&answer)
	switch {
	case isDamage(err):
		return broken(err)
	case err != nil:
		return err
	case answer != "ok":
		return broken(errors.New(answer))
	default:
		return nil
	}
}

// isDamage reports whether SQLite could not make sense of the file itself.
func isDamage(err error) bool {
	var lite sqlite3.Error
	return errors.As(err, &lite) && lite.Code != sqlite3.ErrInterrupt && lite.Code != sqlite3.ErrFull &&
		!slices.Contains(passing, lite.Code)
}

// whole runs every check that there is.
func whole(ctx context.Context, db *sql.DB) error {
	if err := sound(ctx, db, "PRAGMA integrity_check(1)"); err != nil {
		return err
	}
	return linked(ctx, db)
}

// linked makes sure that no row points nowhere.
func linked(ctx context.Context, db *sql.DB) error {
	var orphans int
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM pragma_foreign_key_check").Scan(&orphans); err != nil {
		return err
	}
	if orphans > 0 {
		return broken(fmt.Errorf("%d rows point nowhere", orphans))
	}
	return nil
}
