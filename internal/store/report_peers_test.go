package store

import (
	"testing"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
	"casebook/internal/report"
)

// peers is what somebody reads of the others, of an attempt of theirs.
func (c *class) peers(t *testing.T, person, id uuid.UUID) report.Peers {
	t.Helper()
	p, err := c.reader.Peers(t.Context(), account.Account{ID: person}, id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestPeersAreReadInWholeGroupsOfFive lets people finish one after the other: whoever reads, the others whom they read
// of come five at a time, and of one's own group there are four.
func TestPeersAreReadInWholeGroupsOfFive(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		c := newClass(t, opened(t, address), 11)
		want := map[int][2]int{1: {0, 0}, 4: {0, 0}, 5: {0, 0}, 6: {0, 5}, 9: {0, 5}, 10: {5, 5}, 11: {5, 10}}
		var first uuid.UUID
		for i, person := range c.people {
			last := c.play(t, person, uint64(i), toTheEnd)
			if i == 0 {
				first = last
			}
			if n, told := want[i+1]; told {
				if got := c.peers(t, c.people[0], first).People; got != n[0] {
					t.Errorf("of %d people the first reads of %d others, want %d", i+1, got, n[0])
				}
				if got := c.peers(t, person, last).People; got != n[1] {
					t.Errorf("of %d people the last reads of %d others, want %d", i+1, got, n[1])
				}
			}
		}
		c.play(t, c.people[1], 99, toTheEnd)
		if got := c.peers(t, c.people[10], c.play(t, c.people[10], 98, toTheEnd)).People; got != 10 {
			t.Errorf("once somebody has played again there are %d others", got)
		}
	})
}

func TestPeersTellOfFiveOthersOrOfNobody(t *testing.T) {
	c := newClass(t, opened(t, t.TempDir()+"/casebook.db"), 26)
	var id uuid.UUID
	for i, person := range c.people {
		id = c.play(t, person, uint64(i), toTheEnd)
	}
	me := c.people[25]
	p := c.peers(t, me, id)
	mine, err := c.Attempt(t.Context(), me, id)
	if err != nil {
		t.Fatal(err)
	}
	if p.People != 25 || len(p.Decisions) == 0 || p.Path == nil || len(p.Competencies) == 0 {
		t.Fatalf("told %+v", p)
	}
	for _, d := range p.Decisions {
		own := 0
		for _, c := range d.Choices {
			if c.Own {
				own++
			}
			if c.Share < 0 || c.Share > 100 || c.Share%5 != 0 || c.Label == "" {
				t.Errorf("at %s: %+v", d.Node, c)
			}
		}
		if d.People < 5 || d.People%5 != 0 || own != 1 {
			t.Errorf("at %s %d others decided, %d choices are the reader's", d.Node, d.People, own)
		}
		if at := mine.Decisions[d.Step]; at.Move < 0 || len(d.Choices) > len(at.Displayed) {
			t.Errorf("at %s more choices are told than were read", d.Node)
		}
	}
	links, walked := 0, 0
	for _, l := range p.Path.Links {
		if l.People%5 != 0 || l.People == 0 && !l.Own {
			t.Errorf("a way is told that %d others took: %+v", l.People, l)
		}
		if links++; l.Own {
			walked++
		}
	}
	choices := 0
	for _, d := range mine.Decisions {
		if d.Move >= 0 {
			choices++
		}
	}
	if walked != choices || links == walked {
		t.Errorf("%d of %d ways are the reader's, who made %d choices", walked, links, choices)
	}
	columns := map[string]int{}
	for _, n := range p.Path.Nodes {
		columns[n.ID] = n.Column
		if n.People%5 != 0 || n.Title == "" {
			t.Errorf("a place is told of: %+v", n)
		}
	}
	for _, l := range p.Path.Links {
		if columns[l.To] <= columns[l.From] {
			t.Errorf("%s leads from column %d to %d", l.Choice, columns[l.From], columns[l.To])
		}
	}
	for _, m := range p.Competencies {
		if m.People < 5 || m.Mean < 0 || m.Mean > 100 {
			t.Errorf("told %+v", m)
		}
	}
}

func TestPeersAreForWhoeverHasDecided(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		c := newClass(t, s, 8)
		for i, person := range c.people[:5] {
			c.play(t, person, uint64(i), toTheEnd)
		}
		me, other := c.people[6], c.people[7]
		under := c.play(t, me, 7, 2)
		_, err := c.reader.Peers(t.Context(), account.Account{ID: me}, under)
		wantFault(t, err, fault.Conflict, "not_ended")
		meddle(t, s, "UPDATE attempts SET learning = ? WHERE id = ?", true, key(under))
		s.recent.take(which{me, under})
		learning := c.peers(t, me, under)
		if learning.People != 5 || learning.Path != nil || learning.Competencies != nil {
			t.Errorf("in learning mode, under way: %+v", learning)
		}
		a, err := c.Attempt(t.Context(), me, under)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range learning.Decisions {
			if d.Step >= len(a.Decisions) {
				t.Errorf("step %d is told of, and not decided yet", d.Step)
			}
		}
		done := c.play(t, me, 8, toTheEnd)
		for who, by := range map[string]account.Account{"another trainee": {ID: other}, "the trainer": c.trainer, "the manager": c.manager} {
			if _, err := c.reader.Peers(t.Context(), by, done); !fault.Is(err, fault.NotFound) {
				t.Errorf("%s reads what the peers of somebody did: %v", who, err)
			}
		}
		alone := begun(t, s, other)
		meddle(t, s, "UPDATE attempts SET cohort_id = NULL WHERE id = ?", key(alone.ID))
		s.recent.take(which{other, alone.ID})
		if p := c.peers(t, other, alone.ID); p.People != 0 {
			t.Errorf("of an attempt that is nobody else's: %+v", p)
		}
		var places int64
		if err := s.read.Model(&placeRow{}).Count(&places).Error; err != nil || places != 5 {
			t.Errorf("%d places are taken, %v", places, err)
		}
	})
}

func TestPeersWhoAreMadeUpAreToldAsSuch(t *testing.T) {
	c := newClass(t, opened(t, t.TempDir()+"/casebook.db"), 1)
	id := c.play(t, c.people[0], 1, toTheEnd)
	if c.peers(t, c.people[0], id).Demo {
		t.Error("people of a cohort are told as made up")
	}
	if err := c.write.WithContext(t.Context()).Table("cohorts").Where("id = ?", key(c.id)).Update("demo", true).Error; err != nil {
		t.Fatal(err)
	}
	if !c.peers(t, c.people[0], id).Demo {
		t.Error("made-up people are told as if they were not")
	}
}
