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

// each calls f for every one of some worlds.
func (o *observer) each(in worlds, f func()) {
	for o.now.world = range o.beliefs.worlds {
		if in.has(o.now.world) {
			f()
		}
	}
}

func (o *observer) world() scenario.World { return o.beliefs.worlds[o.now.world] }

func (o *observer) open() {
	for _, begin := range o.opening {
		o.now = glimpse{seen: true, state: begin.to, out: noOut}
		o.each(begin.in, func() {
			o.trace = o.trace[:0]
			st := engine.Enter(o.s, &o.trace)
			o.look(place{kind: atOpening}, &st.Vars)
			o.events()
		})
	}
}

// state looks for all that can be seen in a state and on the way on from it.
func (o *observer) state(id uint32) {
	o.pack.unpack(o.table.key(id), &o.st)
	o.now = glimpse{seen: true, state: id, out: noOut}
	kind := o.s.Nodes[o.st.Node].Kind
	o.each(o.beliefs.support(o.belief(id)), func() {
		switch kind {
		case scenario.Decision:
			o.stop()
			o.withheld()
		case scenario.Ending:
			o.stop()
		case scenario.Chance:
			o.decide(place{kind: onRow, node: int(o.st.Node)}, &o.st.Vars)
		}
	})
	for act := o.first[id]; act < o.first[id+1]; act++ {
		for out := o.acts[act].first; out < o.acts[act+1].first; out++ {
			o.now.out = out
			o.each(o.outs[out].in, func() { o.step(kind, act, out) })
		}
	}
}

func (o *observer) stop() { o.look(place{kind: atStop}, &o.st.Vars) }

// withheld sees what is not on offer for want of its condition, and reads the choices that are.
func (o *observer) withheld() {
	at := int(o.st.Node)
	n := &o.s.Nodes[at]
	for i := range n.Choices {
		if n.Choices[i].When.Holds(&o.st.Vars, scenario.World{}) {
			o.look(place{onReading, at, i}, &o.st.Vars)
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

// step goes along an out in one world.
func (o *observer) step(kind scenario.NodeKind, act, out uint32) {
	s, at := o.s, int(o.st.Node)
	o.trace = o.trace[:0]
	o.next = o.st
	switch kind {
	case scenario.Decision:
		m := o.acts[act].move
		o.see(place{onOffer, at, int(m)}, true)
		err := o.next.Make(s, m, o.world(), &o.trace)
		if m >= 0 && err == nil { // an error would have ended the exploration

			o.decide(place{onRoute, at, int(m)}, &o.trace[0].Vars)
		}
	case scenario.Scene:
		o.decide(place{onRoute, at, 0}, &o.st.Vars)
		o.next.Pass(s, o.world(), &o.trace)
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
	row := o.st.Row(o.s, o.world())
	for _, i := range o.at[place{onTarget, at, row}] {
		if o.s.Nodes[at].Rows[row].Targets[o.facts[i].Part].To == to {
			o.mark(i, true)
		}
	}
}

func (o *observer) events() {
	for i := range o.trace {
		e := &o.trace[i]
		if e.Kind == engine.Fired {
			o.see(place{onLater, 0, e.Index}, true)
		}
		o.look(after(e), &e.Vars)
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
