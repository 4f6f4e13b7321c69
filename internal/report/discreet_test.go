package report

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/library"
)

// crowd is a cohort as rapid drives it: people join, finish the case once or more, leave, are erased.
type crowd struct {
	office  *office
	given   uuid.UUID
	version *library.Version
	minute  int
}

func (c *crowd) finish(person uuid.UUID, s attempt.Summary) {
	c.minute++
	s.Attempt, s.Account, s.EndedAt = uuid.New(), person, noon.Add(time.Duration(c.minute)*time.Minute)
	c.office.roll.Ended = append(c.office.roll.Ended, Ended{s, c.given, noon})
}

// erase removes a person, and what they did, as the database does: their places stay, empty.
func (c *crowd) erase(person uuid.UUID) {
	r := &c.office.roll
	for _, e := range r.Ended {
		for i, a := range r.Places[c.version.Ref] {
			if e.Account == person && e.Attempt == a {
				r.Places[c.version.Ref][i] = uuid.Nil
			}
		}
	}
	r.Ended = slices.DeleteFunc(r.Ended, func(e Ended) bool { return e.Account == person })
	c.leave(person)
}

func (c *crowd) leave(person uuid.UUID) {
	r := &c.office.roll
	r.Members = slices.DeleteFunc(r.Members, func(m Member) bool { return m.Account == person })
}

// included are the people whom a manager's report counts.
func (c *crowd) included() map[uuid.UUID]bool {
	var ended []attempt.Summary
	for _, e := range c.office.roll.Ended {
		ended = append(ended, e.Summary)
	}
	people := map[uuid.UUID]bool{}
	for _, s := range counted(ended, c.office.roll.Places[c.version.Ref]) {
		people[s.Account] = true
	}
	return people
}

// TestNoTwoReportsDifferByFewerThanFive reads as a manager whenever it likes, while people finish, leave and are erased:
// whoever compares any two of the reports learns of five people at least, or of nobody.
func TestNoTwoReportsDifferByFewerThanFive(t *testing.T) {
	v := two(t, "one")
	ways := ways(t, v)
	rapid.Check(t, func(rt *rapid.T) {
		c := crowd{office: newOffice(cohort.Manager, v), version: v}
		c.given = c.office.assign(v)
		var people []uuid.UUID
		var seen []map[uuid.UUID]bool
		anybody := func() uuid.UUID { return people[rapid.IntRange(0, len(people)-1).Draw(rt, "who")] }
		rt.Repeat(map[string]func(*rapid.T){
			"join": func(*rapid.T) { people = append(people, c.office.join(fmt.Sprint(len(people)))) },
			"finish": func(rt *rapid.T) {
				if len(people) > 0 {
					c.finish(anybody(), ways[rapid.IntRange(0, len(ways)-1).Draw(rt, "way")])
				}
			},
			"finish, all of those who are new": func(rt *rapid.T) {
				for range rapid.IntRange(1, 7).Draw(rt, "how many") {
					people = append(people, c.office.join(fmt.Sprint(len(people))))
					c.finish(people[len(people)-1], ways[rapid.IntRange(0, len(ways)-1).Draw(rt, "way")])
				}
			},
			"leave": func(*rapid.T) {
				if len(people) > 0 {
					c.leave(anybody())
				}
			},
			"erase": func(*rapid.T) {
				if len(people) > 0 {
					gone := anybody()
					c.erase(gone)
					people = slices.DeleteFunc(people, func(p uuid.UUID) bool { return p == gone }) // nobody comes back as the same
				}
			},
			"read": func(rt *rapid.T) {
				told := c.office.tells(t, v, CasePick{Attempts: All, From: c.office.roll.Assignments[0].OpensAt.Add(day)})
				summed := c.office.progress(t, Pick{Search: "1"})
				now := c.included()
				if told.Completed != len(now) || told.People != len(now) || summed.Assignments[0].Score.N != len(now) || summed.People != nil {
					rt.Fatalf("counts %d, %d, %d of %d", told.Completed, told.People, summed.Assignments[0].Score.N, len(now))
				}
				for _, before := range seen {
					if apart := differ(before, now); apart > 0 && apart < five {
						rt.Fatalf("two reports differ by %d people", apart)
					}
				}
				seen = append(seen, now)
				veiled(rt, told)
			},
		})
	})
}

