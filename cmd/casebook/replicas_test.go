package main

import (
	"database/sql"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"casebook/api"
)

// TestReplicasOverOnePostgreSQLAreOneSite starts servers together on an empty database, and people go from one to another.
func TestReplicasOverOnePostgreSQLAreOneSite(t *testing.T) {
	eachDatabase(t, func(t *testing.T, address string) {
		if !strings.HasPrefix(address, "postgres") {
			return // a SQLite file has one server
		}
		replicas := make([]*site, 4)
		var all sync.WaitGroup
		for i := range replicas {
			all.Go(func() { replicas[i] = start(t, "--database", address, "--behind-proxy") })
		}
		if all.Wait(); t.Failed() {
			return
		}
		here, there := replicas[0], replicas[1]
		t.Run("each is ready", func(t *testing.T) {
			for _, s := range replicas {
				s.visitor(t).ask("GET", "/readyz", "").want(http.StatusOK)
			}
		})
		t.Run("a login is good on all", func(t *testing.T) {
			p := here.guest(t)
			a := p.begin()
			for i := 1; a.Status == api.AttemptStatusInProgress; i++ {
				p.site = replicas[i%len(replicas)]
				if seen := p.ask("GET", path(a, ""), "").want(http.StatusOK).attempt(); seen.Step != a.Step {
					t.Errorf("replica %d shows step %d, want %d", i, seen.Step, a.Step)
				}
				a = p.move(a, a.Choices[0].ID).want(http.StatusOK).attempt()
			}
		})
		t.Run("a retry on another is answered as the first was", func(t *testing.T) {
			p := here.guest(t)
			a := p.begin()
			const key = "Idempotency-Key: 5e1f0f7c-once"
			first := p.move(a, "appeler", key).want(http.StatusOK)
			p.site = there
			if again := p.move(a, "appeler", key).want(http.StatusOK); string(again.body) != string(first.body) {
				t.Errorf("first %s\nagain %s", first.body, again.body)
			}
			p.move(a, "ecrire", "Idempotency-Key: 5e1f0f7c-other").want(http.StatusConflict)
		})
		t.Run("of rivals on all one wins", func(t *testing.T) { rivals(t, replicas) })
		t.Run("what a new one publishes is on all", func(t *testing.T) {
			dir := edited(t, "text.fr.md", "Le client qui criait", "Le client qui hurlait")
			start(t, "--database", address, "--scenarios", filepath.Dir(dir))
			p := there.guest(t)
			soon(t, "the new version", func() bool { return p.begin().Title == "Le client qui hurlait" })
		})
		db, err := sql.Open("pgx", address)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		t.Run("limits are common", func(t *testing.T) { spent(t, db, replicas) })
		t.Run("one that is older than its database is not ready", func(t *testing.T) { overtaken(t, db, here) })
	})
}

// rivals decide the same step on all replicas at once.
func rivals(t *testing.T, replicas []*site) {
	p := replicas[0].guest(t)
	a := p.begin()
	answers := make([]reply, 4*len(replicas))
	var all sync.WaitGroup
	for i := range answers {
		rival := *p
		rival.site = replicas[i%len(replicas)]
		all.Go(func() { answers[i] = rival.move(a, "appeler", fmt.Sprint("Idempotency-Key: rival-no-", i)) })
	}
	all.Wait()
	won := 0
	for _, r := range answers {
		switch r.status {
		case http.StatusOK:
			won++
		case http.StatusConflict:
		default:
			t.Errorf("a rival was told %d: %s", r.status, r.body)
		}
	}
	if now := p.ask("GET", path(a, ""), "").want(http.StatusOK).attempt(); won != 1 || now.Step != a.Step+1 {
		t.Errorf("%d have won, and the attempt is at step %d", won, now.Step)
	}
}

// spent has a network use its limit up, and come to all replicas.
func spent(t *testing.T, db *sql.DB, replicas []*site) {
	open := func(s *site) reply {
		return s.visitor(t).ask("POST", "/api/v1/guests", "", "X-Forwarded-For: 198.51.100.7")
	}
	open(replicas[0]).want(http.StatusCreated)
	if _, err := db.ExecContext(t.Context(), "UPDATE rate_limits SET used = used + 299"); err != nil {
		t.Fatal(err)
	}
	for _, s := range replicas {
		open(s).want(http.StatusTooManyRequests, "too_many_guests")
	}
}

// overtaken is what becomes of a server when a newer program migrates the database.
func overtaken(t *testing.T, db *sql.DB, s *site) {
	p := s.guest(t)
	a := p.begin()
	if _, err := db.ExecContext(t.Context(), "INSERT INTO casebook_schema (version_id, is_applied) VALUES (90000, true)"); err != nil {
		t.Fatal(err)
	}
	p.ask("GET", "/readyz", "").want(http.StatusServiceUnavailable, "server_outdated")
	p.ask("GET", "/healthz", "").want(http.StatusOK)
	soon(t, "a refusal", func() bool {
		r := p.move(a, a.Choices[0].ID)
		if r.status != http.StatusOK {
			r.want(http.StatusServiceUnavailable, "server_outdated")
			return true
		}
		if a = r.attempt(); a.Status != api.AttemptStatusInProgress {
			a = p.begin()
		}
		return false
	})
}

// soon waits for what must come.
func soon(t *testing.T, what string, come func() bool) {
	t.Helper()
	for range 100 {
		if come() {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("never came: ", what)
}
