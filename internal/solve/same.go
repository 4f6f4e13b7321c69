package solve

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// Same reports whether no way of playing can tell two solutions apart: state by state, the gauges and flags are the
// same, the same moves are on offer, they lead to the same states with the same probability, and they cost the same
// regret. It may say false of two that are alike, but never true of two that are not. Both are of scenarios with the
// same nodes, gauges and flags.
func (sol *Solution) Same(other *Solution) bool {
	a, b := sol.graph, other.graph
	if a.size() != b.size() || len(a.acts) != len(b.acts) || Round(sol.start.risk) != Round(other.start.risk) ||
		!sameOuts(a, b, a.opening, b.opening) || !slices.Equal(a.first, b.first) {
		return false
	}
	var here, there engine.State
	for id := range uint32(a.size()) {
		a.pack.unpack(a.table.key(id), &here)
		b.pack.unpack(b.table.key(id), &there)
		if here.Node != there.Node || here.Looked != there.Looked || here.Vars != there.Vars || !sol.sameActs(other, id) {
			return false
		}
	}
	return true
}

func (sol *Solution) sameActs(other *Solution, id uint32) bool {
	a, b := sol.graph, other.graph
	decision := a.s.Nodes[a.node(id)].Kind == scenario.Decision
	for act := a.first[id]; act < a.first[id+1]; act++ {
		if a.acts[act].move != b.acts[act].move || !sameOuts(a, b, a.outcomes(act), b.outcomes(act)) {
			return false
		}
		if decision && Round(regret(sol.values[id], a.acts[act].q)) != Round(regret(other.values[id], b.acts[act].q)) {
			return false
		}
	}
	return true
}

func sameOuts(a, b *graph, here, there []out) bool {
	return slices.EqualFunc(here, there, func(x, y out) bool {
		return x.to == y.to && a.in(x) == b.in(y) && Round(a.p(x)) == Round(b.p(y))
	})
}

// LeastRegretOn is the least regret that can have been gathered once a move has been made; false where it is never
// possible.
func (sol *Solution) LeastRegretOn(node int, m engine.Move) (float64, bool) {
	g := sol.graph
	least := make([]float64, g.size())
	met := make([]bool, g.size())
	reach := func(id uint32, lost float64) {
		if !met[id] || lost < least[id] {
			met[id], least[id] = true, lost
		}
	}
	for _, o := range g.opening {
		reach(o.to, 0)
	}
	found, on := 0.0, false
	for _, id := range sol.order {
		at := g.node(id)
		decision := g.s.Nodes[at].Kind == scenario.Decision
		for act := g.first[id]; act < g.first[id+1]; act++ {
			lost := least[id]
			if decision {
				lost += regret(sol.values[id], g.acts[act].q)
			}
			if decision && at == node && g.acts[act].move == m && (!on || lost < found) {
				found, on = lost, true
			}
			for _, o := range g.outcomes(act) {
				reach(o.to, lost)
			}
		}
	}
	return Round(found), on
}
