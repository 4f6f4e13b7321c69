package store

import (
	"context"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"
	liteorm "gorm.io/driver/sqlite"
	"gorm.io/gorm"
)

// sqlite is a database in one file.
type sqlite struct{ path string }

// inFile is the database in a file, by the file's own name: SQLite lays journals beside it, not beside a link to it.
func inFile(path string) sqlite {
	if own, err := filepath.EvalSymlinks(path); err == nil {
		path = own
	}
	return sqlite{path}
}

const (
	driver3 = "sqlite3"
	readers = 4

	// What every connection must have stands in its address: a PRAGMA would reach one connection of a pool. Only FULL
	// makes a commit survive a power cut, and only an immediate transaction waits for its turn instead of failing.
	// What is deleted is overwritten at once: erased words do not lie on in free pages.
	writing = "mode=rw&_foreign_keys=on&_journal_mode=WAL&_synchronous=FULL&_secure_delete=on&_busy_timeout=10000&_txlock=immediate&_stmt_cache_size=64"
	reading = "mode=ro&_foreign_keys=on&_busy_timeout=10000&_stmt_cache_size=64"
	// Nothing may write meanwhile; in return, no file appears beside the database.
	untouched = "mode=ro&immutable=1"
)

func (d sqlite) handle(path, options string) (*sql.DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	name := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: options}
	return sql.Open(driver3, name.String())
}

func (d sqlite) pools() (write, read *sql.DB, err error) {
	if write, err = d.handle(d.path, writing); err != nil {
		return nil, nil, err
	}
	if read, err = d.handle(d.path, reading); err != nil {
		return nil, nil, err
	}
	write.SetMaxOpenConns(1)
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	return write, read, nil
}

func (d sqlite) connect() (*sql.DB, error) {
	db, err := d.handle(d.path, writing)
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

func (d sqlite) dialector(conn gorm.ConnPool) gorm.Dialector {
	return &liteorm.Dialector{Conn: conn}
}

func (d sqlite) dialect() goose.Dialect { return goose.DialectSQLite3 }

func (d sqlite) tables() string {
	return "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
}

func (d sqlite) locking() ([]goose.ProviderOption, error) { return nil, nil }

// queue has nothing to do: SQLite has one writer at a time anyway.
func (d sqlite) queue(*gorm.DB, string) error { return nil }

func (d sqlite) prepare(ctx context.Context, s schema, mustExist bool) error {
	info, err := os.Stat(d.path)
	switch {
	case os.IsNotExist(err) && d.has("-wal"):
		return d.inWords(ctx, s, &unsound{trouble: gone})
	case os.IsNotExist(err) && mustExist:
		return missingFile(d.path)
	case os.IsNotExist(err):
		return d.create(ctx, s)
	case err != nil:
		return unusableFolder(d.path, err)
	case !info.Mode().IsRegular():
		return notAFile(d.path)
	}
	if err := d.writable(); err != nil {
		return err
	}
	if err := d.readHeader(); err != nil {
		return d.inWords(ctx, s, err)
	}
	return d.inWords(ctx, s, d.inspect(ctx, s))
}

// create builds the database under another name, so that casebook.db is whole from the moment it is there.
func (d sqlite) create(ctx context.Context, s schema) error {
	draft, err := beside(d.path)
	if err != nil {
		return unusableFolder(d.path, err)
	}
	defer scrap(draft)
	db, err := sqlite{path: draft}.connect()
	if err != nil {
		return err
	}
	if err := s.up(ctx, db); err != nil {
		_ = db.Close() // the draft is thrown away
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	if err := place(draft, d.path); err != nil && !os.IsExist(err) {
		return unusableFolder(d.path, err)
	}
	return nil
}

// writable makes sure that both the file and its folder can be written to, as the journal needs.
func (d sqlite) writable() error {
	f, err := os.OpenFile(d.path, os.O_RDWR, 0)
	if err != nil {
		return readOnlyFile(d.path, err)
	}
	if err := f.Close(); err != nil {
		return err
	}
	probe, err := beside(d.path)
	if err != nil {
		return unusableFolder(d.path, err)
	}
	return os.Remove(probe)
}
