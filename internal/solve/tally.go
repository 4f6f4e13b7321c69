package solve

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// Tally sums up a move over the states in which it can be made.
type Tally struct {
	Node      int
	Move      engine.Move
	States    int // in which it can be made; where there are none, the rest is 0
	Staked    int // of them, those in which some move gives something away
	Best      int // in which it gives nothing away
	Worst     int // in which it gives away all that is at stake, and something is
	MinRegret float64
	MaxRegret float64
	Costliest Witness // a shortest way to where it gives away most, the move included
}

// Tallies sums up every move, in written order, the choices of a node before its looks.
func (sol *Solution) Tallies() []Tally {
	g := sol.graph
	base := make([]int, len(g.s.Nodes)) // the place of the node's first move
	var list []Tally
	for i := range g.s.Nodes {
		base[i] = len(list)
		for _, m := range moves(&g.s.Nodes[i]) {
			list = append(list, Tally{Node: i, Move: m})
		}
	}
	costliest := make([]uint32, len(list)) // the act, by tally
	for id := range uint32(g.size()) {
		node := g.node(id)
		if g.s.Nodes[node].Kind != scenario.Decision {
			continue
		}
		stake := sol.stake(id)
		for act := g.first[id]; act < g.first[id+1]; act++ {
			i := base[node] + ordinal(&g.s.Nodes[node], g.acts[act].move)
			lost := regret(sol.measures.value[id], g.acts[act].q)
			if list[i].count(lost, stake) {
				costliest[i] = act
			}
		}
	}
	for i := range list {
		if t := &list[i]; t.States > 0 {
			t.MinRegret, t.MaxRegret = Round(t.MinRegret), Round(t.MaxRegret)
			out := g.acts[costliest[i]].first
			from, _ := g.owner(out)
			t.Costliest = g.witness(append(g.way(from), out), g.outs[out].to)
		}
	}
	return list
}

// count adds a state, and reports whether the move gives away more there than before.
func (t *Tally) count(lost, stake float64) bool {
	more := t.States == 0 || regret(lost, t.MaxRegret) > 0
	if more {
		t.MaxRegret = lost
	}
	if t.States == 0 || lost < t.MinRegret {
		t.MinRegret = lost
	}
	t.States++
	if lost == 0 {
		t.Best++
	}
	if stake > 0 {
		t.Staked++
		if regret(stake, lost) == 0 {
			t.Worst++
		}
	}
	return more
}

// stake is the most that a move gives away in a state.
func (sol *Solution) stake(id uint32) float64 {
	most := 0.0
	for _, a := range sol.graph.span(id) {
		most = max(most, regret(sol.measures.value[id], a.q))
	}
	return most
}

func moves(n *scenario.Node) []engine.Move {
	var list []engine.Move
	for i := range n.Choices {
		list = append(list, engine.Move(i))
	}
	for i := range n.Looks {
		list = append(list, engine.LookMove(i))
	}
	return list
}

func ordinal(n *scenario.Node, m engine.Move) int {
	if i, look := m.IsLook(); look {
		return len(n.Choices) + i
	}
	return int(m)
}
