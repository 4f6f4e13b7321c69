//go:build trials

package trials

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// What the disk holds at the moment when everything stops is what is left: the disk is an image whose file is copied
// while the server stands still. The copy is then mounted, which plays its journal, and served.
func TestPowerCut(t *testing.T) {
	r := trial(t, "power cut, SQLite")
	kept, err := cut(t, product)
	if err != nil {
		r.notHere(err)
		return
	}
	r.saw("%s", kept)
	kept.allKept(t, 1000)
	careless := variant(t, change{"internal/store/sqlite.go", "_synchronous=FULL", "_synchronous=NORMAL"})
	gone, err := cut(t, careless)
	if err != nil {
		t.Fatal(err)
	}
	r.caught(gone.lost > 0, "with synchronous=NORMAL %d of %d are lost", gone.lost, gone.acknowledged)
}

// cut has a program lose its power three times, each time on a disk of its own.
func cut(t *testing.T, p program) (sum audit, err error) {
	t.Helper()
	for range 3 {
		disk, err := image(t, 64)
		if err != nil {
			return sum, err
		}
		folder, err := mounted(t, "-o", "loop", disk)
		if err != nil {
			return sum, err
		}
		s := p.serve(t, filepath.Join(folder, "casebook.db"))
		c := guests(t, s.url, 32)
		after := filepath.Join(t.TempDir(), "after")
		c.while(t.Context(), func() {
			time.Sleep(1500 * time.Millisecond)
			s.signal(syscall.SIGSTOP)
			time.Sleep(100 * time.Millisecond) // what was answered arrives
			err = sh(t.Context(), "cp", "--sparse=always", disk, after)
			s.kill()
		})
		if err != nil {
			return sum, err
		}
		left, err := mounted(t, "-o", "loop", after)
		if err != nil {
			return sum, err
		}
		file := filepath.Join(left, "casebook.db")
		again := p.serve(t, file)
		sum.add(audited(t.Context(), c, again.url))
		again.kill()
		sound(t, file)
	}
	return sum, nil
}
