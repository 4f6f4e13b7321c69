package solve

import (
	"math"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// Range is what may be scored on the ways to an ending; nothing when no way leads there.
type Range struct {
	Node     int
	Reached  bool
	MinScore *float64 // nil when it is not reached, or when nothing is at stake
	MaxScore *float64
}

// Endings gives the range of every ending, in written order. It costs a pass over all states for each.
func (sol *Solution) Endings() []Range {
	var ranges []Range
	for i := range sol.graph.s.Nodes {
		if sol.graph.s.Nodes[i].Kind != scenario.Ending {
			continue
		}
		least, most := sol.regretsTo(i)
		r := Range{Node: i, Reached: !math.IsInf(least, 1)}
		if r.Reached {
			r.MinScore, r.MaxScore = sol.Score(most), sol.Score(least)
		}
		ranges = append(ranges, r)
	}
	return ranges
}

// regretsTo is the least and the most regret that can be gathered on the way to an ending.
func (sol *Solution) regretsTo(ending int) (least, most float64) {
	g := sol.graph
	lows, highs := make([]float64, g.size()), make([]float64, g.size())
	for i := len(sol.order) - 1; i >= 0; i-- {
		id := sol.order[i]
		low, high := math.Inf(1), math.Inf(-1)
		if g.node(id) == ending {
			low, high = 0, 0
		}
		decision := g.s.Nodes[g.node(id)].Kind == scenario.Decision
		for act := g.first[id]; act < g.first[id+1]; act++ {
			lost := 0.0
			if decision {
				lost = regret(sol.measures.value[id], g.acts[act].q)
			}
			for _, o := range g.outcomes(act) {
				low, high = min(low, lost+lows[o.to]), max(high, lost+highs[o.to])
			}
		}
		lows[id], highs[id] = low, high
	}
	least, most = math.Inf(1), math.Inf(-1)
	for _, o := range sol.graph.opening {
		least, most = min(least, lows[o.to]), max(most, highs[o.to])
	}
	return least, most
}

// Costly is a move at a discussion decision that costs regret, which none should.
type Costly struct {
	Node    int
	Move    engine.Move
	Regret  float64
	Witness Witness // how to get there; Move is still to be made
}

// Discussion lists the discussion decisions where some move costs regret in some state, each with its worst.
func (sol *Solution) Discussion() []Costly {
	g := sol.graph
	worst := map[int]Costly{}
	at := map[int]uint32{}
	for id := range uint32(g.size()) {
		node := g.node(id)
		if n := &g.s.Nodes[node]; n.Kind != scenario.Decision || n.Scored {
			continue
		}
		for _, a := range g.span(id) {
			if r := regret(sol.measures.value[id], a.q); r > worst[node].Regret {
				worst[node] = Costly{Node: node, Move: a.move, Regret: r}
				at[node] = id
			}
		}
	}
	var list []Costly
	for node := range g.s.Nodes {
		if c, ok := worst[node]; ok {
			c.Witness = g.witness(g.way(at[node]), at[node])
			list = append(list, c)
		}
	}
	return list
}
