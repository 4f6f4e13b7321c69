//go:build trials

package trials

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"sync"
	"testing"
)

// rivals are how many decide at one step at once.
const rivals = 16

func TestRivalsAtOneStep(t *testing.T) {
	r := trial(t, "16 rivals, 2 replicas, PostgreSQL")
	d := ownPostgres(t)
	database := d.empty(t, "casebook")
	replicas := []*server{product.serve(t, database), product.serve(t, database)}
	c := guests(t, replicas[0].url, 1)
	p := c.people[0]
	bad := 0
	const rounds = 120
	for range rounds {
		if a := p.begin(t.Context()); !a.ok() {
			t.Fatalf("not begun: %d %s", a.status, a.detail)
		}
		id, choices := p.now.ID, p.now.Choices
		kept, refused, winner := race(func(rival int) (int, string) {
			own := &trainee{url: replicas[rival%2].url, client: p.client, cookie: p.cookie, hears: c.hears}
			choice := choices[rival%len(choices)].ID
			return own.decide(t.Context(), id, 0, choice, fmt.Sprintf("rival-%02d", rival)).status, choice
		})
		whole := kept == 1 && refused == rivals-1
		for _, s := range replicas {
			reader := &trainee{url: s.url, client: p.client, cookie: p.cookie, hears: c.hears}
			whole = whole && reader.see(reader.read(t.Context(), id)) && reader.now.Step == 1 &&
				len(reader.now.Thread) == 1 && reader.now.Thread[0].Move == winner
		}
		if !whole {
			bad++
		}
	}
	r.saw("%d of %d rounds with one winner, fifteen told, one row", rounds-bad, rounds)
	if bad > 0 {
		t.Errorf("%d bad rounds", bad)
	}
	const naive = 30
	found := naively(t, d, naive)
	r.caught(found > 0, "who reads, then writes, is wrong in %d of %d rounds", found, naive)
}

// race has the rivals act at once, and answers how many were kept and refused, and what the last one kept had chosen.
func race(act func(rival int) (status int, choice string)) (kept, refused int, winner string) {
	var mu sync.Mutex
	var all sync.WaitGroup
	start := make(chan struct{})
	for rival := range rivals {
		all.Go(func() {
			<-start
			status, choice := act(rival)
			mu.Lock()
			defer mu.Unlock()
			switch status {
			case http.StatusOK:
				kept++
				winner = choice
			case http.StatusConflict:
				refused++
			}
		})
	}
	close(start)
	all.Wait()
	return kept, refused, winner
}

// naively runs the race against a store that looks whether the step is free, then writes. It answers how many rounds
// had not one winner.
func naively(t *testing.T, d *postgres, rounds int) (bad int) {
	t.Helper()
	d.execute(t, "casebook", "CREATE TABLE naive (attempt INTEGER, step INTEGER, choice TEXT)")
	db, err := sql.Open("pgx", d.address("casebook"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }() // the race is over
	db.SetMaxIdleConns(rivals)
	for round := range rounds {
		kept, refused, _ := race(func(rival int) (int, string) {
			return naive(t.Context(), db, round, fmt.Sprint(rival)), ""
		})
		if kept != 1 || refused != rivals-1 {
			bad++
		}
	}
	return bad
}

func naive(ctx context.Context, db *sql.DB, attempt int, choice string) (status int) {
	var taken int
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM naive WHERE attempt = $1 AND step = 0", attempt).Scan(&taken); err != nil {
		return http.StatusInternalServerError
	}
	if taken > 0 {
		return http.StatusConflict
	}
	if _, err := db.ExecContext(ctx, "INSERT INTO naive VALUES ($1, 0, $2)", attempt, choice); err != nil {
		return http.StatusInternalServerError
	}
	return http.StatusOK
}
