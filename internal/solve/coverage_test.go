package solve

import (
	"testing"

	"pgregory.net/rapid"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve/sketch"
)

// adorned draws conditions for the texts that sketches leave plain, and exhibits.
func adorned(t *rapid.T, c *sketch.Case) *scenario.Scenario {
	s := c.Scenario()
	conditions := []string{"facts", "not warned", "mood >= 2", "time > 1", "trust < -1", "fuel < 2 and warned"}
	for _, truth := range s.Truths {
		conditions = append(conditions, truth.ID+" == "+truth.Values[0].ID, "facts or "+truth.ID+" != "+truth.Values[1].ID)
	}
	condition := func() *scenario.Condition {
		when, err := scenario.Compile(rapid.SampledFrom(conditions).Draw(t, "condition"), s.Names())
		if err != nil {
			t.Fatal(err)
		}
		return when
	}
	block := func() scenario.Block {
		b := scenario.Block{Parts: []scenario.Part{{HTML: "always"}}}
		for range rapid.IntRange(0, 2).Draw(t, "paragraphs") {
			when := condition()
			b.Parts = append(b.Parts, scenario.Part{When: when, HTML: when.Source})
		}
		return b
	}
	some := func(n int) []int {
		if n == 0 || !rapid.Bool().Draw(t, "some") {
			return nil
		}
		return []int{rapid.IntRange(0, n-1).Draw(t, "one")}
	}
	s.Cast = []scenario.Character{{ID: "lea"}}
	s.Exhibits = []scenario.Exhibit{{ID: "first", FromStart: true}, {ID: "second"}, {ID: "third"}}
	fr := s.Texts["fr"]
	fr.Pitch, fr.Cast = block(), []scenario.CharacterText{{Body: block()}}
	fr.Exhibits = make([]scenario.ExhibitText, 3)
	for i := range fr.Exhibits {
		one, other := condition(), condition()
		fr.Exhibits[i].Parts = []scenario.ExhibitPart{{}, {When: one, HTML: one.Source}, {When: other, HTML: other.Source}}
	}
	for i := range s.Nodes {
		n, text := &s.Nodes[i], &fr.Nodes[i]
		n.Show = some(3)
		for k := range n.Looks {
			n.Looks[k].Reveal = some(3)
		}
		for k := range n.Choices {
			words := &text.Choices[k]
			words.Body, words.Tempting, words.Expert = block(), block(), block()
		}
		for _, to := range targets(n) {
			if text.Branches == nil {
				text.Branches = map[int]scenario.Block{}
			}
			text.Branches[to] = block()
		}
	}
	en := *fr
	en.Lang = "en"
	s.Texts["en"] = &en
	return s
}

func TestCoverageIsWhatAllPlaysShow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := adorned(t, sketch.Random(t))
		sol := solve(t, s)
		if sol.Paths > 1000 {
			t.Skip("too many ways to play them all")
		}
		yes, no := map[Subject]bool{}, map[Subject]bool{}
		for _, w := range plays(s) {
			p := showing(s, replayed(t, s, w))
			for about := range p.yes {
				yes[about] = true
			}
			for about := range p.no {
				no[about] = true
			}
		}
		facts := sol.Coverage()
		for _, f := range facts {
			if (f.Yes != nil) != yes[f.Subject] || f.When != nil && (f.No != nil) != no[f.Subject] {
				t.Errorf("%+v: yes %v, no %v; some play shows %v, %v", f.Subject, f.Yes, f.No, yes[f.Subject], no[f.Subject])
			}
			delete(yes, f.Subject)
			delete(no, f.Subject)
		}
		if len(yes)+len(no) > 0 {
			t.Errorf("plays show more: %v, %v", yes, no)
		}
	})
}

func TestWitnessesShowWhatTheyClaim(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := adorned(t, sketch.Random(t))
		for _, f := range solve(t, s).Coverage() {
			claims(t, s, &f)
		}
	})
}

