package solve

import (
	"math"
	"math/bits"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// measures are what each state is worth. Only value and risk are kept.
type measures struct {
	value  []float64 // of the best policy
	risk   []float64 // the largest regret that can still be gathered
	worst  []float64 // of the worst policy
	random []float64 // of the policy that makes any available move alike
	ways   []uint64  // how many ways lead to an ending
	ahead  []ahead   // of each move of one state: scratch
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

// evaluate works backwards from the endings.
func (g *graph) evaluate(order []uint32) measures {
	n := g.size()
	all := make([]float64, 4*n)
	m := measures{
		value: all[:n:n], risk: all[n : 2*n : 2*n], worst: all[2*n : 3*n : 3*n], random: all[3*n:],
		ways: make([]uint64, n),
	}
	for i := n - 1; i >= 0; i-- {
		switch id := order[i]; g.s.Nodes[g.node(id)].Kind {
		case scenario.Ending:
			m.end(id, g.final(id))
		case scenario.Decision:
			m.decide(g, id)
		default:
			m.pass(g, id)
		}
	}
	return m
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

func (m *measures) end(id uint32, final float64) {
	m.value[id], m.worst[id], m.random[id] = final, final, final
	m.ways[id] = 1
}

// ahead sums up what an act's outcomes are worth.
type ahead struct {
	value, risk, worst, random float64
	ways                       uint64
}

func (m *measures) sum(outs []out) ahead {
	var a ahead
	for _, o := range outs {
		a.value += o.p * m.value[o.to]
		a.worst += o.p * m.worst[o.to]
		a.random += o.p * m.random[o.to]
		a.risk = max(a.risk, m.risk[o.to])
		a.ways = add(a.ways, m.ways[o.to])
	}
	return a
}

func (m *measures) pass(g *graph, id uint32) {
	a := m.sum(g.outcomes(g.first[id]))
	m.value[id], m.risk[id], m.worst[id], m.random[id], m.ways[id] = a.value, a.risk, a.worst, a.random, a.ways
}

func (m *measures) decide(g *graph, id uint32) {
	acts := g.span(id)
	value, worst, random, ways := math.Inf(-1), math.Inf(1), 0.0, uint64(0)
	m.ahead = m.ahead[:0]
	for i := range acts {
		a := m.sum(g.outcomes(g.first[id] + uint32(i)))
		m.ahead = append(m.ahead, a)
		points := acts[i].points
		acts[i].q = points + a.value
		value = max(value, acts[i].q)
		worst = min(worst, points+a.worst)
		random += points + a.random
		ways = add(ways, a.ways)
	}
	risk := 0.0
	for i := range acts {
		risk = max(risk, regret(value, acts[i].q)+m.ahead[i].risk)
	}
	m.value[id], m.risk[id], m.worst[id], m.random[id] = value, risk, worst, random/float64(len(acts))
	m.ways[id] = ways
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
