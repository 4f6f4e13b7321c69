// Package store keeps accounts, logins, scenario versions and attempts, in SQLite or PostgreSQL. It is the only room
// that speaks to a database: rows stay here and become the domain's values at its door.
package store

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/pressly/goose/v3"
	"gorm.io/gorm"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/fault"
	"casebook/internal/library"
)

// quiet is the log of those who are told nothing.
var quiet = slog.New(slog.DiscardHandler)

// Store keeps what the domain hands it. It implements account.Store, library.Store, library.Drafts and attempt.Store.
type Store struct {
	database database
	schema   schema
	write    *gorm.DB
	read     *gorm.DB // on SQLite a pool of its own, which cannot write
	now      func() time.Time
	log      *slog.Logger

	writer    *writer // through which attempts are changed
	turnstile turnstile
	recent    *recent[which, keptAttempt]
	logins    *recent[account.Digest, dated[loginRow]]
	accounts  *recent[uuid.UUID, dated[accountRow]]
	shelf     *recent[struct{}, dated[library.Shelf]]
}

// Options are what a store needs beside its database.
type Options struct {
	Now       func() time.Time // in UTC; required
	Log       *slog.Logger     // is told of slow queries; nil is silence
	MustExist bool             // refuse a SQLite file that is missing, where it would be created
}

// database is what SQLite and PostgreSQL do differently.
type database interface {
	// enter keeps the database from being replaced until the caller has opened it, and leaves.
	enter() (leave func(), err error)
	// prepare makes sure that there is a sound database, and changes nothing that is there.
	prepare(ctx context.Context, s schema, mustExist bool) error
	// pools are the connections that the store works with.
	pools() (write, read *sql.DB, err error)
	// connect opens a handle for long work, with no limit on a statement's time.
	connect() (*sql.DB, error)
	dialector(conn gorm.ConnPool) gorm.Dialector
	dialect() goose.Dialect
	tables() string // a query for the names of all tables
	locking() ([]goose.ProviderOption, error)
	// queue lets one writer at a time through to a table, until its transaction ends; readers go on.
	queue(tx *gorm.DB, table string) error
	// commit keeps a batch in one transaction, but for the changes that it leaves out. A brief one hardly waits for
	// what others hold. An error that no statement is to blame for is outside.
	commit(ctx context.Context, db *gorm.DB, b batch, brief bool) (leftOut, error)
	// pour inserts rows through a connection of the driver's own, in one transaction.
	pour(ctx context.Context, driverConn any, sheets []sheet) error
	// summaries reads some of the summaries that came after what from says, each once; next says how far it is, and
	// more whether there are any left.
	summaries(tx *gorm.DB, from string, most int) (page []attempt.Summary, next string, more bool, err error)
	// keep copies the database before it is migrated, and says where; empty when there is nothing to do.
	keep(ctx context.Context, s schema, at time.Time) (file string, err error)
	// backup copies the database to a file, to one of its own choice when file is empty, and says where.
	backup(ctx context.Context, s schema, file string, at time.Time) (string, error)
	restore(ctx context.Context, s schema, file string) (Restored, error)
	// recode is the migration that writes decisions in codes.
	recode(ctx context.Context, tx *sql.Tx) error
	// fold is the migration that keeps names as they are sorted.
	fold(ctx context.Context, tx *sql.Tx) error
}

// Open opens the database that url names: a SQLite file (casebook.db, sqlite:casebook.db), created when it is missing,
// or a PostgreSQL server (postgres://…). A database that is damaged, foreign, or newer than this program is refused
// with a fault and left as it was. An older one is opened: Migrate brings it up to date.
func Open(ctx context.Context, url string, o Options) (*Store, error) {
	return open(ctx, url, o, shipped)
}