// TestWhoIsInSeveralGroupsMakesNoDifferenceToAManager lets other people finish two cases that share competencies in the
// very same ways: what a manager reads of the cases apart and together must not tell of those who are in both.
func TestWhoIsInSeveralGroupsMakesNoDifferenceToAManager(t *testing.T) {
	one, other := two(t, "one"), two(t, "other")
	told := func(inBoth int) []Competence {
		o := newOffice(cohort.Manager, one, other)
		given := []uuid.UUID{o.assign(one), o.assign(other)}
		for i := range five {
			person := o.join(fmt.Sprint(i))
			again := person
			if i >= inBoth {
				again = o.join(fmt.Sprint("again ", i))
			}
			o.does(t, person, given[0], i, 1, []string{"a", "c"}[i%2], "p", "x")
			o.does(t, again, given[1], five+i, 1, []string{"c", "a"}[i/2%2], "p", []string{"x", "y"}[i%2])
		}
		return o.progress(t, Pick{}).Competencies
	}
	apart := told(0)
	if len(apart) != 2 || !apart[0].Mean.Shown() {
		t.Fatalf("reads %+v", apart)
	}
	for inBoth := 1; inBoth <= five; inBoth++ {
		if got := told(inBoth); !reflect.DeepEqual(got, apart) {
			t.Errorf("with %d people in both a manager reads %+v, without %+v", inBoth, got, apart)
		}
	}
}

// TestAFigureOfSomeTellsAManagerNothing lets one person of five take a way that a figure says nothing of: a figure of four
// would tell that there is one, whom the counts hide.
func TestAFigureOfSomeTellsAManagerNothing(t *testing.T) {
	for _, scored := range []bool{true, false} {
		v := short(t, scored)
		o := newOffice(cohort.Manager, v)
		given := o.assign(v)
		for i, moves := range [][]string{{"c"}, {"a", "p", "x"}, {"a", "p", "y"}, {"?notes", "b", "p", "x"}, {"?notes", "b", "p", "y"}} {
			o.does(t, o.join(fmt.Sprint(i)), given, i, 1, moves...)
		}
		o.roll.Ended[0].Scored = scored // without a stake there is no score
		c := o.tells(t, v, CasePick{})
		if c.Completed != five || len(c.Decisions) != 3 {
			t.Fatalf("reads %+v", c)
		}
		figures := map[string]Figure{"score": c.Score.Mean}
		for _, d := range c.Decisions {
			figures["credit of "+d.Node], figures["discrimination of "+d.Node], figures["seconds of "+d.Node] = d.Credit, d.Discrimination, d.Seconds
		}
		for what, f := range figures {
			if f.N%five != 0 {
				t.Errorf("scored %v: %s is of %d: %+v", scored, what, f.N, f)
			}
		}
	}
}

// TestTheMapHidesAnEndingThatTheListHides: three of twenty end in gone, which hides the seven of bad with them, though
// seven beside thirteen would not have to hide.
func TestTheMapHidesAnEndingThatTheListHides(t *testing.T) {
	v := three(t)
	o := newOffice(cohort.Manager, v)
	given := o.assign(v)
	for i := range 20 {
		moves := []string{"a", "p", "x"}
		switch {
		case i < 3:
			moves = []string{"c"}
		case i < 10:
			moves = []string{"a", "p", "y"}
		}
		o.does(t, o.join(fmt.Sprint(i)), given, i, 1, moves...)
	}
	c := o.tells(t, v, CasePick{})
	hidden, mapped := map[string]bool{}, map[string]bool{}
	for _, e := range c.Endings {
		hidden[e.ID] = e.Count.Hidden
	}
	for _, n := range c.Map.Nodes {
		mapped[n.ID] = true
	}
	if !maps.Equal(hidden, map[string]bool{"good": false, "bad": true, "gone": true}) {
		t.Fatalf("the list of endings hides %v", hidden)
	}
	if !mapped["good"] || mapped["bad"] || mapped["gone"] {
		t.Errorf("the map tells of %v", mapped)
	}
}

// ways are summaries of all ways through a case.
func ways(t *testing.T, v *library.Version) (list []attempt.Summary) {
	t.Helper()
	o := newOffice(cohort.Trainer, v)
	given := o.assign(v)
	for _, first := range [][]string{{"a"}, {"?notes", "a"}, {"?notes", "b"}, {"c"}} {
		for _, talk := range []string{"p", "q"} {
			for _, last := range []string{"x", "y"} {
				list = append(list, o.does(t, uuid.New(), given, 0, len(list)%4, append(slices.Clone(first), talk, last)...).Summary)
			}
		}
	}
	return list
}

func differ(a, b map[uuid.UUID]bool) (n int) {
	for person := range a {
		if !b[person] {
			n++
		}
	}
	for person := range b {
		if !a[person] {
			n++
		}
	}
	return n
}

