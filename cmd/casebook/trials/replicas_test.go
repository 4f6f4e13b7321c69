//go:build trials

package trials

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"testing"
	"time"
)

func TestReplicasStartTogether(t *testing.T) {
	r := trial(t, "4 replicas start together, PostgreSQL")
	d := ownPostgres(t)
	const rounds = 5
	var ready []time.Duration
	for round := range rounds {
		took, wrong := together(t, product, d, fmt.Sprint("own", round))
		ready = append(ready, took)
		if wrong != "" {
			t.Errorf("round %d: %s", round, wrong)
		}
	}
	r.saw("%d of %d rounds: all ready after %v, one migration, one version of each case", rounds, rounds, median(ready))
	careless := variant(t, change{"internal/store/postgres.go", "goose.WithSessionLocker(locker)", "goose.WithDisableGlobalRegistry(locker != nil)"})
	found, seen := 0, ""
	for round := range rounds {
		if _, wrong := together(t, careless, d, fmt.Sprint("control", round)); wrong != "" {
			found++
			seen = wrong
		}
	}
	r.caught(found > 0, "without a lock %d of %d rounds are wrong: %s", found, rounds, seen)
}

// together starts four servers at once on an empty database. It answers when the last was ready, and what is wrong.
func together(t *testing.T, p program, d *postgres, name string) (took time.Duration, wrong string) {
	t.Helper()
	database := d.empty(t, name)
	var servers []*server
	for range 4 {
		servers = append(servers, p.placed(t, database))
	}
	begun := time.Now()
	for _, s := range servers {
		s.launch(t)
	}
	dead := 0
	for _, s := range servers {
		defer s.kill()
		for alive := true; alive && !s.ready(t.Context()); {
			select {
			case <-s.ended:
				alive = false
				dead++
			case <-time.After(5 * time.Millisecond):
			}
		}
	}
	took = time.Since(begun)
	if dead > 0 {
		return took, fmt.Sprintf("%d of 4 do not start", dead)
	}
	if rows, versions := d.migrations(t, name); rows != versions {
		return took, fmt.Sprintf("%d migrations were run %d times", versions, rows)
	}
	c := strangers(servers[0].url, 1)
	a := c.people[0].ask(t.Context(), "cases", http.MethodGet, "/api/v1/scenarios", "", "")
	var list struct {
		Scenarios []struct {
			ID      string
			Version int
		}
	}
	if err := json.Unmarshal(a.body, &list); err != nil || len(list.Scenarios) == 0 {
		return took, fmt.Sprintf("the cases are not listed: %d, %v", a.status, err)
	}
	for i, s := range list.Scenarios {
		if s.Version != 1 || slices.Index(list.Scenarios, s) != i {
			return took, fmt.Sprintf("case %s was published more than once", s.ID)
		}
	}
	return took, ""
}

// migrations counts those that were run, and how many there are.
func (d *postgres) migrations(t *testing.T, database string) (rows, versions int) {
	t.Helper()
	db, err := sql.Open("pgx", d.address(database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }() // it was only read
	if err := db.QueryRowContext(t.Context(), "SELECT count(*), count(DISTINCT version_id) FROM casebook_schema").Scan(&rows, &versions); err != nil {
		t.Fatal(err)
	}
	return rows, versions
}
