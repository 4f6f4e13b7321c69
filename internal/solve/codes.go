package solve

import (
	"cmp"
	"slices"
	"sort"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// Situation is a decision point as it can be met: the moves that can be made there, choices first, each in written
// order. A decision point whose moves have conditions is met in several.
type Situation struct {
	Node  int
	Moves []engine.Move
}

func (a Situation) compare(b Situation) int {
	return cmp.Or(cmp.Compare(a.Node, b.Node), slices.Compare(a.Moves, b.Moves))
}

// Codes number, from 0 up, every move that can be made: one number says where it was made, what could be done there,
// and what was. They follow from the scenario alone, however it was explored: situations go by node, then by their
// moves, and each has a number for each of its moves.
type Codes struct {
	situations []Situation
	first      []int // by situation, the code of its first move; one more at the end
}

// Codes are the codes of the scenario that was solved. They are worked out once.
func (sol *Solution) Codes() *Codes { return sol.codes() }

// newCodes gathers the situations that can be reached.
func newCodes(g *graph) *Codes {
	met := map[string]bool{}
	var c Codes
	var name []byte
	for id := range uint32(g.size()) {
		node := g.node(id)
		if g.s.Nodes[node].Kind != scenario.Decision {
			continue
		}
		name = append(name[:0], byte(node>>8), byte(node))
		for _, a := range g.span(id) {
			name = append(name, byte(a.move))
		}
		if met[string(name)] {
			continue
		}
		met[string(name)] = true
		s := Situation{Node: node}
		for _, a := range g.span(id) {
			s.Moves = append(s.Moves, a.move)
		}
		c.situations = append(c.situations, s)
	}
	slices.SortFunc(c.situations, Situation.compare)
	c.first = make([]int, 1, len(c.situations)+1)
	for i, s := range c.situations {
		c.first = append(c.first, c.first[i]+len(s.Moves))
	}
	return &c
}

// Len is how many codes there are.
func (c *Codes) Len() int { return c.first[len(c.situations)] }

// Of is the code of a move that was made in a situation; false when it cannot be.
func (c *Codes) Of(s Situation, made engine.Move) (code int, ok bool) {
	at, met := slices.BinarySearchFunc(c.situations, s, Situation.compare)
	place := slices.Index(s.Moves, made)
	if !met || place < 0 {
		return 0, false
	}
	return c.first[at] + place, true
}

// Find is what a code below Len says.
func (c *Codes) Find(code int) (s Situation, made engine.Move) {
	at := sort.SearchInts(c.first, code+1) - 1
	s = c.situations[at]
	return s, s.Moves[code-c.first[at]]
}
