package solve

import (
	"math"
	"math/bits"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// worth is all that is worked out of a state, or of what follows an act.
type worth struct {
	value  float64 // of the best policy
	risk   float64 // the largest regret that can still be gathered
	worst  float64 // value of the worst policy
	random float64 // value of the policy that makes any available move alike
	ways   uint64  // how many ways lead to an ending
}

// evaluation works backwards from the endings.
type evaluation struct {
	*graph
	all   []worth // by state
	mixed worth   // scratch, as is ahead: the risk of each move of one state
	ahead []float64
}

// order puts every state before those it leads to; false when the graph turns back on itself, and then waiting
// holds, for each state that could not be placed, a number above zero.
func (g *graph) order() (order, waiting []uint32, ok bool) {
	waiting = make([]uint32, g.size())
	for i := range g.outs {
		waiting[g.outs[i].to]++
	}
	order = make([]uint32, 0, g.size())
	for id, n := range waiting {
		if n == 0 {
			order = append(order, uint32(id))
		}
	}
	for i := 0; i < len(order); i++ {
		for _, o := range g.leaving(order[i]) {
			if waiting[o.to]--; waiting[o.to] == 0 {
				order = append(order, o.to)
			}
		}
	}
	return order, waiting, len(order) == g.size()
}

// evaluate works out what every state is worth by the best policy, and all there is to say of the opening.
func (g *graph) evaluate(order []uint32) ([]float64, worth) {
	n := g.size()
	e := evaluation{graph: g, all: make([]worth, n)}
	for i := n - 1; i >= 0; i-- {
		id := order[i]
		switch g.s.Nodes[g.node(id)].Kind {
		case scenario.Ending:
			final := g.final(id)
			e.all[id] = worth{value: final, worst: final, random: final, ways: 1}
		case scenario.Decision:
			e.all[id] = e.decide(id)
		default:
			e.all[id] = *e.sum(g.outcomes(g.first[id]))
		}
	}
	values := make([]float64, n)
	for id := range e.all {
		values[id] = e.all[id].value
	}
	return values, *e.sum(g.opening)
}

// final is what an ending is worth, as it was reached.
func (g *graph) final(id uint32) float64 {
	var st engine.State
	g.pack.unpack(g.table.key(id), &st)
	v := &g.s.Value
	total := v.Endings[st.Node]
	for i, weight := range v.State {
		total += weight * int(st.Vars[i])
	}
	return float64(total)
}

// sum is what outcomes are worth together. It is good until the next sum.
func (e *evaluation) sum(outs []out) *worth {
	if len(outs) == 1 {
		return &e.all[outs[0].to]
	}
	sum := &e.mixed
	*sum = worth{}
	for _, o := range outs {
		next, p := &e.all[o.to], e.p(o)
		sum.value += p * next.value
		sum.worst += p * next.worst
		sum.random += p * next.random
		sum.risk = max(sum.risk, next.risk)
		sum.ways = add(sum.ways, next.ways)
	}
	return sum
}

func (e *evaluation) decide(id uint32) worth {
	acts := e.span(id)
	w := worth{value: math.Inf(-1), worst: math.Inf(1)}
	e.ahead = e.ahead[:0]
	for i := range acts {
		a := e.sum(e.outcomes(e.first[id] + uint32(i)))
		e.ahead = append(e.ahead, a.risk)
		points := acts[i].q
		acts[i].q += a.value
		w.value = max(w.value, acts[i].q)
		w.worst = min(w.worst, points+a.worst)
		w.random += points + a.random
		w.ways = add(w.ways, a.ways)
	}
	w.random /= float64(len(acts))
	for i := range acts {
		w.risk = max(w.risk, regret(w.value, acts[i].q)+e.ahead[i])
	}
	return w
}

// regret is what a move worth q gives away. Differences that only rounding makes are none.
func regret(value, q float64) float64 {
	if value-q <= 1e-11*(1+math.Abs(value)) {
		return 0
	}
	return value - q
}

// add stops at the largest number there is.
func add(a, b uint64) uint64 {
	sum, carry := bits.Add64(a, b, 0)
	if carry > 0 {
		return math.MaxUint64
	}
	return sum
}
