//go:build trials

package trials

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// later is a migration of a program to come, which takes a moment between its first statement and its last.
const later = `-- +goose Up
CREATE TABLE later (id INTEGER);
INSERT INTO later WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT i FROM n;
UPDATE attempts SET lang = 'en';
`

// tocome is the program with one migration more.
func tocome(t *testing.T, migration string) program {
	t.Helper()
	return variant(t,
		change{"internal/store/migrations/sqlite/90000_later.sql", "", migration},
		change{"internal/store/migrations/postgres/90000_later.sql", "", migration},
	)
}

// base is a database that can be copied: each copy has an address, and can be looked into by a driver.
type base struct {
	driver string
	copy   func(t *testing.T, name string) (address, source string)
}

func TestMigrationKilledHalfWay(t *testing.T) {
	whole := tocome(t, later)
	torn := tocome(t, "-- +goose NO TRANSACTION\n"+later)
	t.Run("sqlite", func(t *testing.T) {
		r := trial(t, "migration killed 12 times, SQLite")
		file := filepath.Join(t.TempDir(), "casebook.db")
		played(t, file)
		halfWay(t, r, whole, torn, base{"sqlite3", func(t *testing.T, _ string) (string, string) {
			t.Helper()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			copied := filepath.Join(t.TempDir(), "casebook.db")
			if err := os.WriteFile(copied, data, 0o600); err != nil {
				t.Fatal(err)
			}
			return copied, "file:" + copied
		}})
	})
	t.Run("postgres", func(t *testing.T) {
		r := trial(t, "migration killed 12 times, PostgreSQL")
		d := ownPostgres(t)
		played(t, d.empty(t, "casebook"))
		halfWay(t, r, whole, torn, base{"pgx", func(t *testing.T, name string) (string, string) {
			t.Helper()
			address := d.empty(t, name, "casebook")
			return address, address
		}})
	})
}

// played leaves some attempts in a database.
func played(t *testing.T, database string) {
	t.Helper()
	s := product.serve(t, database)
	c := guests(t, s.url, 8)
	c.while(t.Context(), func() { time.Sleep(300 * time.Millisecond) })
	if code, _ := s.stop(); code != 0 {
		t.Fatalf("the server stopped with %d", code)
	}
}

func halfWay(t *testing.T, r *report, whole, torn program, d base) {
	const kills = 12
	address, source := d.copy(t, "measured")
	before := d.look(t, source)
	begun := time.Now()
	if said, code := whole.run(t, "migrate", "--database", address); code != 0 {
		t.Fatal(said)
	}
	takes := time.Since(begun)
	after := d.look(t, source)
	if before == after {
		t.Fatalf("the migration has changed nothing: %v", after)
	}
	tear := func(p program, name string) (was, is, half int) {
		for i := range kills {
			address, source := d.copy(t, fmt.Sprint(name, i))
			interrupted(t, p, address, takes*time.Duration(i+1)/(kills-1))
			switch got := d.look(t, source); got {
			case before:
				was++
			case after:
				is++
			default:
				half++
				continue
			}
			if said, code := p.run(t, "migrate", "--database", address); code != 0 || d.look(t, source) != after {
				t.Errorf("the migration does not run again: exit code %d, %v\n%s", code, d.look(t, source), said)
			}
		}
		return was, is, half
	}
	was, is, half := tear(whole, "whole")
	r.saw("%d old, %d new, %d neither; each ran to its end afterwards", was, is, half)
	if half > 0 || was == 0 {
		t.Errorf("%d are old, %d new, %d neither", was, is, half)
	}
	_, _, found := tear(torn, "torn")
	r.caught(found > 0, "without a transaction %d are neither", found)
}

// interrupted migrates a database and is killed after a while, if it has not ended by then.
func interrupted(t *testing.T, p program, address string, after time.Duration) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), after)
	defer cancel()
	cmd := p.command(ctx, "migrate", "--database", address)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // what it left is looked at
}

// look tells the state of a database: its schema, its tables, what the migration adds and what it changes.
func (d base) look(t *testing.T, source string) string {
	t.Helper()
	db, err := sql.Open(d.driver, source)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }() // it was only read
	number := func(query string) (n int) {
		if err := db.QueryRowContext(t.Context(), query).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	tables := "SELECT count(*) FROM sqlite_master WHERE type = 'table'"
	if d.driver == "pgx" {
		tables = "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = 'public'"
	}
	said := []string{
		fmt.Sprint("schema ", number("SELECT max(version_id) FROM casebook_schema")),
		fmt.Sprint(number(tables), " tables"),
		fmt.Sprint(number("SELECT count(*) FROM attempts WHERE lang = 'fr'"), " attempts in French"),
	}
	if number(strings.Replace(tables, "WHERE", "WHERE "+map[string]string{"sqlite3": "name", "pgx": "tablename"}[d.driver]+" = 'later' AND", 1)) > 0 {
		said = append(said, fmt.Sprint(number("SELECT count(*) FROM later"), " rows later"))
	}
	return strings.Join(said, ", ")
}
