package solve

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// observer looks for facts in every state, those first reached first, so that what it sees first is seen soonest.
type observer struct {
	*graph
	facts   []Fact
	at      map[place][]int
	yes, no []glimpse // by fact
	waiting []int     // the delayed consequences that have a condition
	st      engine.State
	next    engine.State // after a step from st
	now     glimpse
	among   worlds // that are possible now
	trace   []engine.Event
}

func newObserver(g *graph) *observer {
	w := newWatch(g.s)
	o := &observer{graph: g, facts: w.facts, at: w.at}
	o.yes, o.no = make([]glimpse, len(o.facts)), make([]glimpse, len(o.facts))
	for i := range g.s.Laters {
		if g.s.Laters[i].When != nil {
			o.waiting = append(o.waiting, i)
		}
	}
	return o
}

// stand sets where the observer stands, and the worlds that are possible there.
func (o *observer) stand(state, out uint32, among worlds) {
	o.now, o.among = glimpse{seen: true, state: state, out: out, world: among.first()}, among
}

func (o *observer) open() {
	for _, begin := range o.opening {
		o.stand(begin.to, noOut, o.in(begin))
		o.trace = o.trace[:0]
		st := engine.Enter(o.s, &o.trace)
		o.test(place{kind: atOpening}, &st.Vars)
		o.events()
	}
}

// state looks for all that can be seen in a state and on the way on from it.
func (o *observer) state(id uint32) {
	o.pack.unpack(o.table.key(id), &o.st)
	o.stand(id, noOut, o.beliefs.support(o.belief(id)))
	kind := o.s.Nodes[o.st.Node].Kind
	switch kind {
	case scenario.Decision:
		o.stop()
		o.withheld()
	case scenario.Ending:
		o.stop()
	case scenario.Chance:
		o.decide(place{kind: onRow, node: int(o.st.Node)}, &o.st.Vars)
	}
	for act := o.first[id]; act < o.first[id+1]; act++ {
		for out := o.acts[act].first; out < o.acts[act+1].first; out++ {
			o.stand(id, out, o.in(o.outs[out]))
			o.step(kind, act, out)
		}
	}
}

func (o *observer) stop() { o.test(place{kind: atStop}, &o.st.Vars) }

// withheld sees what is not on offer for want of its condition, and reads the choices that are.
func (o *observer) withheld() {
	at := int(o.st.Node)
	n := &o.s.Nodes[at]
	for i := range n.Choices {
		if n.Choices[i].When.Holds(&o.st.Vars, scenario.World{}) {
			o.test(place{onReading, at, i}, &o.st.Vars)
		} else {
			o.see(place{onOffer, at, i}, false)
		}
	}
	for i := range n.Looks {
		if o.st.Affords(o.s, i) && !n.Looks[i].When.Holds(&o.st.Vars, scenario.World{}) {
			o.see(place{onOffer, at, int(engine.LookMove(i))}, false)
		}
	}
}

// step goes along an out. What happens on it is the same in all of its worlds, but for what is read.
func (o *observer) step(kind scenario.NodeKind, act, out uint32) {
	s, at, w := o.s, int(o.st.Node), o.beliefs.worlds[o.now.world]
	o.trace = o.trace[:0]
	o.next = o.st
	switch kind {
	case scenario.Decision:
		m := o.acts[act].move
		o.see(place{onOffer, at, int(m)}, true)
		if o.next.Make(s, m, w, &o.trace) == nil && m >= 0 { // an error would have ended the exploration
			o.decide(place{onRoute, at, int(m)}, &o.trace[0].Vars)
		}
	case scenario.Scene:
		o.decide(place{onRoute, at, 0}, &o.st.Vars)
		o.next.Pass(s, w, &o.trace)
	case scenario.Chance:
		to := o.node(o.outs[out].to)
		o.drawn(at, to)
		o.trace = append(o.trace, engine.Event{Kind: engine.Drew, Node: at, Index: to, Vars: o.st.Vars})
		o.next.Land(s, to, &o.trace)
	}
	o.events()
	o.lapsed(kind, act)
}

func (o *observer) drawn(at, to int) {
	for o.now.world = range o.among.all() {
		row := o.st.Row(o.s, o.beliefs.worlds[o.now.world])
		for _, i := range o.at[place{onTarget, at, row}] {
			if o.s.Nodes[at].Rows[row].Targets[o.facts[i].Part].To == to {
				o.mark(i, true)
			}
		}
	}
}

func (o *observer) events() {
	for i := range o.trace {
		e := &o.trace[i]
		if e.Kind == engine.Fired {
			o.see(place{onLater, 0, e.Index}, true)
		}
		o.test(after(e), &e.Vars)
	}
}

// lapsed sees the delayed consequences that were due and did not come: those that are no longer pending, nor fired.
func (o *observer) lapsed(kind scenario.NodeKind, act uint32) {
	for _, later := range o.waiting {
		missing := pending(&o.st, later) - pending(&o.next, later)
		if m := o.acts[act].move; kind == scenario.Decision && m >= 0 && o.s.Nodes[o.st.Node].Choices[m].Later == later {
			missing++
		}
		for i := range o.trace {
			if e := &o.trace[i]; e.Kind == engine.Fired && e.Index == later {
				missing--
			}
		}
		if missing > 0 {
			o.see(place{onLater, 0, later}, false)
		}
	}
}

func pending(st *engine.State, later int) int {
	n := 0
	for i := range st.Pending() {
		if which, _ := st.Waiting(i); which == later {
			n++
		}
	}
	return n
}