// veiled makes sure that no count of a manager's report is a small one, nor an exact one of some.
func veiled(t *rapid.T, c Case) {
	told := func(what string, n Count) {
		if n.Hidden && n.N != 0 || !n.Hidden && n.N%five != 0 {
			t.Fatalf("%s: %+v", what, n)
		}
	}
	for _, e := range c.Endings {
		told("ending "+e.ID, e.Count)
		if e.Count.Hidden && slices.ContainsFunc(c.Map.Nodes, func(n MapNode) bool { return n.ID == e.ID }) {
			t.Fatalf("the map tells of the ending %s, which the list hides", e.ID)
		}
	}
	for _, d := range c.Decisions {
		told("met "+d.Node, d.Met)
		for _, o := range slices.Concat(d.Choices, d.Looks) {
			told(o.ID, o.Chosen)
			told(o.ID+" offered", o.Offered)
			if o.Share.Shown() != (!o.Chosen.Hidden && !o.Offered.Hidden && o.Offered.N >= five) {
				t.Fatalf("%s of %s: share %+v of %+v", o.ID, d.Node, o.Share, o)
			}
		}
		if d.Spread != nil && slices.ContainsFunc(d.Choices, func(o CaseChoice) bool { return o.Chosen.Hidden }) {
			t.Fatalf("the spread of %s tells what its choices hide", d.Node)
		}
		if d.Confidence != nil || d.Calibration != nil {
			t.Fatalf("%s tells how sure people were", d.Node)
		}
	}
	for _, i := range c.Incidents {
		told(i.ID, i.Count)
	}
	for _, n := range c.Map.Nodes {
		told(n.ID, Count{N: n.Count})
	}
	hidden := map[string]bool{}
	for _, d := range c.Decisions {
		for _, o := range d.Choices {
			hidden[d.Node+" "+o.ID] = o.Chosen.Hidden
		}
	}
	for _, l := range c.Map.Links {
		if hidden[l.From+" "+l.Choice.ID] {
			t.Fatalf("the map tells of %s at %s, which is hidden", l.Choice.ID, l.From)
		}
		told(l.From+" "+l.To, Count{N: l.Count})
		if l.Count == 0 {
			t.Fatalf("an empty link from %s", l.From)
		}
	}
	if c.Left != nil || c.Abandoned != 0 || c.Score.Median != nil || c.Coverage.Why == "" {
		t.Fatalf("tells too much: %+v", c)
	}
}

// TestNoHiddenCountCanBeWorkedOut solves for what is hidden, knowing how many there are in all and what rounding does:
// a count of 1 to 4 must be possible in several sizes, or else nobody is hidden at all.
func TestNoHiddenCountCanBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		exact := rapid.SliceOfN(rapid.IntRange(0, 12), 2, 5).Draw(t, "counts")
		total := 0
		for _, n := range exact {
			total += n
		}
		exact[0] += (five - total%five) % five // whole groups
		total += (five - total%five) % five
		list := discreet(exact)
		hidden, people := 0, 0
		for i, c := range list {
			switch {
			case c.Hidden:
				hidden++
				people += exact[i]
			case exact[i] > 0 && exact[i] < five:
				t.Fatalf("%v tells %v", exact, list)
			case c.N%five != 0 || max(c.N-exact[i], exact[i]-c.N) > 2:
				t.Fatalf("%v is rounded to %v", exact, list)
			}
		}
		if hidden == 0 {
			return
		}
		if hidden < 2 || people < five {
			t.Fatalf("%v hides %d people in %d counts", exact, people, hidden)
		}
		for i, c := range list {
			if c.Hidden && sizes(list, i, total) < 2 {
				t.Fatalf("%v tells %v: the count at %d can be worked out", exact, list, i)
			}
		}
	})
}

// sizes is how many sizes a hidden count may have, given all that is told.
func sizes(list []Count, of, total int) (n int) {
	low, high := 0, 0 // of all others together
	for i, c := range list {
		switch {
		case i == of:
		case c.Hidden:
			low, high = low+1, high+total
		case c.N > 0:
			low, high = low+max(five, c.N-2), high+c.N+2
		}
	}
	for size := 1; size <= total; size++ {
		if rest := total - size; rest >= low && rest <= high {
			n++
		}
	}
	return n
}

func TestPlacesAreTakenFiveAtATime(t *testing.T) {
	people := make([]uuid.UUID, 12)
	var ended []attempt.Summary
	for i := range people {
		people[i] = uuid.New()
		for range 2 {
			ended = append(ended, attempt.Summary{Attempt: uuid.New(), Account: people[i], Status: attempt.Completed})
		}
	}
	rand.Shuffle(len(ended), func(i, j int) { ended[i], ended[j] = ended[j], ended[i] })
	taken := placing(ended)(nil)
	if len(taken) != 10 {
		t.Fatalf("%d places of 12 people", len(taken))
	}
	if more := placing(ended)(taken); len(more) != 0 {
		t.Errorf("two people take %d places", len(more))
	}
	met := map[uuid.UUID]bool{}
	for _, s := range counted(ended, taken) {
		if met[s.Account] {
			t.Error("somebody counts twice")
		}
		met[s.Account] = true
	}
	if len(met) != 10 {
		t.Errorf("%d people count", len(met))
	}
}
