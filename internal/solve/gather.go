package solve

import "math"

// gathered is the least and the most that can be gathered from each state on, when each act brings what cost says.
type gathered struct {
	g         *graph
	cost      []float64 // by act
	low, high []float64 // by state; infinite where no way leads to an ending that counts
}

// gather works backwards from the endings that count.
func (sol *Solution) gather(cost []float64, counts func(node int) bool) *gathered {
	g := sol.graph
	x := &gathered{g, cost, make([]float64, g.size()), make([]float64, g.size())}
	for i := len(sol.order) - 1; i >= 0; i-- {
		id := sol.order[i]
		low, high := math.Inf(1), math.Inf(-1)
		if g.first[id] == g.first[id+1] && counts(g.node(id)) {
			low, high = 0, 0
		}
		for act := g.first[id]; act < g.first[id+1]; act++ {
			for _, o := range g.outcomes(act) {
				low, high = min(low, cost[act]+x.low[o.to]), max(high, cost[act]+x.high[o.to])
			}
		}
		x.low[id], x.high[id] = low, high
	}
	return x
}

// bounds is the least and the most of a whole play; false when none counts.
func (x *gathered) bounds() (least, most float64, ok bool) {
	least, most = math.Inf(1), math.Inf(-1)
	for _, o := range x.g.opening {
		least, most = min(least, x.low[o.to]), max(most, x.high[o.to])
	}
	return least, most, !math.IsInf(least, 1)
}

// least is a play that gathers the least.
func (x *gathered) least() Witness {
	least, _, _ := x.bounds()
	return x.play(x.low, least)
}

// most is a play that gathers the most.
func (x *gathered) most() Witness {
	_, most, _ := x.bounds()
	return x.play(x.high, most)
}

// play goes from the opening to an ending by what adds up to a sum: sums are by state.
func (x *gathered) play(sums []float64, sum float64) Witness {
	var way []uint32
	at := x.g.opening[0].to
	for _, o := range x.g.opening {
		if sums[o.to] == sum {
			at = o.to
		}
	}
	for x.g.first[at] < x.g.first[at+1] {
		next := x.step(sums, at)
		way, at = append(way, next), x.g.outs[next].to
	}
	return x.g.witness(way, at)
}

func (x *gathered) step(sums []float64, at uint32) (out uint32) {
	for act := x.g.first[at]; ; act++ {
		for out := x.g.acts[act].first; out < x.g.acts[act+1].first; out++ {
			if x.cost[act]+sums[x.g.outs[out].to] == sums[at] {
				return out
			}
		}
	}
}
