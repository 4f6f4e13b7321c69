package solve

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

func (x *explorer) move(st *engine.State, b uint32, m engine.Move) error {
	x.act(m, points(&x.s.Nodes[st.Node], m))
	if x.blind {
		x.next = *st
		if x.next.Make(x.s, m, scenario.World{}, nil) != nil {
			return crowded(&x.graph, x.from, m)
		}
		x.lead(&x.next, 0, 1, 1)
		return nil
	}
	var failed error
	x.spread(st, b, func(w scenario.World) {
		if x.next.Make(x.s, m, w, &x.trace) != nil {
			failed = crowded(&x.graph, x.from, m)
		}
	})
	return failed
}

func (x *explorer) pass(st *engine.State, b uint32) {
	if x.blind {
		x.next = *st
		x.next.Pass(x.s, scenario.World{}, nil)
		x.lead(&x.next, 0, 1, 1)
		return
	}
	x.spread(st, b, func(w scenario.World) { x.next.Pass(x.s, w, &x.trace) })
}

// spread files what a step leads to in the worlds that are still possible: worlds part where the step leads to
// another node, or where a text on the way reads differently. step takes x.next on, and appends its events to x.trace.
func (x *explorer) spread(st *engine.State, b uint32, step func(scenario.World)) {
	type way struct {
		next   engine.State
		events []engine.Event
		in     worlds
	}
	var ways []way
	support := x.beliefs.support(b)
	for i, w := range x.beliefs.worlds {
		if !support.has(i) {
			continue
		}
		x.next, x.trace = *st, x.trace[:0]
		step(w)
		k := slices.IndexFunc(ways, func(y way) bool { return y.next.Node == x.next.Node })
		if k < 0 {
			k = len(ways)
			ways = append(ways, way{x.next, slices.Clone(x.trace), 0})
		}
		ways[k].in |= 1 << i
	}
	for i := range ways {
		x.parts = append(x.parts[:0], ways[i].in)
		x.trace = append(x.trace[:0], ways[i].events...)
		x.read()
		x.part(&ways[i].next, b, 1)
	}
}

// read parts worlds by the texts of the events in x.trace.
func (x *explorer) read() {
	for i := range x.trace {
		e := &x.trace[i]
		x.tell(x.sight.in(e), &e.Vars)
	}
}

// tell parts worlds by whether each condition holds in them.
func (x *explorer) tell(conditions []*scenario.Condition, v *scenario.Vars) {
	for _, c := range conditions {
		for i := range x.parts {
			var holds worlds
			for w := range x.beliefs.worlds {
				if x.parts[i].has(w) && c.Holds(v, x.beliefs.worlds[w]) {
					holds |= 1 << w
				}
			}
			if holds != 0 && holds != x.parts[i] {
				x.parts = append(x.parts, x.parts[i]&^holds)
				x.parts[i] = holds
			}
		}
	}
}

// part files an outcome for each of x.parts, the whole of which has probability p under belief b.
func (x *explorer) part(st *engine.State, b uint32, p float64) {
	for _, in := range x.parts {
		narrowed, share := x.beliefs.narrow(b, in)
		x.lead(st, narrowed, p*share, in)
	}
}

// draw files what chance may lead to: the target is seen, the row is not.
func (x *explorer) draw(st *engine.State, b uint32) {
	n := &x.s.Nodes[st.Node]
	if x.blind {
		row := &n.Rows[st.Row(x.s, scenario.World{})]
		for _, t := range row.Targets {
			if t.Weight > 0 {
				x.next = *st
				x.next.Land(x.s, t.To, nil)
				x.lead(&x.next, 0, float64(t.Weight)/float64(row.Sum), 1)
			}
		}
		return
	}
	rows := make([]int, len(x.beliefs.worlds))
	for i, w := range x.beliefs.worlds {
		rows[i] = st.Row(x.s, w)
	}
	for _, to := range targets(n) {
		x.land(st, b, rows, to)
	}
}

func (x *explorer) land(st *engine.State, b uint32, rows []int, to int) {
	n := &x.s.Nodes[st.Node]
	support := x.beliefs.support(b)
	given := make([]chance, len(rows))
	alike, possible := true, false
	for i, r := range rows {
		given[i].sum = n.Rows[r].Sum
		for _, t := range n.Rows[r].Targets {
			if t.To == to {
				given[i].weight += uint64(t.Weight)
			}
		}
		if support.has(i) {
			alike = alike && given[i] == given[support.first()]
			possible = possible || given[i].weight > 0
		}
	}
	if !possible {
		return
	}
	first := given[support.first()]
	p := float64(first.weight) / float64(first.sum)
	if !alike {
		b, p = x.beliefs.weigh(b, given)
	}
	x.trace = append(x.trace[:0], engine.Event{Kind: engine.Drew, Node: int(st.Node), Index: to, Vars: st.Vars})
	x.next = *st
	x.next.Land(x.s, to, &x.trace)
	x.parts = append(x.parts[:0], x.beliefs.support(b))
	x.read()
	x.part(&x.next, b, p)
}

// targets are the nodes that chance may lead to, in the order they are first written.
func targets(n *scenario.Node) []int {
	var tos []int
	for _, r := range n.Rows {
		for _, t := range r.Targets {
			if !slices.Contains(tos, t.To) {
				tos = append(tos, t.To)
			}
		}
	}
	return tos
}
