package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"casebook/internal/account"
	"casebook/internal/store"
	"casebook/internal/web"
)

// campus is a database with two cohorts, alder and birch, that must learn nothing of each other.
type campus struct {
	address string // of the database that is copied
	cases   cases
	tokens  map[string]string // of the callers' logins
	named   map[string]string // what a path of the contract is about: by the segment before, or by its name
	birch   map[string]string // the other cohort's ids
	fields  map[string]any    // what a field of a body holds, where the contract does not say enough
	bodies  map[string]map[string]any
	zip     string // of a case
	plants  []plant
}

// plant is something that must be read by nobody but its readers.
type plant struct {
	what    string
	words   bool // people's words and names, which no refusal may tell either
	readers []string
	told    []string // the operations that tell it to whoever holds a code
}

// newCampus makes one on a new SQLite file, or in a new database of a PostgreSQL server.
func newCampus(t *testing.T, address string) *campus {
	t.Helper()
	c := &campus{
		address: address, tokens: map[string]string{}, zip: mine(t, "scenario.yaml", "id: mon-client", "id: notre-client"),
		bodies: map[string]map[string]any{},
	}
	var err error
	if c.cases, err = readCases([]string{shouted}); err != nil {
		t.Fatal(err)
	}
	c.cases.folders = c.cases.folders[:1] // the others would be taken up for nothing, each time it is opened
	if strings.HasPrefix(address, "postgres") {
		c.address = newDatabase(t, address, "")
	}
	c.found(t)
	return c
}

// newDatabase makes a database on a server, a copy of template unless that is empty, and returns its address.
func newDatabase(t *testing.T, server, template string) string {
	t.Helper()
	db, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	name := "campus_" + strings.ToLower(rand.Text())
	statement := "CREATE DATABASE " + name
	if template != "" {
		statement += " TEMPLATE " + template
	}
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.ExecContext(context.Background(), "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Error(err)
		}
		_ = db.Close()
	})
	address, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	address.Path = name
	query := address.Query()
	query.Del("search_path")
	address.RawQuery = query.Encode()
	return address.String()
}

// open serves a copy of the campus until the test ends.
func (c *campus) open(t *testing.T) *site {
	t.Helper()
	if address, err := url.Parse(c.address); err == nil && address.Scheme != "" {
		template := strings.Trim(address.Path, "/")
		address.Path = "postgres"
		return c.serve(t, newDatabase(t, address.String(), template))
	}
	data, err := os.ReadFile(c.address)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "casebook.db")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return c.serve(t, file)
}

// onServer reports whether the campus is kept on PostgreSQL.
func (c *campus) onServer() bool { return strings.HasPrefix(c.address, "postgres") }

func (c *campus) serve(t *testing.T, address string) *site {
	t.Helper()
	st, err := store.Open(t.Context(), address, store.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	s := &site{database: address, log: &log{}}
	ctx, cancel := context.WithCancel(t.Context())
	handler, err := furnish(ctx, st, c.cases, "", web.Services{
		Log: slog.New(slog.NewTextHandler(s.log, nil)), Accounts: account.New(st, st, now),
	})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	s.url = server.URL
	s.stop = sync.OnceValue(func() int {
		server.Close()
		cancel()
		if err := st.Close(); err != nil {
			t.Error(err)
		}
		return fine
	})
	t.Cleanup(func() {
		if s.stop(); t.Failed() {
			t.Logf("%.4000s", s.log)
		}
	})
	return s
}

// as is a caller at a site.
func (c *campus) as(t *testing.T, s *site, who string) *person {
	t.Helper()
	p := s.visitor(t)
	if token := c.tokens[who]; token != "" {
		at, err := url.Parse(s.url)
		if err != nil {
			t.Fatal(err)
		}
		p.browser.Jar.SetCookies(at, []*http.Cookie{{Name: "casebook_session", Value: token}})
	}
	p.browser.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return p
}

// leaks are the plants that somebody reads in an answer, and must not.
func (c *campus) leaks(t *testing.T, r reply, o operation, who string) (found []string) {
	t.Helper()
	body := bytes.ToLower(legible(t, r.body))
	for _, p := range c.plants {
		mayRead := slices.Contains(p.readers, who) || slices.Contains(p.told, o.spec.OperationID)
		if (p.words || r.status < http.StatusBadRequest) && !mayRead && bytes.Contains(body, []byte(p.what)) {
			found = append(found, p.what)
		}
	}
	return found
}

// kept stands for all that a database holds, but for how often something was asked.
func kept(t *testing.T, s *site) string {
	t.Helper()
	driver, list := "sqlite3", "SELECT name FROM sqlite_master WHERE type = 'table'"
	if strings.HasPrefix(s.database, "postgres") {
		driver, list = "pgx", "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
	}
	db, err := sql.Open(driver, s.database)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	all := rowsOf(t, db, list)
	slices.Sort(all)
	sum := sha256.New()
	for _, table := range all {
		if table = strings.Trim(table, "[]"); table == "rate_limits" {
			continue
		}
		rows := rowsOf(t, db, "SELECT * FROM "+table)
		slices.Sort(rows)
		_, _ = fmt.Fprintln(sum, table, rows)
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}

func rowsOf(t *testing.T, db *sql.DB, query string) (list []string) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		cells, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		list = append(list, fmt.Sprint(cells))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}
