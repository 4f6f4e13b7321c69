package store

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/pressly/goose/v3"

	"casebook/internal/fault"
)

// next are the migrations of a later program: one more than are shipped.
func next(statements string) fs.FS {
	later := fstest.MapFS{}
	for _, dialect := range []string{"sqlite", "postgres"} {
		names, err := fs.Glob(shipped, dialect+"/*.sql")
		if err != nil {
			panic(err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(shipped, name)
			if err != nil {
				panic(err)
			}
			later[name] = &fstest.MapFile{Data: data}
		}
		later[dialect+"/90000_later.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + statements)}
	}
	return later
}

// slowly is a migration that takes a moment between its first statement and its last.
const slowly = `CREATE TABLE later (id INTEGER);
INSERT INTO later WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT i FROM n;
DELETE FROM attempts;`

// migrated opens a database with other migrations, runs them and closes it.
func migrated(ctx context.Context, address string, migrations fs.FS) (Migration, error) {
	s, err := open(ctx, address, Options{Now: atNoon}, migrations)
	if err != nil {
		return Migration{}, err
	}
	m, err := s.Migrate(ctx)
	return m, errors.Join(err, s.Close())
}

func TestBothDialectsHaveTheSameMigrations(t *testing.T) {
	var names [2][]string
	for i, dialect := range []string{"sqlite", "postgres"} {
		found, err := fs.Glob(shipped, dialect+"/*")
		if err != nil || len(found) == 0 {
			t.Fatal(found, err)
		}
		for _, name := range found {
			names[i] = append(names[i], filepath.Base(name))
		}
	}
	if a, b := strings.Join(names[0], " "), strings.Join(names[1], " "); a != b {
		t.Errorf("sqlite has %s, postgres has %s", a, b)
	}
}

func TestADatabaseIsReadyOnceItIsMigrated(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s, err := Open(t.Context(), address, Options{Now: atNoon})
		if err != nil {
			t.Fatal(err)
		}
		defer shut(s)
		ready := s.Ping(t.Context()) == nil // a new file is; an empty schema on a server is not
		m, err := s.Migrate(t.Context())
		if err != nil || ready != (m.From == m.To) {
			t.Errorf("ready before: %v, %+v, %v", ready, m, err)
		}
		if err := s.Ping(t.Context()); err != nil {
			t.Error(err)
		}
		again, err := s.Migrate(t.Context())
		if err != nil || again != (Migration{From: s.schema.newest, To: s.schema.newest}) {
			t.Errorf("a second time: %+v, %v", again, err)
		}
	})
}

func TestReplicasThatStartTogetherMigrateOnce(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		for _, migrations := range []fs.FS{shipped, next("CREATE TABLE later (id INTEGER);")} {
			var wg sync.WaitGroup
			for range 4 {
				wg.Go(func() {
					s, err := open(t.Context(), address, Options{Now: atNoon}, migrations)
					if err != nil {
						t.Error(err)
						return
					}
					defer shut(s)
					if _, err := s.Migrate(t.Context()); err != nil {
						t.Error(err)
					}
					if err := s.Ping(t.Context()); err != nil {
						t.Error(err)
					}
				})
			}
			wg.Wait()
		}
	})
}

func TestANewerDatabaseIsRefused(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		if _, err := migrated(t.Context(), address, next("CREATE TABLE later (id INTEGER);")); err != nil {
			t.Fatal(err)
		}
		_, err := Open(t.Context(), address, Options{Now: atNoon})
		text := wantFault(t, err, fault.Invalid, "database_newer")
		if !strings.Contains(text.EN, "90000") {
			t.Errorf("the schema is not named: %s", text.EN)
		}
	})
}

func TestAMigrationThatFailsLeavesTheDatabaseAsItWas(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		begun(t, s, owner)
		_, before := schemaOf(t, s)
		_, err := migrated(t.Context(), address, next("CREATE TABLE later (id INTEGER);\nDELETE FROM attempts;\nINSERT INTO nowhere VALUES (1);"))
		if err == nil {
			t.Fatal("a broken migration was run")
		}
		if version, tables := schemaOf(t, s); version != s.schema.newest || tables != before {
			t.Errorf("the schema is %d with %d tables", version, tables)
		}
		if n := count(t, s, "attempts"); n != 1 {
			t.Errorf("%d attempts are left", n)
		}
		if copies, err := filepath.Glob(address + ".before-*"); err != nil || len(copies) != 0 {
			t.Errorf("a copy that nobody needs is left: %v, %v", copies, err)
		}
		if _, err := migrated(t.Context(), address, next("CREATE TABLE later (id INTEGER);")); err != nil {
			t.Errorf("the mended migration: %v", err)
		}
	})
}

func schemaOf(t *testing.T, s *Store) (version int64, tables int) {
	t.Helper()
	db, err := s.read.DB()
	if err != nil {
		t.Fatal(err)
	}
	version, tables, err = schemaVersion(t.Context(), db, s.database)
	if err != nil {
		t.Fatal(err)
	}
	return version, tables
}

func TestAFileIsKeptBeforeItIsMigrated(t *testing.T) {
	path := filepath.Join(t.TempDir(), "casebook.db")
	s := opened(t, path)
	begun(t, s, guest(t, s))
	m, err := migrated(t.Context(), path, next("DELETE FROM attempts;"))
	want := Migration{From: s.schema.newest, To: 90000, Backup: path + ".before-90000-20260309T120000Z"}
	if err != nil || m != want {
		t.Fatalf("got %+v, %v, want %+v", m, err, want)
	}
	if n := count(t, s, "attempts"); n != 0 {
		t.Errorf("the migration left %d attempts", n)
	}
	if n := count(t, opened(t, m.Backup), "attempts"); n != 1 {
		t.Errorf("the copy holds %d attempts, want 1", n)
	}
}

// earlier are the migrations of an older program: those up to a version.
func earlier(t *testing.T, version int64) fs.FS {
	t.Helper()
	early := fstest.MapFS{}
	names, err := fs.Glob(shipped, "*/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(shipped, name)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := goose.NumericComponent(name); err == nil && n <= version {
			early[name] = &fstest.MapFile{Data: data}
		}
	}
	return early
}
