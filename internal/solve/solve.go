// Package solve explores every state of a scenario that can be reached and works out, exactly, what each is worth to
// who plays best with what they can know there. It is pure.
package solve

import (
	"math"
	"slices"
	"sync"

	"casebook/internal/scenario"
)

// DefaultLimit is how many states are explored before the answer is "unknown".
const DefaultLimit = 200_000

// Solution is the values of a whole scenario. It is immutable. Its fields are rounded to be read; the values of states
// are as exact as they come.
type Solution struct {
	States         int
	DecisionStates int    // states at decision points
	Paths          uint64 // different ways from the start to an ending; math.MaxUint64 for that many or more

	Best               float64  // expected total of the best policy
	Worst              float64  // expected total of the worst policy
	MaxRegret          float64  // the largest total regret: what the score is measured by
	UniformRandomValue float64  // expected total of making any available move, looks included, alike
	UniformRandomScore *float64 // nil when nothing is at stake

	graph  *graph
	order  []uint32
	values []float64 // of the best policy, by state
	start  worth
	codes  func() *Codes
}

// Solve explores s, up to limit states, and values every one of them. What it refuses with is a *Flaw.
func Solve(s *scenario.Scenario, limit int) (*Solution, error) {
	g, err := explore(s, limit)
	if err != nil {
		return nil, err
	}
	order, waiting, ok := g.order()
	if !ok {
		return nil, endless(g, waiting)
	}
	return value(g, order), nil
}

// Reweigh values the same states for a scenario that differs from the one solved in what things are worth, and in
// nothing else. It takes a part of the time that solving it would.
func (sol *Solution) Reweigh(s *scenario.Scenario) *Solution {
	g := *sol.graph
	g.s, g.acts = s, slices.Clone(g.acts)
	for id := range uint32(g.size()) {
		if n := &s.Nodes[g.node(id)]; n.Kind == scenario.Decision {
			for i := range g.span(id) {
				a := &g.acts[int(g.first[id])+i]
				a.q = points(n, a.move)
			}
		}
	}
	return value(&g, sol.order)
}

func value(g *graph, order []uint32) *Solution {
	s := g.s
	sol := &Solution{States: g.size(), graph: g, order: order, codes: sync.OnceValue(func() *Codes { return newCodes(g) })}
	sol.values, sol.start = g.evaluate(order)
	for id := range uint32(g.size()) {
		if s.Nodes[g.node(id)].Kind == scenario.Decision {
			sol.DecisionStates++
		}
	}
	sol.Best, sol.Worst = Round(sol.start.value), Round(sol.start.worst)
	sol.MaxRegret, sol.Paths = Round(sol.start.risk), sol.start.ways
	sol.UniformRandomValue = Round(sol.start.random)
	sol.UniformRandomScore = sol.Score(sol.start.value - sol.start.random)
	return sol
}

// Scenario is what was solved.
func (sol *Solution) Scenario() *scenario.Scenario { return sol.graph.s }

// Score turns a total regret into a score from 0 to 100; nil when nothing is at stake.
func (sol *Solution) Score(regret float64) *float64 {
	if sol.start.risk == 0 {
		return nil
	}
	score := Round(max(0, min(100, 100*(1-regret/sol.start.risk))))
	return &score
}

// Round takes a figure to a billionth, before floating point begins to show; negative zero becomes zero. Everything
// that is written down goes through it, and nothing that is still reckoned with.
func Round(x float64) float64 { return math.Round(x*1e9)/1e9 + 0 }
