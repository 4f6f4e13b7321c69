package solve

import "casebook/internal/scenario"

// BestPlay makes the best moves while chance brings what is likeliest.
func (sol *Solution) BestPlay() Witness {
	return sol.playOut(func(id uint32) uint32 {
		act, _ := sol.find(ID(id), sol.BestMove(ID(id)))
		return act
	})
}

// WorstPlay makes the worst moves while chance brings what is likeliest.
func (sol *Solution) WorstPlay() Witness {
	values := sol.under(worst)
	return sol.playOut(func(id uint32) uint32 {
		return sol.graph.first[id] + uint32(least(sol.prospects(id, values, nil)))
	})
}

func worst(_ int, moves []Prospect, weights []float64) { weights[least(moves)] = 1 }

// least is the place of a move that promises least.
func least(moves []Prospect) int {
	at := 0
	for i := range moves {
		if moves[i].Own < moves[at].Own {
			at = i
		}
	}
	return at
}

// playOut plays to an ending by the acts chosen and the likeliest outcomes.
func (sol *Solution) playOut(choose func(id uint32) (act uint32)) Witness {
	g := sol.graph
	var way []uint32
	at := g.opening[g.likeliest(g.opening)].to
	for g.first[at] < g.first[at+1] {
		act := g.first[at]
		if g.s.Nodes[g.node(at)].Kind == scenario.Decision {
			act = choose(at)
		}
		next := g.acts[act].first + uint32(g.likeliest(g.outcomes(act)))
		way, at = append(way, next), g.outs[next].to
	}
	return g.witness(way, at)
}

// likeliest is the place of the likeliest of some outs.
func (g *graph) likeliest(outs []out) int {
	best := 0
	for i := range outs {
		if g.p(outs[i]) > g.p(outs[best]) {
			best = i
		}
	}
	return best
}
