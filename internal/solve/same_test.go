package solve

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve/sketch"
)

// bent is a scenario with one number of one choice changed.
func bent(t *rapid.T, s *scenario.Scenario) *scenario.Scenario {
	var with []int
	for i := range s.Nodes {
		if s.Nodes[i].Kind == scenario.Decision {
			with = append(with, i)
		}
	}
	changed := *s
	changed.Nodes = slices.Clone(s.Nodes)
	n := &changed.Nodes[rapid.SampledFrom(with).Draw(t, "node")]
	n.Choices = slices.Clone(n.Choices)
	c := &n.Choices[rapid.IntRange(0, len(n.Choices)-1).Draw(t, "choice")]
	c.Set = slices.Clone(c.Set)
	if len(c.Set) > 0 && rapid.Bool().Draw(t, "set") {
		c.Set[0].Amount = -c.Set[0].Amount
	} else {
		c.Points += rapid.IntRange(-2, 2).Draw(t, "points")
	}
	return &changed
}

// noted is all that a play shows: where it stood, what was on offer, and the regret of every move there.
func noted(t *rapid.T, sol *Solution, w Witness) (notes []any) {
	s := sol.Scenario()
	h, err := engine.Replay(s, engine.Dice{Seed: "whatever", Fixed: w.Chance}, entries(w.Moves))
	if err != nil {
		return nil
	}
	at, _, err := sol.Open(h.Start.World, h.Opening)
	for i := range h.Moments {
		m := &h.Moments[i]
		if err != nil {
			t.Fatal(err)
		}
		notes = append(notes, m.Before.State.Node, m.Before.State.Vars)
		for _, o := range sol.Options(at) {
			notes = append(notes, o.Move, Round(o.Regret))
		}
		at, _, err = sol.Follow(at, m.Move, m.Before.World, m.Events)
	}
	return append(notes, h.End.State.Node, h.End.State.Vars, Round(sol.MaxRegret))
}

func TestWhatIsTheSameCannotBeToldApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sketch.Random(t).Scenario()
		was := solve(t, s)
		is, err := Solve(bent(t, s), DefaultLimit)
		if err != nil || !was.Same(is) {
			return
		}
		for _, w := range plays(s) {
			if before, after := noted(t, was, w), noted(t, is, w); !slices.Equal(before, after) {
				t.Fatalf("%v shows %v, then %v", w, before, after)
			}
		}
	})
}

func TestSameKnowsItselfAndNoOther(t *testing.T) {
	s := toxique(t)
	sol := solved(t, s)
	if !sol.Same(solved(t, toxique(t))) {
		t.Error("a case is not the same as itself")
	}
	first := func(change func(*scenario.Choice)) *scenario.Scenario {
		changed := *s
		changed.Nodes = slices.Clone(s.Nodes)
		n := &changed.Nodes[s.Start]
		n.Choices = slices.Clone(n.Choices)
		change(&n.Choices[1])
		return &changed
	}
	for what, changed := range map[string]*scenario.Scenario{
		"points":  first(func(c *scenario.Choice) { c.Points++ }),
		"effects": first(func(c *scenario.Choice) { c.Set = c.Set[:1] }),
		"way":     first(func(c *scenario.Choice) { c.Next = []scenario.Route{{To: len(s.Nodes) - 1}} }),
	} {
		if sol.Same(solved(t, changed)) {
			t.Errorf("other %s are the same", what)
		}
	}
	heavier := *s
	heavier.Nodes = slices.Clone(s.Nodes)
	i, _ := s.NodeIndex("reaction")
	heavier.Nodes[i].Rows = slices.Clone(heavier.Nodes[i].Rows)
	heavier.Nodes[i].Rows[0] = heavier.Nodes[i].Rows[1]
	if sol.Same(solved(t, &heavier)) {
		t.Error("other dice are the same")
	}
}

func TestTheLeastRegretOnAMove(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sketch.Random(t).Scenario()
		sol := solve(t, s)
		type made struct {
			node int
			move engine.Move
		}
		least := map[made]float64{}
		for _, w := range plays(s) {
			h := replayed(t, s, w)
			at, _, err := sol.Open(h.Start.World, h.Opening)
			lost := 0.0
			for i := range h.Moments {
				m := &h.Moments[i]
				if err != nil {
					t.Fatal(err)
				}
				for _, o := range sol.Options(at) {
					if o.Move == m.Move {
						lost += o.Regret
					}
				}
				on := made{m.Node(), m.Move}
				if known, ok := least[on]; !ok || lost < known {
					least[on] = lost
				}
				at, _, err = sol.Follow(at, m.Move, m.Before.World, m.Events)
			}
		}
		for i := range s.Nodes {
			for c := range s.Nodes[i].Choices {
				want, possible := least[made{i, engine.Move(c)}]
				got, found := sol.LeastRegretOn(i, engine.Move(c))
				if found != possible || math.Abs(got-want) > 1e-9 {
					t.Fatalf("choice %d of node %d: %v, %v; want %v, %v", c, i, got, found, want, possible)
				}
			}
		}
	})
}
