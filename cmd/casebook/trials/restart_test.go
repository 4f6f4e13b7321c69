//go:build trials

package trials

import (
	"net/http"
	"syscall"
	"testing"
	"time"
)

func TestPostgresGoesAway(t *testing.T) {
	for _, way := range []struct {
		name string
		away func(t *testing.T, d *postgres)
	}{
		{"PostgreSQL restarted under load", func(t *testing.T, d *postgres) {
			d.end(syscall.SIGINT)
			d.start(t)
		}},
		{"kill -9 of PostgreSQL under load", func(t *testing.T, d *postgres) {
			d.end(syscall.SIGKILL)
			d.start(t)
		}},
		{"kill -9 of a backend under load", func(t *testing.T, d *postgres) {
			d.killBackend(t)
			time.Sleep(20 * time.Millisecond) // the server notices, and recovers by itself
			if !d.answers(t.Context()) {
				t.Fatal("PostgreSQL has ended")
			}
		}},
	} {
		t.Run(way.name, func(t *testing.T) { away(t, trial(t, way.name), way.away) })
	}
}

func away(t *testing.T, r *report, goAway func(t *testing.T, d *postgres)) {
	d := ownPostgres(t)
	database := d.empty(t, "casebook")
	s := product.serve(t, database)
	c := guests(t, s.url, 32)
	refused := func(a answer) bool { return !a.ok() }
	var out, back []time.Duration
	for range 3 {
		c.while(t.Context(), func() {
			time.Sleep(600 * time.Millisecond)
			begun := time.Now()
			goAway(t, d)
			up := time.Now()
			out = append(out, up.Sub(begun))
			c.wait(t, 200, "decisions acknowledged again", func(a answer) bool { return a.ok() && a.sent.After(up) })
			time.Sleep(200 * time.Millisecond)
			back = append(back, max(0, c.last(refused).Sub(up)))
		})
	}
	c.plain(t, http.StatusServiceUnavailable)
	if late := median(back); late > 2*time.Second {
		t.Errorf("refusals went on for %v after PostgreSQL was back, the limit is 2 s", late)
	}
	s.kill() // what it remembers must not help
	s.again(t)
	a := audited(t.Context(), c, s.url)
	r.saw("%s; away for %v, %d answered 503, the last %v after it was back", a, median(out), c.count(refused), median(back))
	a.allKept(t, 500)
	r.caughtIn(a)
	s.kill()
}
