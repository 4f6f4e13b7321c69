package solve

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

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
			if r := regret(sol.values[id], a.q); r > worst[node].Regret {
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