func open(ctx context.Context, url string, o Options, migrations fs.FS) (*Store, error) {
	d, err := parse(url)
	if err != nil {
		return nil, err
	}
	s := &Store{
		database: d, now: o.Now, log: o.Log,
		recent:   newRecent[which, keptAttempt](remembered),
		logins:   newRecent[account.Digest, dated[loginRow]](known),
		accounts: newRecent[uuid.UUID, dated[accountRow]](known),
		shelf:    newRecent[struct{}, dated[library.Shelf]](1),
	}
	if s.log == nil {
		s.log = quiet
	}
	if s.schema, err = newSchema(migrations, d, o.Now); err != nil {
		return nil, err
	}
	leave, err := d.enter()
	if err != nil {
		return nil, failure("open the database", err)
	}
	defer leave()
	if err := d.prepare(ctx, s.schema, o.MustExist); err != nil {
		return nil, failure("open the database", err)
	}
	if err := s.connect(); err != nil {
		return nil, failure("open the database", err)
	}
	s.writer = newWriter(s.write, s.database, s.schema.newest)
	return s, nil
}

func (s *Store) connect() error {
	write, read, err := s.database.pools()
	if err != nil {
		return err
	}
	if s.write, err = orm(s.database, write, s.now, s.log); err == nil {
		s.read, err = orm(s.database, read, s.now, s.log)
	}
	if err != nil {
		return errors.Join(err, write.Close(), read.Close())
	}
	return nil
}

// orm speaks to a database through a pool of connections, or in one transaction.
func orm(d database, conn gorm.ConnPool, now func() time.Time, log *slog.Logger) (*gorm.DB, error) {
	return gorm.Open(d.dialector(conn), &gorm.Config{
		SkipDefaultTransaction: true,
		TranslateError:         true,
		QueryFields:            true, // names the columns: a newer program may have added some
		CreateBatchSize:        500,
		NowFunc:                now,
		Logger:                 slowLog{log, now},
	})
}

// Close keeps the changes that were accepted, waits for what is under way and lets the database go.
func (s *Store) Close() error {
	s.writer.close()
	var errs []error
	for _, g := range []*gorm.DB{s.read, s.write} {
		db, err := g.DB()
		if err == nil {
			err = db.Close()
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// Ping reports whether the database answers and holds a schema that can be worked with.
func (s *Store) Ping(ctx context.Context) error {
	version, err := versionNow(ctx, s.read)
	switch {
	case err != nil:
		return failure("look at the schema", err)
	case version > s.schema.newest:
		return outdated(version, s.schema.newest)
	}
	var n int64
	err = s.read.WithContext(ctx).Raw("SELECT count(*) FROM (SELECT 1 FROM accounts LIMIT 1) AS one").Scan(&n).Error
	return failure("ping the database", err)
}

// Backup writes a verified copy of a SQLite database into a new file, while the store goes on working, and answers its
// name: one beside the database that tells the minute, when file is empty. The file appears under its name only when it
// is whole. For PostgreSQL there is pg_dump, and the refusal says so.
func (s *Store) Backup(ctx context.Context, file string) (string, error) {
	file, err := s.database.backup(ctx, s.schema, file, s.now())
	return file, failure("back up the database", err)
}

// tries is how often a transaction that met a rival is run.
const tries = 4

// transact runs f in one transaction; again when a rival was faster.
func (s *Store) transact(ctx context.Context, doing string, f func(tx *gorm.DB) error) error {
	var err error
	for range tries {
		if err = s.write.WithContext(ctx).Transaction(f); !outrun(err) {
			break
		}
	}
	return failure(doing, err)
}

// look runs f on one unchanging view of the database.
func (s *Store) look(ctx context.Context, doing string, f func(tx *gorm.DB) error) error {
	return failure(doing, s.read.WithContext(ctx).Transaction(f, &sql.TxOptions{
		Isolation: sql.LevelRepeatableRead,
		ReadOnly:  true,
	}))
}

// one reads the row that a query finds; false when there is none.
func one[T any](q *gorm.DB) (row T, found bool, err error) {
	r := q.Limit(1).Find(&row)
	return row, r.RowsAffected == 1, r.Error
}

// shut lets go of what was only looked at, or has told its errors already.
func shut(c io.Closer) { _ = c.Close() }

// none is the refusal for what is not there, or belongs to somebody else.
func none(code string, text fault.Text, args ...any) error {
	return fault.New(fault.NotFound, code, text, args...)
}
