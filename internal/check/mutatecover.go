package check

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// part is a part of a case that a walkthrough can come by.
type part struct {
	kind        partKind
	node, index int
	sub         int
}

type partKind uint8

const (
	made   partKind = iota // a move: index
	asked                  // whether a move is on offer: index
	tested                 // the condition of a route: index is the choice, or onward, sub the route
	taken                  // likewise, the route itself
	row                    // the condition of a chance row: index
	due                    // a delayed consequence: index
	ended                  // an ending
)

// onward is the index of the routes of a scene.
const onward = -1

type cover map[part]bool

// coverage is what walkthroughs come by.
func coverage(walks []*walk) cover {
	c := cover{}
	for _, w := range walks {
		c.events(w.sc, w.opening, w.world())
		for i := range w.moments {
			c.moment(w, &w.moments[i])
		}
		for i := range w.of.Expect {
			e := &w.of.Expect[i]
			node := int(w.stops[e.After].State.Node)
			for _, r := range e.Refuses {
				if m, ok := engine.Find(w.sc, node, r.Text); ok {
					c[part{kind: asked, node: node, index: int(m)}] = true
				}
			}
		}
		if last := w.stops[len(w.stops)-1]; last.State.Ended(w.sc) {
			c[part{kind: ended, node: int(last.State.Node)}] = true
		}
	}
	return c
}

func (c cover) anyEnding() bool {
	for p := range c {
		if p.kind == ended {
			return true
		}
	}
	return false
}

func (c cover) moment(w *walk, m *engine.Moment) {
	node, move := m.Node(), int(m.Move)
	c[part{kind: made, node: node, index: move}] = true
	c[part{kind: asked, node: node, index: move}] = true
	if move >= 0 {
		choice := &w.sc.Nodes[node].Choices[move]
		c.routes(part{node: node, index: move}, choice.Next, &m.Events[0].Vars, m.Before.World)
		if choice.Later >= 0 && !waits(&w.stops[len(w.stops)-1].State, choice.Later) {
			c[part{kind: due, index: choice.Later}] = true
		}
	}
	c.events(w.sc, m.Events, m.Before.World)
}

func waits(st *engine.State, later int) bool {
	for i := range st.Pending() {
		if which, _ := st.Waiting(i); which == later {
			return true
		}
	}
	return false
}

func (c cover) events(sc *scenario.Scenario, events []engine.Event, world scenario.World) {
	for i := range events {
		e := &events[i]
		switch n := &sc.Nodes[e.Node]; {
		case e.Kind == engine.Entered && n.Kind == scenario.Scene:
			c.routes(part{node: e.Node, index: onward}, n.Next, &e.Vars, world)
		case e.Kind == engine.Drew:
			for r := range e.Row + 1 {
				c[part{kind: row, node: e.Node, index: r}] = true
			}
		}
	}
}

// routes notes the conditions that were tested, until one held, and the route that was taken.
func (c cover) routes(of part, routes []scenario.Route, v *scenario.Vars, world scenario.World) {
	for i := range routes {
		of.kind, of.sub = tested, i
		c[of] = true
		if routes[i].When.Holds(v, world) {
			of.kind = taken
			c[of] = true
			return
		}
	}
}
