package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var noon = time.Date(2026, 3, 9, 12, 0, 0, 123456789, time.FixedZone("", 3600))

// trail is a sound chain of n entries.
func trail(n int) []Entry {
	var entries []Entry
	var last Entry
	for i := range n {
		last = Follow(last, noon.Add(time.Duration(i)*time.Second), Event{
			Actor: Program, Action: VersionPublished, Subject: fmt.Sprintf("client/%d", i), Details: `{"n":1}`,
		})
		entries = append(entries, last)
	}
	return entries
}

// verify checks a whole chain.
func verify(entries []Entry, noted string) (Sound, error) {
	c := NewChain(noted)
	for _, e := range entries {
		if err := c.Add(e); err != nil {
			return Sound{}, err
		}
	}
	return c.End()
}

// rehash makes a chain look sound again from entry i on, as somebody would who rewrites it.
func rehash(entries []Entry, i int) {
	for ; i < len(entries); i++ {
		if i > 0 {
			entries[i].Previous = entries[i-1].Hash
		}
		entries[i].Hash = entries[i].Sum()
	}
}

func TestTheHashIsOfTheTextsWithTheirLengths(t *testing.T) {
	e := Follow(Entry{}, noon, Event{Actor: Program, Action: DatabaseMigrated, Subject: "schema/4"})
	text := "\x00\x00\x00\x00\x00\x00\x00\x10casebook audit 1" +
		"\x00\x00\x00\x00\x00\x00\x00\x40" + strings.Repeat("0", 64) +
		"\x00\x00\x00\x00\x00\x00\x00\x011" +
		"\x00\x00\x00\x00\x00\x00\x00\x1b2026-03-09T11:00:00.123456Z" +
		"\x00\x00\x00\x00\x00\x00\x00\x07program" +
		"\x00\x00\x00\x00\x00\x00\x00\x11database.migrated" +
		"\x00\x00\x00\x00\x00\x00\x00\x08schema/4" +
		"\x00\x00\x00\x00\x00\x00\x00\x02{}"
	sum := sha256.Sum256([]byte(text))
	if want := hex.EncodeToString(sum[:]); e.Hash != want {
		t.Errorf("%+v, want the hash %s", e, want)
	}
}

func TestASoundChainTellsItsLengthAndItsLastHash(t *testing.T) {
	entries := trail(5)
	for noted, at := range map[string]int64{"": 0, entries[4].Hash: 5, entries[1].Hash: 2} {
		got, err := verify(entries, noted)
		if want := (Sound{Entries: 5, Last: entries[4].Hash, Noted: at}); err != nil || got != want {
			t.Errorf("noted %q: %+v, %v, want %+v", noted, got, err, want)
		}
	}
}

func TestTheFirstFlawIsNamed(t *testing.T) {
	noted := trail(6)[5].Hash
	for name, c := range map[string]struct {
		tamper func(e []Entry) []Entry
		noted  string
		want   Flaw
	}{
		"an empty trail":         {func([]Entry) []Entry { return nil }, "", Flaw{Missing, 1}},
		"the first is gone":      {func(e []Entry) []Entry { return e[1:] }, "", Flaw{Missing, 1}},
		"one is gone":            {func(e []Entry) []Entry { return slices.Delete(e, 2, 4) }, "", Flaw{Missing, 3}},
		"the end is gone":        {func(e []Entry) []Entry { return e[:4] }, noted, Flaw{Unknown, 4}},
		"two trade places":       {func(e []Entry) []Entry { e[2], e[3] = e[3], e[2]; return e }, "", Flaw{Missing, 3}},
		"one stands there twice": {func(e []Entry) []Entry { return slices.Insert(e, 3, e[2]) }, "", Flaw{Unordered, 3}},
		"two trade numbers": {func(e []Entry) []Entry {
			e[2].Seq, e[3].Seq = e[3].Seq, e[2].Seq
			e[2], e[3] = e[3], e[2]
			return e
		}, "", Flaw{Altered, 3}},
		"one is rewritten": {func(e []Entry) []Entry {
			e[2].Actor = "nobody"
			e[2].Hash = e[2].Sum()
			return e
		}, "", Flaw{Unlinked, 4}},
		"all from one on are rewritten": {func(e []Entry) []Entry {
			e[2].Actor = "nobody"
			rehash(e, 2)
			return e
		}, noted, Flaw{Unknown, 6}},
		"the first follows something": {func(e []Entry) []Entry {
			e[0].Previous = e[1].Hash
			e[0].Hash = e[0].Sum()
			return e
		}, "", Flaw{Unlinked, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := verify(c.tamper(trail(6)), c.noted)
			var flaw *Flaw
			if !errors.As(err, &flaw) || *flaw != c.want {
				t.Errorf("%+v, %v, want %v", got, err, &c.want)
			}
		})
	}
}

// Without the noted hash a chain that was rewritten as a whole is sound: that is why there is one to note.
func TestAWholeRewrittenChainIsToldByTheNotedHashAlone(t *testing.T) {
	entries := trail(6)
	entries[2].Subject = "client/9"
	rehash(entries, 2)
	if _, err := verify(entries, ""); err != nil {
		t.Errorf("a rewritten chain is linked: %v", err)
	}
}

func TestAnyChangeOfOneFieldIsNoticed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := trail(4)
		e := &entries[rapid.IntRange(0, 3).Draw(t, "entry")]
		seq := e.Seq
		fields := []*string{&e.At, &e.Actor, (*string)(&e.Action), &e.Subject, &e.Details, &e.Previous, &e.Hash}
		field := fields[rapid.IntRange(0, len(fields)-1).Draw(t, "field")]
		*field = rapid.String().Filter(func(s string) bool { return s != *field }).Draw(t, "text")
		var flaw *Flaw
		if _, err := verify(entries, ""); !errors.As(err, &flaw) || *flaw != (Flaw{Altered, seq}) {
			t.Errorf("entry %d was altered: %v", seq, err)
		}
	})
}

// A letter that moves from one field into the next gives another hash.
func TestFieldsDoNotRunTogether(t *testing.T) {
	a := Follow(Entry{}, noon, Event{Actor: "ab", Action: "c", Subject: "d", Details: "e"})
	b := Follow(Entry{}, noon, Event{Actor: "a", Action: "bc", Subject: "d", Details: "e"})
	if a.Hash == b.Hash {
		t.Error("two different events share a hash")
	}
}

func TestAHashIsSixtyFourDigits(t *testing.T) {
	good := trail(1)[0].Hash
	for s, want := range map[string]bool{
		good: true, Genesis: true, "": false, good[:63]: false, good + "00": false, strings.Repeat("A", 64): false, strings.Repeat("g", 64): false,
	} {
		if IsHash(s) != want {
			t.Errorf("IsHash(%q) is %v", s, !want)
		}
	}
}
