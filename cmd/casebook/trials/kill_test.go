//go:build trials

package trials

import (
	"path/filepath"
	"testing"
	"time"
)

func TestKilledUnderLoad(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "casebook.db")
		killed(t, trial(t, "kill -9 under load, SQLite"), file)
		sound(t, file)
	})
	t.Run("postgres", func(t *testing.T) {
		r := trial(t, "kill -9 under load, PostgreSQL")
		killed(t, r, ownPostgres(t).empty(t, "casebook"))
	})
}

// killed kills the server again and again while it is played with, until enough was acknowledged.
func killed(t *testing.T, r *report, database string) {
	s := product.serve(t, database)
	c := guests(t, s.url, 32)
	var ready []time.Duration
	for len(ready) < 4 || c.acknowledged() < 5000 && len(ready) < 20 {
		c.while(t.Context(), func() {
			time.Sleep(time.Second)
			s.kill()
		})
		ready = append(ready, s.again(t))
	}
	a := audited(t.Context(), c, s.url)
	r.saw("%s in %d kills; ready after %v", a, len(ready), median(ready))
	a.allKept(t, 5000)
	if took := median(ready); took > 2*time.Second {
		t.Errorf("ready after %v, the limit is 2 s", took)
	}
	r.caughtIn(a)
	s.kill()
}
