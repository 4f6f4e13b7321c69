package solve

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// way is a shortest way to a state, as the outs along it.
func (g *graph) way(to uint32) []uint32 { return g.back(g.via, to) }

// back goes back to the opening by the outs that led to each state.
func (g *graph) back(via []uint32, to uint32) []uint32 {
	var outs []uint32
	for via[to] != fromOpening {
		outs = append(outs, via[to])
		to, _ = g.owner(via[to])
	}
	slices.Reverse(outs)
	return outs
}

// witness names the moves and outcomes of a way to a state. What is still thought possible there was possible all
// along.
func (g *graph) witness(way []uint32, to uint32) Witness {
	return g.witnessIn(way, g.beliefs.support(g.belief(to)).first())
}

// witnessIn names the moves and outcomes of a way in a world where it is possible.
func (g *graph) witnessIn(way []uint32, world int) Witness {
	var w Witness
	for t := range g.s.Truths {
		w.Chance = append(w.Chance, g.s.Truths[t].Values[g.beliefs.worlds[world][t]].ID)
	}
	for _, o := range way {
		from, act := g.owner(o)
		switch node := g.node(from); g.s.Nodes[node].Kind {
		case scenario.Decision:
			w.Moves = append(w.Moves, engine.Name(g.s, node, g.acts[act].move))
		case scenario.Chance:
			w.Chance = append(w.Chance, g.s.Nodes[g.node(g.outs[o].to)].ID)
		}
	}
	return w
}
