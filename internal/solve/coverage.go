package solve

import "casebook/internal/scenario"

// Kind says what a Fact is about.
type Kind uint8

// The kinds of fact. After each, what it says; then what Index and Part are, where they are more than 0.
const (
	NodeReached  Kind = iota + 1 // the node is entered
	ChoiceOffer                  // the choice can be made · Index: the choice
	LookOffer                    // the look can be taken · Index: the look
	ChoiceRoute                  // the choice leads this way · Index: the choice; Part: its route
	SceneRoute                   // the scene leads this way · Part: its route
	ChanceRow                    // chance draws from this row · Index: the row
	ChanceTarget                 // chance may draw this target · Index: the row; Part: its target
	LaterFired                   // the delayed consequence comes · Index: the choice that it is of

	// Of texts: the conditional paragraph is read. Part is its place among the conditional paragraphs of its text.
	PitchText
	CastText     // Index: the character
	ExhibitText  // Index: the exhibit
	NodeText     // of an ending too
	LookText     // Index: the look
	BranchText   // Index: the target node
	ChoiceText   // what the trainee reads before choosing · Index: the choice; likewise below
	TemptingText // read in the debrief
	ResultText
	ExpertText // read in the debrief
	LaterText
)

// Subject is the part of a scenario that a fact is about.
type Subject struct {
	Kind  Kind
	Node  int // -1 for the pitch, the cast and exhibits, which are of no node
	Index int
	Part  int
	Lang  string // of texts
}

// Fact is something that holds in some states and not in others: with a shortest way to a state where it holds, and to
// one where it is looked for and does not. Where no way is given, there is none: every reachable state has been seen,
// and where a hidden truth decides, every world that is possible there.
//
//   - A node is looked for everywhere.
//   - A choice or a look is looked for at its node; the way to where it holds makes the move. No says that `when` alone
//     withholds it: a look that is too dear, or was taken, needs no condition.
//   - A route or a row is looked for where those before it do not hold; of what follows a row, only a target that can
//     be drawn counts.
//   - A delayed consequence is looked for when it is due.
//   - A paragraph is looked for where its text is read, with the gauges and flags as they are shown then: a node's on
//     entering, a choice's while it is on offer, what the debrief says of a choice as the choice left them, somebody's
//     of the cast at every decision point and ending. An exhibit stays as it was when it was first handed out, and that
//     is when it counts.
type Fact struct {
	Subject
	When *scenario.Condition // what decides; nil where nothing does
	Met  bool                // looked for at all: what is not has its fault elsewhere
	Yes  *Witness
	No   *Witness
}

// Never reports whether the fact holds in no state, though it is looked for.
func (f *Fact) Never() bool { return f.Met && f.Yes == nil }

// Always reports whether the condition decides nothing: it holds wherever it is looked for.
func (f *Fact) Always() bool { return f.When != nil && f.Yes != nil && f.No == nil }

// Coverage looks at every reachable state and tells what was seen there, in the order of the scenario. Each call
// looks again.
func (sol *Solution) Coverage() []Fact {
	o := newObserver(sol.graph)
	o.open()
	for id := range uint32(sol.States) {
		o.state(id)
	}
	o.tell()
	for e := range sol.graph.s.Exhibits {
		o.exhibit(e)
	}
	return o.facts
}
