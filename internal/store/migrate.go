package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/pressly/goose/v3"
)

//go:embed migrations
var embedded embed.FS

// shipped are the migrations of this program: a folder for each dialect, the same names in both.
var shipped = func() fs.FS {
	folder, err := fs.Sub(embedded, "migrations")
	if err != nil {
		panic(err) // the name is a constant
	}
	return folder
}()

// versionTable is where a database says how far it is migrated. Its name tells a Casebook database from others.
const versionTable = "casebook_schema"

// schema is what a database is migrated to.
type schema struct {
	database   database
	migrations fs.FS
	programs   []*goose.Migration
	newest     int64
	trail      trail // which is told of each migration
}

func newSchema(migrations fs.FS, d database, now func() time.Time) (schema, error) {
	folder := map[goose.Dialect]string{goose.DialectSQLite3: "sqlite", goose.DialectPostgres: "postgres"}[d.dialect()]
	own, err := fs.Sub(migrations, folder)
	if err != nil {
		return schema{}, err
	}
	s := schema{database: d, migrations: own, trail: trail{d, now}}
	names, err := fs.Glob(own, "*.sql")
	if err != nil {
		return schema{}, err
	}
	for _, name := range names {
		version, err := goose.NumericComponent(name)
		if err != nil {
			return schema{}, err
		}
		s.newest = max(s.newest, version)
	}
	for _, p := range programs(d) {
		if p.version <= s.newest+1 {
			s.newest, s.programs = max(s.newest, p.version), append(s.programs, p.migration())
		}
	}
	return s, nil
}

// schemaVersion is how far a database is migrated, -1 when it never was; tables is how many it has.
func schemaVersion(ctx context.Context, db *sql.DB, d database) (version int64, tables int, err error) {
	rows, err := db.QueryContext(ctx, d.tables())
	if err != nil {
		return 0, 0, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return 0, 0, err
		}
		names = append(names, name)
	}
	if err := rows.Err(); err != nil {
		return 0, 0, err
	}
	if !slices.Contains(names, versionTable) {
		return -1, len(names), nil
	}
	err = db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM "+versionTable+" WHERE is_applied").Scan(&version)
	return version, len(names), err
}

// up runs the migrations that are missing, a transaction each.
func (s schema) up(ctx context.Context, db *sql.DB) error {
	options, err := s.database.locking()
	if err != nil {
		return err
	}
	table, err := newLedger(s.trail)
	if err != nil {
		return err
	}
	options = append(options, goose.WithStore(table), goose.WithDisableGlobalRegistry(true),
		goose.WithGoMigrations(s.programs...))
	provider, err := goose.NewProvider(goose.DialectCustom, db, s.migrations, options...)
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

// Migration tells what Migrate did.
type Migration struct {
	From, To int64  // the schema's versions, equal when there was nothing to do
	Backup   string // the copy made before, empty when there was nothing to lose
}

// Migrate brings the schema up to date, each migration whole or not at all. A SQLite file that holds something is
// copied beside itself first. Several programs may do so at once: one migrates.
func (s *Store) Migrate(ctx context.Context) (Migration, error) {
	m, err := s.migrate(ctx)
	return m, failure("migrate the database", err)
}

func (s *Store) migrate(ctx context.Context) (Migration, error) {
	db, err := s.database.connect()
	if err != nil {
		return Migration{}, err
	}
	defer shut(db)
	version, _, err := schemaVersion(ctx, db, s.database)
	m := Migration{From: max(0, version), To: s.schema.newest}
	switch {
	case err != nil || m.From == m.To:
		return m, err
	case m.From > m.To:
		return m, newerDatabase(m.From, m.To)
	}
	if err = s.keepAndUp(ctx, db, &m); err == nil {
		return m, nil
	}
	version, _, look := schemaVersion(ctx, db, s.database)
	switch {
	case look == nil && version == m.To:
		return m, nil // another program was faster
	case look == nil && version == m.From && m.Backup != "":
		return m, errors.Join(err, os.Remove(m.Backup)) // nothing has changed: a restart must not fill the disk with copies
	default:
		return m, err
	}
}

func (s *Store) keepAndUp(ctx context.Context, db *sql.DB, m *Migration) (err error) {
	if m.From > 0 {
		if m.Backup, err = s.database.keep(ctx, s.schema, s.now()); err != nil {
			return fmt.Errorf("back up first: %w", err)
		}
	}
	return s.schema.up(ctx, db)
}
