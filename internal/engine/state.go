// Package engine plays a scenario. It is pure: a Play is a value, every function returns the next one and leaves the one
// it was given as it was, and the only chance there is comes in as Dice.
package engine

import "casebook/internal/scenario"

// MaxWaiting is how many delayed consequences may be pending at once.
const MaxWaiting = 16

// State is where the story stands: all that the solver has to tell apart. It is comparable, and equal states have
// equal futures in equal worlds. It goes on in place, because the solver takes millions of steps: who wants to keep it
// keeps a copy, which is whole.
type State struct {
	Node    uint16
	Looked  uint32 // looks done since the node was entered, a bit each
	Vars    scenario.Vars
	waiting [MaxWaiting]waiting // the first pending ones, the soonest first, then by number
	pending uint8
}

// waiting is a delayed consequence: in how many nodes from now it fires.
type waiting struct {
	later uint16
	in    uint8
}

// Move is what a trainee does at a decision point: 0 and up is a choice, -1 and down a look, both by their place in
// the node.
type Move int8

// LookMove is the move that takes the look at place i of its node.
func LookMove(i int) Move { return Move(-1 - i) }

// IsLook reports whether m is a look, and at which place.
func (m Move) IsLook() (int, bool) { return int(-1 - m), m < 0 }

// initial is the state before the first node is entered.
func initial(s *scenario.Scenario) State {
	st := State{}
	for i := range s.Vars {
		st.Vars[i] = s.Vars[i].Start
	}
	return st
}

// Open reports whether the story stands where a trainee has a move to make.
func (st *State) Open(s *scenario.Scenario) bool { return s.Nodes[st.Node].Kind == scenario.Decision }

// Ended reports whether the story has reached an ending.
func (st *State) Ended(s *scenario.Scenario) bool { return s.Nodes[st.Node].Kind == scenario.Ending }

// Available reports whether m can be made in this state. Choices and looks never depend on a hidden truth.
func (st *State) Available(s *scenario.Scenario, m Move) bool {
	n := &s.Nodes[st.Node]
	if i, ok := m.IsLook(); ok {
		return i < len(n.Looks) && st.Affords(s, i) && n.Looks[i].When.Holds(&st.Vars, scenario.World{})
	}
	return int(m) < len(n.Choices) && n.Choices[m].When.Holds(&st.Vars, scenario.World{})
}

// Affords reports whether a look of the node has not been taken yet, and costs no more than is left. Its condition is
// another matter.
func (st *State) Affords(s *scenario.Scenario, look int) bool {
	cost := s.Nodes[st.Node].Looks[look].Cost
	return st.Looked&(1<<look) == 0 && (cost <= 0 || s.Clock >= 0 && cost <= st.Vars[s.Clock])
}

// Moves appends to buf every move that can be made, choices first, each in written order.
func (st *State) Moves(s *scenario.Scenario, buf []Move) []Move {
	n := &s.Nodes[st.Node]
	for i := range n.Choices {
		if st.Available(s, Move(i)) {
			buf = append(buf, Move(i))
		}
	}
	for i := range n.Looks {
		if m := LookMove(i); st.Available(s, m) {
			buf = append(buf, m)
		}
	}
	return buf
}

// apply changes gauges and flags; gauges saturate at their bounds.
func (st *State) apply(s *scenario.Scenario, effects []scenario.Effect) {
	for _, e := range effects {
		v := &s.Vars[e.Var]
		x := int32(e.Amount)
		if !e.Assign {
			x += int32(st.Vars[e.Var])
		}
		st.Vars[e.Var] = int16(max(int32(v.Min), min(int32(v.Max), x)))
	}
}

// queue puts a delayed consequence in its place; false when too many are waiting.
func (st *State) queue(later, after int) bool {
	if int(st.pending) == MaxWaiting {
		return false
	}
	w := waiting{uint16(later), uint8(after)}
	i := int(st.pending)
	for i > 0 && (w.in < st.waiting[i-1].in || w.in == st.waiting[i-1].in && w.later < st.waiting[i-1].later) {
		st.waiting[i] = st.waiting[i-1]
		i--
	}
	st.waiting[i] = w
	st.pending++
	return true
}

// due counts one more node entered and takes out the first consequence that is due; an ending makes all due.
func (st *State) due(flush bool) (later int, ok bool) {
	if st.pending == 0 || !flush && st.waiting[0].in > 0 {
		return 0, false
	}
	later = int(st.waiting[0].later)
	copy(st.waiting[:], st.waiting[1:st.pending])
	st.pending--
	st.waiting[st.pending] = waiting{}
	return later, true
}
