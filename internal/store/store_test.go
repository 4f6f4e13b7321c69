package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/fault"
	"casebook/internal/library"
)

var (
	_ account.Store  = (*Store)(nil)
	_ library.Store  = (*Store)(nil)
	_ library.Drafts = (*Store)(nil)
	_ attempt.Store  = (*Store)(nil)
)

// noon is when tests play.
var noon = time.Date(2026, 3, 9, 12, 0, 0, 123456000, time.UTC)

func atNoon() time.Time { return noon }

// each runs a test on a new SQLite file and in a new schema of the PostgreSQL server that the environment names.
func each(t *testing.T, test func(t *testing.T, address string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "casebook.db")) })
	server := os.Getenv("CASEBOOK_TEST_POSTGRES")
	if server == "" {
		const how = "CASEBOOK_TEST_POSTGRES is not set; for both databases: .ci/with-postgres go test ./internal/store"
		if os.Getenv("CI") == "true" {
			t.Error(how)
		}
		t.Log("only on SQLite:", how)
		return
	}
	t.Run("postgres", func(t *testing.T) { test(t, ownSchema(t, server)) })
}

// ownSchema makes an empty schema and returns the address that leads into it.
func ownSchema(t testing.TB, server string) string {
	t.Helper()
	db, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	name := "test_" + strings.ToLower(rand.Text())
	if _, err := db.ExecContext(t.Context(), "CREATE SCHEMA "+name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.ExecContext(context.Background(), "DROP SCHEMA "+name+" CASCADE"); err != nil {
			t.Error(err)
		}
		_ = db.Close()
	})
	address, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	query := address.Query()
	query.Set("search_path", name)
	address.RawQuery = query.Encode()
	return address.String()
}

// opened opens a database and brings it up to date.
func opened(t testing.TB, address string, change ...func(*Options)) *Store {
	t.Helper()
	o := Options{Now: atNoon}
	for _, f := range change {
		f(&o)
	}
	s, err := Open(t.Context(), address, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// guest adds an account.
func guest(t testing.TB, s *Store) uuid.UUID {
	t.Helper()
	a := account.Account{ID: newID(t), Kind: account.Guest, Role: account.Trainee, CreatedAt: noon}
	if err := s.AddAccount(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return a.ID
}

func newID(t testing.TB) uuid.UUID {
	t.Helper()
	id, err := uuid.NewV7()
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// begun adds an attempt at step 0 and the version it is pinned to.
func begun(t testing.TB, s *Store, owner uuid.UUID) attempt.Attempt {
	t.Helper()
	ref, _, err := s.AddVersion(t.Context(), record("client", "a"))
	if err != nil {
		t.Fatal(err)
	}
	a := attempt.Attempt{
		ID: newID(t), Account: owner, Scenario: ref, Lang: "fr", Timing: attempt.Standard, Seed: "seed",
		Status: attempt.InProgress, StartedAt: noon,
		Under: attempt.Under{Assignment: newID(t), Cohort: newID(t), Ordinal: 1, Learning: true},
	}
	if err := s.AddAttempt(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

// record is a version of a scenario whose files are content.
func record(id, content string) library.Record {
	return library.Record{
		Ref:     library.Ref{ID: id},
		Archive: []byte(content), Content: strings.Repeat(content, 64)[:64], PublishedAt: noon,
	}
}

// decide appends a decision, as the domain does.
func decide(a *attempt.Attempt, key string) {
	a.Decisions = append(a.Decisions, attempt.Decision{Node: 3, Move: 1, Key: key, Rationale: "because", At: noon})
}

// wantFault fails unless err is a fault of this kind and code, with a sentence in each language: its answer.
func wantFault(t *testing.T, err error, kind fault.Kind, code string) fault.Text {
	t.Helper()
	f, ok := fault.From(err)
	if !ok || f.Kind != kind || f.Code != code {
		t.Fatalf("got %v, want a fault %q of kind %d", err, code, kind)
	}
	if f.Text.FR == "" || f.Text.EN == "" || strings.Contains(f.Text.FR+f.Text.EN, "%!") {
		t.Errorf("a sentence is missing or broken: %q", f.Text)
	}
	return f.Text
}

// kept reads an attempt from the database, whatever is remembered of it.
func kept(t *testing.T, s *Store, owner, id uuid.UUID) (attempt.Attempt, error) {
	t.Helper()
	s.recent.take(which{owner, id})
	return s.Attempt(t.Context(), owner, id)
}
