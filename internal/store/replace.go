package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// A database is several files, and no system renames several at once. So a replacement is decided by one rename, which
// lays the new database beside the old one under a name that says so; the rest is done by whoever comes next, should
// this program be killed: each step finds what is left to do.
const (
	restoring = ".restoring-" // the new database, decided upon
	replaced  = ".replaced-"  // the old one, set aside
)

// files are the endings of all that belongs to a database. The database goes first: without it, nothing opens the rest.
var files = []string{"", "-wal", "-shm", "-journal"}

// replace puts a finished draft in the place of the database, which it sets aside with its journals: where, or nothing
// when there was none.
func (d sqlite) replace(draft string, at time.Time) (aside string, err error) {
	stamp := d.freeStamp(at)
	if err := place(draft, d.path+restoring+stamp); err != nil {
		return "", err
	}
	return d.finish(stamp)
}

// freeStamp is a moment, written so that no file has it in its name.
func (d sqlite) freeStamp(at time.Time) string {
	for n := 1; ; n++ {
		stamp := at.UTC().Format(keptTime) + nth(n)
		taken := exists(d.path + restoring + stamp)
		for _, end := range files {
			taken = taken || exists(d.path+replaced+stamp+end)
		}
		if !taken {
			return stamp
		}
	}
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// finish ends a replacement that was decided. The old files are aside, durably, before the new one gets its name: a
// journal of the old one would spoil it.
func (d sqlite) finish(stamp string) (aside string, err error) {
	aside = d.path + replaced + stamp
	for _, end := range files {
		if err := os.Rename(d.path+end, aside+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	if err := flush(filepath.Dir(d.path)); err != nil {
		return "", err
	}
	if err := os.Rename(d.path+restoring+stamp, d.path); err != nil {
		return "", err
	}
	if !exists(aside) {
		aside = ""
	}
	return aside, flush(filepath.Dir(d.path))
}

// unfinished are the stamps of the replacements that were decided and not ended.
func (d sqlite) unfinished() (stamps []string) {
	beside, err := os.ReadDir(filepath.Dir(d.path))
	if err != nil {
		return nil // opening the database tells why
	}
	for _, entry := range beside {
		if stamp, ok := strings.CutPrefix(entry.Name(), filepath.Base(d.path)+restoring); ok {
			stamps = append(stamps, stamp)
		}
	}
	return stamps
}

// finishAll ends what restores that were killed have left. It needs the gate for itself.
func (d sqlite) finishAll() error {
	for _, stamp := range d.unfinished() {
		if _, err := d.finish(stamp); err != nil {
			return err
		}
	}
	return nil
}

// enter passes the gate to open the database, once what a restore has left is done.
func (d sqlite) enter() (leave func(), err error) {
	for {
		leave = d.gate(syscall.LOCK_SH)
		if len(d.unfinished()) == 0 {
			return leave, nil
		}
		leave()
		leave = d.gate(syscall.LOCK_EX)
		err = d.finishAll()
		leave()
		if err != nil {
			return nil, err
		}
	}
}
