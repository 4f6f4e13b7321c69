//go:build trials

package trials

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// The drill: the database is backed up while it is played with, then lost; a backup takes its place and is served.
func TestBackupsAndRestore(t *testing.T) {
	r := trial(t, "backup under load and restore, SQLite")
	folder, shelf := t.TempDir(), t.TempDir()
	file := filepath.Join(folder, "casebook.db")
	s := product.serve(t, file)
	c := guests(t, s.url, 32)
	var backups []string
	var moments []time.Time
	careless := filepath.Join(shelf, "careless.db")
	c.while(t.Context(), func() {
		for i := range 3 {
			time.Sleep(500 * time.Millisecond)
			backups, moments = append(backups, filepath.Join(shelf, fmt.Sprintf("%d.db", i))), append(moments, time.Now())
			if said, code := product.run(t, "backup", backups[i], "--database", file); code != 0 {
				t.Errorf("no backup: %s", said)
			}
		}
		if err := sh(t.Context(), "cp", file, careless); err != nil {
			t.Error(err)
		}
	})
	copied := time.Now()
	s.kill()
	if err := os.Truncate(file, 0); err != nil {
		t.Fatal(err)
	}
	var sum audit
	var ready []time.Duration
	for i, backup := range backups {
		if said, code := product.run(t, "restore", backup, "--database", file); code != 0 {
			t.Fatalf("not restored: %s", said)
		}
		a, took := served(t, file, c.until(moments[i]))
		ready = append(ready, took)
		sum.add(a)
		sound(t, file)
	}
	r.saw("%s in %d restored backups; ready after %v", sum, len(backups), median(ready))
	sum.allKept(t, 500)
	if late := median(ready); late > 5*time.Second {
		t.Errorf("ready after %v, the limit is 5 s", late)
	}
	gone, _ := served(t, careless, c.until(copied))
	r.caught(gone.lost > 0, "of a file that is merely copied %d of %d are lost", gone.lost, gone.acknowledged)
}

// served starts a server on a file and compares it with what a crowd was told.
func served(t *testing.T, file string, c *crowd) (audit, time.Duration) {
	t.Helper()
	s := product.placed(t, file)
	took := s.again(t)
	defer s.kill()
	return audited(t.Context(), c, s.url), took
}
