package engine

import (
	"fmt"

	"casebook/internal/scenario"
)

// Event is something that happened between two moves, with the gauges and flags as they stood when it was shown.
type Event struct {
	Kind  EventKind
	Node  int // where it happened
	Index int // Looked, Chose, TimedOut: place in the node · Drew: the target node · Fired: index in Laters
	Row   int // Drew: the row drawn from
	Vars  scenario.Vars
}

// EventKind says what happened.
type EventKind uint8

// The kinds of event.
const (
	Entered  EventKind = iota + 1 // a node was entered, and what was due has been fired
	Looked                        // a look was taken
	Chose                         // a choice was made
	TimedOut                      // silence made the choice
	Drew                          // chance decided
	Fired                         // a delayed consequence came
)

// Enter is the story entering its first node.
func Enter(s *scenario.Scenario, trace *[]Event) State {
	st := initial(s)
	st.enter(s, s.Start, trace)
	return st
}

// Make makes a move that is available and goes to the node that it leads to: the same for a look. In w, because where
// a choice leads may depend on a hidden truth. It fails only when more than MaxWaiting consequences would be pending,
// and then the state is of no more use. A nil trace records nothing.
func (st *State) Make(s *scenario.Scenario, m Move, w scenario.World, trace *[]Event) error {
	n := &s.Nodes[st.Node]
	if i, ok := m.IsLook(); ok {
		l := &n.Looks[i]
		st.Looked |= 1 << i
		if l.Cost > 0 {
			st.Vars[s.Clock] -= l.Cost
		}
		st.apply(s, l.Set)
		note(trace, Looked, int(st.Node), i, &st.Vars)
		return nil
	}
	c := &n.Choices[m]
	st.apply(s, c.Set)
	note(trace, Chose, int(st.Node), int(m), &st.Vars)
	if c.Later >= 0 && !st.queue(c.Later, s.Laters[c.Later].After) {
		return fmt.Errorf("choice %s of %s: more than %d consequences are pending", c.ID, n.ID, MaxWaiting)
	}
	st.enter(s, route(c.Next, &st.Vars, w), trace)
	return nil
}

// Pass goes on from a scene.
func (st *State) Pass(s *scenario.Scenario, w scenario.World, trace *[]Event) {
	st.enter(s, route(s.Nodes[st.Node].Next, &st.Vars, w), trace)
}

// Row is the row that a chance node draws from.
func (st *State) Row(s *scenario.Scenario, w scenario.World) int {
	rows := s.Nodes[st.Node].Rows
	for i := range rows {
		if rows[i].When.Holds(&st.Vars, w) {
			return i
		}
	}
	return len(rows) - 1
}

// Land goes on from a chance node to the outcome that was drawn.
func (st *State) Land(s *scenario.Scenario, to int, trace *[]Event) { st.enter(s, to, trace) }

// enter moves to a node and fires what is due: set, queue and route have been seen to before.
func (st *State) enter(s *scenario.Scenario, to int, trace *[]Event) {
	st.Node = uint16(to)
	st.Looked = 0
	for i := range st.waiting[:st.pending] {
		st.waiting[i].in--
	}
	flush := s.Nodes[to].Kind == scenario.Ending
	for {
		i, ok := st.due(flush)
		if !ok {
			break
		}
		if l := &s.Laters[i]; l.When.Holds(&st.Vars, scenario.World{}) {
			st.apply(s, l.Set)
			note(trace, Fired, to, i, &st.Vars)
		}
	}
	note(trace, Entered, to, 0, &st.Vars)
}

func route(routes []scenario.Route, v *scenario.Vars, w scenario.World) int {
	for i := range routes {
		if routes[i].When.Holds(v, w) {
			return routes[i].To
		}
	}
	return routes[len(routes)-1].To
}

func note(trace *[]Event, kind EventKind, node, index int, v *scenario.Vars) {
	if trace != nil {
		*trace = append(*trace, Event{Kind: kind, Node: node, Index: index, Vars: *v})
	}
}
