//go:build trials

package trials

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"testing"

	_ "github.com/mattn/go-sqlite3" // the driver
)

// audit compares what trainees were told with what is kept.
type audit struct {
	acknowledged, lost, wrong, gaps int
	unacknowledged, gone            int // decisions that were sent, nothing more; and those of them that are not kept
}

// audited reads all that a crowd has played.
func audited(ctx context.Context, c *crowd, url string) (sum audit) {
	var mu sync.Mutex
	var all sync.WaitGroup
	for _, p := range c.people {
		reader := &trainee{url: url, client: p.client, cookie: p.cookie, hears: func(answer) {}}
		all.Go(func() {
			for _, at := range p.attempts {
				one := at.compare(reader.read(ctx, at.id))
				mu.Lock()
				sum.add(one)
				mu.Unlock()
			}
		})
	}
	all.Wait()
	return sum
}

func (a *audit) add(b audit) {
	a.acknowledged += b.acknowledged
	a.lost += b.lost
	a.wrong += b.wrong
	a.gaps += b.gaps
	a.unacknowledged += b.unacknowledged
	a.gone += b.gone
}

// compare holds a ledger against the attempt that is kept. One that was begun and is not there has lost even that.
func (at *attempt) compare(kept answer) (a audit) {
	var s stage
	if kept.status != http.StatusOK || json.Unmarshal(kept.body, &s) != nil {
		a.lost++
	}
	for i, m := range s.Thread {
		if m.Step != i {
			a.gaps++
		}
	}
	if len(s.Thread) > len(at.moves) || len(s.Thread) != s.Step {
		a.wrong++ // there is one that nobody has made
	}
	for i, m := range at.moves {
		there := i < len(s.Thread)
		switch {
		case there && s.Thread[i].Move != m.choice:
			a.wrong++
		case !m.acknowledged.IsZero() && !there:
			a.lost++
		}
		if !m.acknowledged.IsZero() {
			a.acknowledged++
			continue
		}
		a.unacknowledged++
		if !there {
			a.gone++
		}
	}
	return a
}

func (a audit) String() string {
	return fmt.Sprintf("%d acknowledged, %d lost, %d wrong, %d gaps", a.acknowledged, a.lost, a.wrong, a.gaps)
}

// allKept fails when anything that was acknowledged is not as it was.
func (a audit) allKept(t *testing.T, atLeast int) {
	t.Helper()
	if a.lost+a.wrong+a.gaps > 0 {
		t.Errorf("not all is kept: %s", a)
	}
	if a.acknowledged < atLeast {
		t.Errorf("only %d decisions were acknowledged, too few to say anything: %d were wanted", a.acknowledged, atLeast)
	}
}

// caughtIn is the control of every trial that looks for what was lost: had the server acknowledged a decision as soon
// as it came, the audit would find it missing.
func (r *report) caughtIn(a audit) {
	r.t.Helper()
	r.caught(a.gone > 0, "%d of %d unacknowledged are missing", a.gone, a.unacknowledged)
}

// sound fails unless SQLite finds a file in order.
func sound(t *testing.T, file string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }() // it was only read
	var answer string
	if err := db.QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&answer); err != nil || answer != "ok" {
		t.Errorf("integrity_check: %s, %v", answer, err)
	}
	var orphans int
	if err := db.QueryRowContext(t.Context(), "SELECT count(*) FROM pragma_foreign_key_check").Scan(&orphans); err != nil || orphans > 0 {
		t.Errorf("foreign_key_check: %d, %v", orphans, err)
	}
}
