package solve

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// way is a shortest way to a state, as the outs along it.
func (g *graph) way(to uint32) []uint32 {
	var outs []uint32
	for g.via[to] != fromOpening {
		outs = append(outs, g.via[to])
		to, _ = g.owner(g.via[to])
	}
	slices.Reverse(outs)
	return outs
}

// witness names the moves and outcomes of a way, in a world where it is possible.
func (g *graph) witness(way []uint32, to uint32) Witness {
	var w Witness
	var drawn []string
	for _, o := range way {
		from, act := g.owner(o)
		switch node := g.node(from); g.s.Nodes[node].Kind {
		case scenario.Decision:
			w.Moves = append(w.Moves, engine.Name(g.s, node, g.acts[act].move))
		case scenario.Chance:
			drawn = append(drawn, g.s.Nodes[g.node(g.outs[o].to)].ID)
		}
	}
	// What is still thought possible at the end was possible all along.
	world := g.beliefs.worlds[g.beliefs.support(g.belief(to)).first()]
	for t := range g.s.Truths {
		w.Chance = append(w.Chance, g.s.Truths[t].Values[world[t]].ID)
	}
	w.Chance = append(w.Chance, drawn...)
	return w
}
