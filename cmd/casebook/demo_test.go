package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/demo"
	"casebook/internal/library"
	"casebook/internal/store"
)

// eachDatabase runs a test on a new SQLite file and in a new schema of the PostgreSQL server that the environment names.
func eachDatabase(t *testing.T, test func(t *testing.T, address string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "casebook.db")) })
	server := os.Getenv("CASEBOOK_TEST_POSTGRES")
	if server == "" {
		const how = "CASEBOOK_TEST_POSTGRES is not set; for both databases: .ci/with-postgres go test ./cmd/casebook"
		if os.Getenv("CI") == "true" {
			t.Error(how)
		}
		t.Log("only on SQLite:", how)
		return
	}
	t.Run("postgres", func(t *testing.T) {
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
		test(t, address.String())
	})
}

func opened(t *testing.T, address string) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), address, store.Options{Now: now, MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return st
}

// heap keeps what is made up in memory.
type heap struct {
	accounts []account.Account
	attempts []attempt.Attempt
}

func (h *heap) Add(_ context.Context, accounts []account.Account, attempts []attempt.Attempt) error {
	h.accounts, h.attempts = append(h.accounts, accounts...), append(h.attempts, attempts...)
	return nil
}

func TestADemoIsKeptAsItWasPlanned(t *testing.T) {
	eachDatabase(t, func(t *testing.T, address string) {
		code, out, errs := invoke(english, "demo", "crowd", "--database", address, "--people", "70", "--attempts", "4", "--seed", "3", "--until", "2026-11-20")
		if code != fine || !strings.HasPrefix(out, "Added: 70 made-up people, 280 attempts, ") ||
			!strings.HasSuffix(out, " decisions. The same data again: --seed 3 --until 2026-11-20\n") {
			t.Fatalf("exit code %d\n%s%s", code, out, errs)
		}
		st := opened(t, address)
		plan := demo.Plan{Seed: 3, People: 70, Attempts: 4, Until: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)}
		cases, err := demoCases(t.Context(), st, plan)
		if err != nil {
			t.Fatal(err)
		}
		var planned heap
		if _, err := demo.Fill(t.Context(), plan, cases, &planned, func(demo.Count) {}); err != nil {
			t.Fatal(err)
		}
		for _, a := range planned.accounts {
			if kept, err := st.Account(t.Context(), a.ID); err != nil || kept != a {
				t.Fatalf("kept %v, %v, planned %v", kept, err, a)
			}
		}
		for _, a := range planned.attempts {
			if kept, err := st.Attempt(t.Context(), a.Account, a.ID); err != nil || !reflect.DeepEqual(kept, a) {
				t.Fatalf("%v, kept\n%+v, planned\n%+v", err, kept, a)
			}
		}
		lib := library.New(st, nil, now)
		for k, err := range st.Everything(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			v, err := lib.Find(t.Context(), k.Scenario)
			if err != nil {
				t.Fatal(err)
			}
			if found := attempt.Verify(&k, v); len(found) > 0 {
				t.Fatalf("attempt %s: %+v", k.ID, found)
			}
		}
		if code, _, errs := invoke(english, "demo", "crowd", "--database", address, "--people", "70", "--attempts", "4", "--seed", "3", "--until", "2026-11-20"); code != failed || !strings.Contains(errs, "Another --seed") {
			t.Errorf("the same demo again: exit code %d, %s", code, errs)
		}
	})
}

func TestADemoIsNotAddedToWhatPeopleHavePlayed(t *testing.T) {
	s := start(t)
	s.guest(t).begin()
	if code := s.stop(); code != fine {
		t.Fatalf("exit code %d", code)
	}
	args := []string{"demo", "crowd", "--database", s.database, "--people", "2", "--attempts", "1"}
	code, out, errs := invoke(french, args...)
	if code != failed || out != "" || !strings.Contains(errs, "De vraies personnes ont joué dans la base «\u00a0"+s.database+"\u00a0».") {
		t.Errorf("exit code %d, %s%s", code, out, errs)
	}
	if code, out, errs := invoke(english, append(args, "--add")...); code != fine || !strings.HasPrefix(out, "Added: 2 made-up people, 2 attempts") {
		t.Errorf("exit code %d, %s%s", code, out, errs)
	}
}

func TestADemoThatIsInterruptedLeavesWholeAttempts(t *testing.T) {
	database := filepath.Join(t.TempDir(), "casebook.db")
	if code, _, errs := invoke(english, "migrate", "--database", database); code != fine {
		t.Fatalf("exit code %d, %s", code, errs)
	}
	st := opened(t, database)
	ctx, interrupt := context.WithCancel(t.Context())
	go func() {
		for ctx.Err() == nil {
			if begun, _ := st.HoldsAttempts(ctx, account.Guest); begun {
				interrupt()
			}
			time.Sleep(5 * time.Millisecond)
		}
	}()
	var out, errs bytes.Buffer
	code := run(ctx, []string{"demo", "crowd", "--database", database, "--people", "1000000"}, strings.NewReader(""), &out, &errs, english)
	if code != failed || !strings.Contains(errs.String(), "Interrupted. What is written is whole: ") {
		t.Fatalf("exit code %d, %s%s", code, out.String(), errs.String())
	}
	db, err := sql.Open("sqlite3", database)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var attempts, torn int
	err = db.QueryRowContext(t.Context(), `SELECT count(*), count(*) FILTER (WHERE steps <> last + 1 OR (status = 'in_progress') <> (state = ''))
		FROM (SELECT status, state, (SELECT count(*) FROM decisions WHERE attempt_id = id) AS steps,
			(SELECT coalesce(max(step), -1) FROM decisions WHERE attempt_id = id) AS last FROM attempts)`).Scan(&attempts, &torn)
	if err != nil || attempts == 0 || attempts%1000 != 0 || torn > 0 {
		t.Errorf("%d attempts, %d of them torn, %v", attempts, torn, err)
	}
}

func TestDemoSaysWhatItCannotMakeUp(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"--people 3 --decisions 100", "not both"},
		{"--attempts 0", "count from 1"},
		{"--people -1", "count from 1"},
		{"--people 3000000", "too much"},
		{"--attempts 1001", "too much"},
		{"--until tomorrow", "“tomorrow” is not a day"},
		{"--peple 3", "Did you mean --people?"},
		{"extra", "“extra” is one too many"},
	} {
		code, _, errs := invoke(english, append([]string{"demo", "crowd", "--database", filepath.Join(t.TempDir(), "no.db")}, strings.Fields(c.args)...)...)
		if code != badUsage || !strings.Contains(errs, c.want) {
			t.Errorf("%s: exit code %d, %s", c.args, code, errs)
		}
	}
}

func TestTheDemonstrationIsACommandToo(t *testing.T) {
	database := filepath.Join(t.TempDir(), "casebook.db")
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"demo --lang en", fine, "Demonstration added: 24 made-up people"},
		{"demo cohort", failed, "is there already"},
		{"verify", fine, ""},
		{"demo remove", fine, "Nothing made up is left."},
		{"demo cohort", fine, "Demonstration added"},
		{"demo extra", badUsage, "“extra” is no demonstration"},
		{"demo --lang de", badUsage, "--lang fr or --lang en"},
	} {
		args := append(strings.Fields(c.args), "--database", database)
		code, out, errs := invoke(english, args...)
		if code != c.code || !strings.Contains(out+errs, c.want) {
			t.Errorf("%s: exit code %d, %s%s", c.args, code, out, errs)
		}
	}
}
