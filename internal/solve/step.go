package solve

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

func (x *explorer) move(st *engine.State, b uint32, m engine.Move) error {
	n := &x.s.Nodes[st.Node]
	x.act(m, points(n, m))
	var ahead []scenario.Route // a look leads nowhere
	if m >= 0 {
		ahead = n.Choices[m].Next
	}
	if x.spread(st, b, m, ahead) != nil {
		return crowded(&x.graph, x.from, m)
	}
	return nil
}

func (x *explorer) pass(st *engine.State, b uint32) error {
	x.act(0, 0)
	return x.spread(st, b, 0, x.s.Nodes[st.Node].Next)
}

// spread files what a step leads to in the worlds that are still possible: worlds part where the step leads to
// another node, or where a text on the way reads differently.
func (x *explorer) spread(st *engine.State, b uint32, m engine.Move, ahead []scenario.Route) error {
	for left := x.beliefs.support(b); left != 0; {
		x.next = *st
		x.trace = x.trace[:0]
		if err := step(x.s, &x.next, m, x.beliefs.worlds[left.first()], x.record); err != nil {
			return err
		}
		if x.record == nil {
			x.lead(&x.next, b, certain)
			return nil
		}
		same := left
		if slices.ContainsFunc(ahead, func(r scenario.Route) bool { return r.When.OnTruth() }) {
			same = x.together(st, m, left)
		}
		left &^= same
		x.parts = append(x.parts[:0], same)
		x.read(&x.next)
		x.part(&x.next, b, 1)
	}
	return nil
}

// together is the worlds in which a step leads to the node that it led to in the first of them.
func (x *explorer) together(st *engine.State, m engine.Move, among worlds) worlds {
	var same worlds
	for w := range among.all() {
		next := *st
		if step(x.s, &next, m, x.beliefs.worlds[w], nil) == nil && next.Node == x.next.Node {
			same |= 1 << w
		}
	}
	return same
}

// step makes a move at a decision point, and goes on from a scene.
func step(s *scenario.Scenario, st *engine.State, m engine.Move, w scenario.World, trace *[]engine.Event) error {
	if st.Open(s) {
		return st.Make(s, m, w, trace)
	}
	st.Pass(s, w, trace)
	return nil
}

// read parts worlds by the texts of the events in x.trace, and by what is read where they lead.
func (x *explorer) read(next *engine.State) {
	for i := range x.trace {
		e := &x.trace[i]
		x.tell(x.sight.in(e), &e.Vars)
	}
	if x.record == nil || !next.Open(x.s) {
		return
	}
	x.tell(x.sight.cast, &next.Vars)
	for i, told := range x.sight.offers[next.Node] {
		if len(told) > 0 && next.Available(x.s, engine.Move(i)) {
			x.tell(told, &next.Vars)
		}
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
		x.lead(st, narrowed, x.number(p*share, in))
	}
}

// draw files what chance may lead to: the target is seen, the row is not.
func (x *explorer) draw(st *engine.State, b uint32) {
	x.act(0, 0)
	n := &x.s.Nodes[st.Node]
	if slices.ContainsFunc(n.Rows, func(r scenario.Row) bool { return r.When.OnTruth() }) {
		for _, to := range targets(n) {
			x.bet(st, b, to)
		}
		return
	}
	row := &n.Rows[st.Row(x.s, scenario.World{})]
	for _, t := range row.Targets {
		if t.Weight > 0 {
			x.land(st, b, t.To, float64(t.Weight)/float64(row.Sum))
		}
	}
}

// bet files a target that each world makes as likely as the row that it draws from.
func (x *explorer) bet(st *engine.State, b uint32, to int) {
	n := &x.s.Nodes[st.Node]
	given := make([]chance, len(x.beliefs.worlds))
	possible := false
	for w := range x.beliefs.support(b).all() {
		row := &n.Rows[st.Row(x.s, x.beliefs.worlds[w])]
		given[w].sum = row.Sum
		for _, t := range row.Targets {
			if t.To == to {
				given[w].weight += uint64(t.Weight)
				possible = possible || t.Weight > 0
			}
		}
	}
	if possible {
		seen, p := x.beliefs.weigh(b, given)
		x.land(st, seen, to, p)
	}
}

// land files a target of probability p, under the belief of who sees it drawn.
func (x *explorer) land(st *engine.State, b uint32, to int, p float64) {
	x.next = *st
	x.trace = x.trace[:0]
	if x.record != nil {
		x.trace = append(x.trace, engine.Event{Kind: engine.Drew, Node: int(st.Node), Index: to, Vars: st.Vars})
	}
	x.next.Land(x.s, to, x.record)
	x.parts = append(x.parts[:0], x.beliefs.support(b))
	x.read(&x.next)
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
