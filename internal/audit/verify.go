package audit

import "fmt"

// Flaw is the first thing that is wrong with a chain.
type Flaw struct {
	Kind FlawKind
	Seq  int64 // which entry
}

// FlawKind says what is wrong with an entry.
type FlawKind string

// The kinds.
const (
	Altered   FlawKind = "altered"   // its hash is not that of what it says
	Missing   FlawKind = "missing"   // a later entry stands in its place
	Unordered FlawKind = "unordered" // it stands behind one that it precedes
	Unlinked  FlawKind = "unlinked"  // it does not follow the entry before: one of both was rewritten
	Unknown   FlawKind = "unknown"   // no entry has the hash that was noted: the end was cut, or rewritten. Seq is the last
)

func (f *Flaw) Error() string { return fmt.Sprintf("entry %d is %s", f.Seq, f.Kind) }

// Chain checks entries one after the other and holds none but the last: a trail of any length takes the same memory.
type Chain struct {
	noted string
	found int64
	last  Entry
}

// NewChain begins a check. The chain must hold an entry with the hash noted, unless noted is empty.
func NewChain(noted string) *Chain { return &Chain{noted: noted} }

// Add checks the next entry. The error is a *Flaw; what comes after one says nothing any more.
func (c *Chain) Add(e Entry) error {
	previous := c.last.Hash
	if c.last.Seq == 0 {
		previous = Genesis
	}
	switch want := c.last.Seq + 1; {
	case e.Seq > want:
		return &Flaw{Missing, want}
	case e.Seq < want:
		return &Flaw{Unordered, e.Seq}
	case e.Hash != e.Sum():
		return &Flaw{Altered, e.Seq}
	case e.Previous != previous:
		return &Flaw{Unlinked, e.Seq}
	}
	if e.Hash == c.noted {
		c.found = e.Seq
	}
	c.last = e
	return nil
}

// Sound is what a chain without a flaw comes to.
type Sound struct {
	Entries int64
	Last    string // the hash of the last entry
	Noted   int64  // the entry that has the hash noted, 0 when none was
}

// End checks the end of the chain. The first entry tells how the trail came to be, so that there is none without it.
func (c *Chain) End() (Sound, error) {
	switch {
	case c.last.Seq == 0:
		return Sound{}, &Flaw{Missing, 1}
	case c.noted != "" && c.found == 0:
		return Sound{}, &Flaw{Unknown, c.last.Seq}
	}
	return Sound{Entries: c.last.Seq, Last: c.last.Hash, Noted: c.found}, nil
}
