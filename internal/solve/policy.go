package solve

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// Policy is a way of playing: it weighs the available moves of a decision point, choices first, each in written order.
// A move is made as often as its share of the weights, which are 0 to begin with; all alike where all stay 0.
type Policy func(node int, moves []Prospect, weights []float64)

// Prospect is what a move promises on average, from here to the end.
type Prospect struct {
	Move engine.Move
	Best float64 // when the best moves follow it
	Own  float64 // when the policy itself goes on
}

// Performance is what a policy comes to on average.
type Performance struct {
	Value float64  // expected total
	Score *float64 // nil when nothing is at stake
}

// Evaluate gives, exactly, what a policy comes to. It costs a pass over all states.
func (sol *Solution) Evaluate(p Policy) Performance {
	value := sol.expected(sol.graph.opening, sol.under(p))
	return Performance{Round(value), sol.Score(sol.start.value - value)}
}

// under is what each state is worth under a policy.
func (sol *Solution) under(p Policy) []float64 {
	g := sol.graph
	values := make([]float64, g.size())
	var moves []Prospect
	var weights []float64
	for i := len(sol.order) - 1; i >= 0; i-- {
		id := sol.order[i]
		switch node := g.node(id); g.s.Nodes[node].Kind {
		case scenario.Ending:
			values[id] = sol.values[id]
		case scenario.Decision:
			moves = sol.prospects(id, values, moves[:0])
			weights = append(weights[:0], make([]float64, len(moves))...)
			p(node, moves, weights)
			values[id] = mean(moves, weights)
		default:
			values[id] = sol.expected(g.outcomes(g.first[id]), values)
		}
	}
	return values
}

// prospects lists the moves of a state, given what the states after it are worth under the policy.
func (sol *Solution) prospects(id uint32, values []float64, buf []Prospect) []Prospect {
	g := sol.graph
	n := &g.s.Nodes[g.node(id)]
	for act := g.first[id]; act < g.first[id+1]; act++ {
		a := &g.acts[act]
		buf = append(buf, Prospect{a.move, a.q, points(n, a.move) + sol.expected(g.outcomes(act), values)})
	}
	return buf
}

func (sol *Solution) expected(outs []out, values []float64) float64 {
	sum := 0.0
	for _, o := range outs {
		sum += sol.graph.p(o) * values[o.to]
	}
	return sum
}

func mean(moves []Prospect, weights []float64) float64 {
	sum, all, plain := 0.0, 0.0, 0.0
	for i, m := range moves {
		sum += weights[i] * m.Own
		all += weights[i]
		plain += m.Own
	}
	if all == 0 {
		return plain / float64(len(moves))
	}
	return sum / all
}