func claims(t *rapid.T, s *scenario.Scenario, f *Fact) {
	if f.Yes != nil && !showing(s, replayed(t, s, *f.Yes)).yes[f.Subject] {
		t.Errorf("%+v: %v does not show it", f.Subject, f.Yes)
	}
	if f.No != nil && !showing(s, replayed(t, s, *f.No)).no[f.Subject] {
		t.Errorf("%+v: %v does not show that it may fail", f.Subject, f.No)
	}
}

func TestNoWitnessIsLongerThanAnyPlay(t *testing.T) {
	s := toxique(t)
	shortest := map[Subject]int{}
	for _, w := range plays(s) {
		for n := range len(w.Moves) + 1 {
			h, err := engine.Replay(s, engine.Dice{Fixed: w.Chance}, entries(w.Moves[:n]))
			if err != nil {
				t.Fatal(err)
			}
			for about := range showing(s, h).yes {
				if least, ok := shortest[about]; !ok || n < least {
					shortest[about] = n
				}
			}
		}
	}
	for _, f := range solved(t, s).Coverage() {
		if f.Yes != nil && len(f.Yes.Moves) > shortest[f.Subject] {
			t.Errorf("%+v: %v, but %d moves are enough", f.Subject, f.Yes, shortest[f.Subject])
		}
	}
}

func TestWhatNoStateShows(t *testing.T) {
	c := &sketch.Case{
		Gauges: []sketch.Gauge{{ID: "time", Start: 3, Max: 3}},
		Flags:  []string{"told", "never"},
		Clock:  "time",
		Nodes: []sketch.Node{
			{ID: "door", Tells: "time > 0", Looks: []sketch.Look{
				{ID: "dear", Cost: 4},
				{ID: "needless", Cost: 3, When: "time > 2"},
				{ID: "vain", When: "never"},
			}, Choices: []sketch.Choice{
				{ID: "knock", Set: []string{"told=1"}, Next: []sketch.Route{{When: "told", To: "end"}, {To: "lost"}}},
				{ID: "break", When: "never", Next: sketch.To("end"), Later: &sketch.Later{After: 1, Tells: "told"}},
				{ID: "wait", When: "time > 1", Next: sketch.To("end"), Later: &sketch.Later{After: 1, When: "told"}},
			}},
			{ID: "end"},
			{ID: "lost", Tells: "told"},
		},
	}
	type verdict struct{ met, never, always bool }
	fine, never, always, elsewhere := verdict{true, false, false}, verdict{true, true, false}, verdict{true, false, true}, verdict{}
	want := map[Subject]verdict{
		{Kind: NodeReached, Node: 0}:                     fine,
		{Kind: NodeReached, Node: 2}:                     never,
		{Kind: LookOffer, Node: 0, Index: 0}:             never,
		{Kind: LookOffer, Node: 0, Index: 1}:             always,
		{Kind: LookOffer, Node: 0, Index: 2}:             never,
		{Kind: ChoiceOffer, Node: 0, Index: 0}:           fine,
		{Kind: ChoiceOffer, Node: 0, Index: 1}:           never,
		{Kind: ChoiceOffer, Node: 0, Index: 2}:           fine,
		{Kind: ChoiceRoute, Node: 0, Index: 0, Part: 0}:  always,
		{Kind: ChoiceRoute, Node: 0, Index: 0, Part: 1}:  elsewhere,
		{Kind: ChoiceRoute, Node: 0, Index: 1, Part: 0}:  elsewhere,
		{Kind: LaterFired, Node: 0, Index: 1}:            elsewhere,
		{Kind: LaterFired, Node: 0, Index: 2}:            never,
		{Kind: NodeText, Node: 0, Lang: "fr"}:            always,
		{Kind: NodeText, Node: 2, Lang: "fr"}:            elsewhere,
		{Kind: LaterText, Node: 0, Index: 1, Lang: "fr"}: elsewhere,
	}
	for _, f := range solved(t, c.Scenario()).Coverage() {
		if v, ok := want[f.Subject]; ok {
			if got := (verdict{f.Met, f.Never(), f.Always()}); got != v {
				t.Errorf("%+v: %+v, want %+v", f.Subject, got, v)
			}
			delete(want, f.Subject)
		}
	}
	if len(want) > 0 {
		t.Errorf("nothing is said of %v", want)
	}
}
