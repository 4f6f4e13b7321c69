package solve

import (
	"errors"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// Turn is a point on the way where something uncertain was settled: chance decided, or a hidden truth showed.
type Turn struct {
	At          ID   // the state before; meaningless at the opening
	To          ID   // the state after
	Drawn       bool // by chance, rather than shown
	Probability float64
	Luck        float64 // what it added to the value, or took
}

var errStrange = errors.New("the play is not one of this scenario")

// Open is where a play in world w begins, and what happened before its first move: events are those of the start.
func (sol *Solution) Open(w scenario.World, events []engine.Event) (ID, []Turn, error) {
	world := sol.graph.beliefs.find(sol.graph.s, w)
	for _, o := range sol.graph.opening {
		if !sol.graph.in(o).has(world) {
			continue
		}
		var seen []Turn
		if len(sol.graph.opening) > 1 {
			luck := sol.values[o.to] - sol.start.value
			seen = append(seen, Turn{At: ID(o.to), To: ID(o.to), Probability: sol.graph.p(o), Luck: luck})
		}
		return sol.passOn(ID(o.to), world, events, seen)
	}
	return 0, nil, errStrange
}

// Follow makes move m at a decision point, in world w, and goes on to where there is a move to make again, or to an
// ending. events are what followed.
func (sol *Solution) Follow(at ID, m engine.Move, w scenario.World, events []engine.Event) (ID, []Turn, error) {
	g := sol.graph
	act, ok := sol.find(at, m)
	if !ok {
		return 0, nil, errStrange
	}
	world := g.beliefs.find(g.s, w)
	t, ok := sol.turn(at, act, world, anywhere)
	if !ok {
		return 0, nil, errStrange
	}
	var seen []Turn
	if len(g.outcomes(act)) > 1 {
		seen = append(seen, t)
	}
	return sol.passOn(t.To, world, events, seen)
}

func (sol *Solution) find(at ID, m engine.Move) (act uint32, ok bool) {
	g := sol.graph
	if g.s.Nodes[sol.Node(at)].Kind != scenario.Decision {
		return 0, false
	}
	for act = g.first[at]; act < g.first[at+1]; act++ {
		if g.acts[act].move == m {
			return act, true
		}
	}
	return 0, false
}

// passOn goes through scenes and chance.
func (sol *Solution) passOn(at ID, world int, events []engine.Event, seen []Turn) (ID, []Turn, error) {
	g := sol.graph
	for {
		kind, to := g.s.Nodes[sol.Node(at)].Kind, anywhere
		switch kind {
		case scenario.Decision, scenario.Ending:
			return at, seen, nil
		case scenario.Chance:
			to, events = nextDraw(events)
		}
		t, ok := sol.turn(at, g.first[at], world, to)
		if !ok {
			return 0, nil, errStrange
		}
		t.Drawn = kind == scenario.Chance
		if t.Drawn || len(g.outcomes(g.first[at])) > 1 {
			seen = append(seen, t)
		}
		at = t.To
	}
}

// Where an act leads when its world decides, and when the draw is missing from the events.
const (
	anywhere = -1
	nowhere  = -2
)

// turn takes the outcome of an act that this world has; of chance, the one that was drawn.
func (sol *Solution) turn(at ID, act uint32, world, to int) (Turn, bool) {
	g := sol.graph
	a := &g.acts[act]
	expected := sol.Value(at)
	if n := &g.s.Nodes[sol.Node(at)]; n.Kind == scenario.Decision {
		expected = a.q - points(n, a.move)
	}
	for _, o := range g.outcomes(act) {
		if g.in(o).has(world) && (to == anywhere || to == g.node(o.to)) {
			return Turn{At: at, To: ID(o.to), Probability: g.p(o), Luck: sol.Value(ID(o.to)) - expected}, true
		}
	}
	return Turn{}, false
}

func nextDraw(events []engine.Event) (to int, rest []engine.Event) {
	for i := range events {
		if events[i].Kind == engine.Drew {
			return events[i].Index, events[i+1:]
		}
	}
	return nowhere, nil
}
