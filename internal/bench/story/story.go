//go:build bench

// Package story is one case of any length, told to each of the engines that are compared: as the files of a case, as
// Go code, as conditions of expr-lang and as ink.
//
// At every node a trainee pushes, listens, or bends, which takes trust or a warning given before, and leaps ahead when
// there is trust enough.
package story

// Node is what differs from node to node. Push and Listen lead to the next one.
type Node struct {
	Need int // the trust that bending takes, unless a warning was given
	Much int // the trust from which bending leaps
	Leap int // where it leaps to; elsewhere it leads to the next node
}

// At is the node at a place in a story of so many nodes, whose ending stands at place n.
func At(i, n int) Node {
	return Node{Need: 3 + i%4, Much: 6 + i%4, Leap: min(n, i+2+i%3)}
}

// The trust there is at first and at most.
const (
	Trust = 4
	Most  = 10
)

// The choices, by their place.
const (
	Push = iota
	Listen
	Bend
)

// State is where a story stands, for those who keep it in Go.
type State struct {
	Node   int
	Trust  int
	Warned bool
}

// Pick is which of so many choices on offer is made at a step: some of each.
func Pick(step, offered int) int { return (step*step + step/3) % offered }

// Length is how many nodes the story has that the engines play.
const Length = 200

// Begin is where the story begins.
func Begin() State { return State{Trust: Trust} }
