package store

import (
	"math/bits"
	"sync/atomic"
)

// Figures tell how the writing of attempts goes, since the store was opened.
type Figures struct {
	Waiting int    // changes that are accepted and not written yet
	Changes uint64 // changes kept
	Failed  uint64 // commits that failed
	// Commits counts those that were kept by how many changes shared them: Commits[i] is of those that 2^i is enough
	// for and 2^(i-1) is not.
	Commits [11]uint64
}

// Figures tells how the writing of attempts goes.
func (s *Store) Figures() Figures {
	t := &s.writer.tally
	f := Figures{Waiting: len(s.writer.queue), Changes: t.changes.Load(), Failed: t.failed.Load()}
	for i := range f.Commits {
		f.Commits[i] = t.commits[i].Load()
	}
	return f
}

// tally is what the writer remembers of its commits.
type tally struct {
	changes, failed atomic.Uint64
	commits         [len(Figures{}.Commits)]atomic.Uint64
	trouble         atomic.Pointer[error] // why the last commit failed; nil when it did not
}

// note counts the commit of so many changes. Changes that are themselves to blame for a failure are not the database's
// trouble.
func (t *tally) note(changes int, err error) {
	switch {
	case err == nil:
		t.changes.Add(uint64(changes))
		t.commits[bits.Len(uint(changes-1))].Add(1)
		t.trouble.Store(nil)
	case isEverybodys(err):
		t.failed.Add(1)
		t.trouble.Store(&err)
	}
}
