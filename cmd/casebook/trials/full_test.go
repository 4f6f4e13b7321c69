//go:build trials

package trials

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestDiskFull(t *testing.T) {
	r := trial(t, "disk full, SQLite")
	folder, err := memory(t, 8)
	if err != nil {
		r.notHere(err)
		return
	}
	s := product.serve(t, filepath.Join(folder, "casebook.db"))
	c := guests(t, s.url, 16)
	refused := func(a answer) bool { return a.status == http.StatusInsufficientStorage }
	var freed time.Time
	c.while(t.Context(), func() {
		time.Sleep(500 * time.Millisecond)
		filler := filepath.Join(folder, "filler")
		fill(t, filler)
		c.wait(t, 100, "writes refused for want of space", refused)
		reader := &trainee{url: s.url, client: c.people[0].client, cookie: c.people[0].cookie, hears: func(answer) {}}
		if a := reader.read(t.Context(), c.people[0].attempts[0].id); a.status != http.StatusOK {
			t.Errorf("a read is answered %d while the disk is full", a.status)
		}
		if err := os.Remove(filler); err != nil {
			t.Error(err)
		}
		freed = time.Now()
		c.wait(t, 100, "decisions acknowledged again", func(a answer) bool { return a.ok() && a.sent.After(freed) })
	})
	c.plain(t, http.StatusInsufficientStorage)
	if last := c.last(refused).Sub(freed); last > time.Second {
		t.Errorf("writes were refused until %v after there was space again", last)
	}
	s.kill()
	s.again(t)
	a := audited(t.Context(), c, s.url)
	r.saw("%s; %d writes answered 507, the last %v after there was space again", a, c.count(refused), max(0, c.last(refused).Sub(freed)).Round(time.Millisecond))
	a.allKept(t, 100)
	r.caughtIn(a)
	s.kill()
}
