package solve

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"casebook/internal/scenario"
	"casebook/internal/solve/sketch"
)

func solve(t *rapid.T, s *scenario.Scenario) *Solution {
	sol, err := Solve(s, DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	return sol
}

func alike(t *rapid.T, a, b *Solution) {
	if a.States != b.States || a.DecisionStates != b.DecisionStates || a.Paths != b.Paths {
		t.Errorf("%d states, %d decisions, %d paths; then %d, %d, %d",
			a.States, a.DecisionStates, a.Paths, b.States, b.DecisionStates, b.Paths)
	}
	for _, x := range [][2]float64{
		{a.Best, b.Best}, {a.Worst, b.Worst}, {a.MaxRegret, b.MaxRegret}, {a.UniformRandomValue, b.UniformRandomValue},
	} {
		if far(x[0], x[1], 2e-9) {
			t.Errorf("%v, then %v", x[0], x[1])
		}
	}
}

// random is a random case with one delayed consequence at most: where two come due together, their written order is the
// order in which they come.
func random(t *rapid.T) *sketch.Case {
	c := sketch.Random(t)
	first := true
	for i := range c.Nodes {
		for k := range c.Nodes[i].Choices {
			if later := &c.Nodes[i].Choices[k].Later; *later != nil {
				if !first {
					*later = nil
				}
				first = false
			}
		}
	}
	return c
}

func TestTheOrderOfChoicesChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		before := solve(t, c.Scenario())
		for i := range c.Nodes {
			if len(c.Nodes[i].Choices) > 1 {
				c.Nodes[i].Choices = rapid.Permutation(c.Nodes[i].Choices).Draw(t, "choices")
			}
		}
		alike(t, before, solve(t, c.Scenario()))
	})
}

func TestIDsAndPlacesOfNodesChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		before := solve(t, c.Scenario())
		c.Nodes = append(slices.Clone(c.Nodes[:1]), rapid.Permutation(c.Nodes[1:]).Draw(t, "nodes")...)
		renamed := c.Scenario()
		for i := range renamed.Nodes {
			renamed.Nodes[i].ID = "x" + renamed.Nodes[i].ID
		}
		alike(t, before, solve(t, renamed))
	})
}

func TestAConstantForEveryChoiceChangesNoRegret(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sketch.Random(t).Scenario()
		if s.Nodes[0].LoopSlot >= 0 {
			t.Skip("the first decision can be met again")
		}
		before := solve(t, s)
		bonus := rapid.IntRange(-9, 9).Draw(t, "bonus")
		for i := range s.Nodes[0].Choices {
			s.Nodes[0].Choices[i].Points += bonus
		}
		after := solve(t, s)
		if far(after.Best, before.Best+float64(bonus), 2e-9) || far(after.MaxRegret, before.MaxRegret, 2e-9) {
			t.Errorf("best %v, then %v; largest regret %v, then %v", before.Best, after.Best, before.MaxRegret, after.MaxRegret)
		}
		for id := range ID(before.States) {
			if s.Nodes[before.Node(id)].Kind != scenario.Decision {
				continue
			}
			was, is := before.Options(id), after.Options(id)
			for i := range was {
				if far(was[i].Regret, is[i].Regret, 1e-9) {
					t.Errorf("regret %v, then %v", was[i].Regret, is[i].Regret)
				}
			}
		}
	})
}

func TestBothEndsOfTheScoreAreReached(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sol := solve(t, sketch.Random(t).Scenario())
		low, high := 100.0, 0.0
		for _, r := range sol.Endings() {
			if r.MinScore != nil {
				low, high = min(low, *r.MinScore), max(high, *r.MaxScore)
			}
		}
		if sol.MaxRegret > 0 && (low > 1e-9 || high < 100) {
			t.Errorf("scores from %v to %v", low, high)
		}
	})
}

func TestWhatIsStillToBeHadAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sol := solve(t, sketch.Random(t).Scenario())
		for id := range ID(sol.States) {
			options := sol.Options(id)
			if sol.Scenario().Nodes[sol.Node(id)].Kind != scenario.Decision {
				continue
			}
			for _, o := range options {
				q, p := o.Points, 0.0
				for _, next := range o.Outcomes {
					q += next.Probability * sol.Value(next.To)
					p += next.Probability
				}
				if far(q, o.Q, 1e-9) || far(p, 1, 1e-12) {
					t.Errorf("Q %v, points and what follows %v, probability %v", o.Q, q, p)
				}
				if o.Move == sol.BestMove(id) && o.Regret != 0 {
					t.Errorf("the best move costs %v", o.Regret)
				}
			}
		}
	})
}
