package report

import (
	"errors"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// book numbers the moves of a version, each with what was on offer: by the codes of its solution; where there is none,
// in the order in which they come.
type book struct {
	s     *scenario.Scenario
	known *solve.Codes
	given numbered[wideMove]
}

type wideMove struct {
	node    int
	offered attempt.Offered
	made    engine.Move
}

func newBook(v *library.Version) (book, error) {
	solution, err := v.Solution()
	var flaw *solve.Flaw
	switch {
	case errors.As(err, &flaw):
		return book{s: v.Scenario}, nil
	case err != nil:
		return book{}, err
	}
	return book{s: v.Scenario, known: solution.Codes()}, nil
}

// len is how many codes there are.
func (b *book) len() int {
	if b.known != nil {
		return b.known.Len()
	}
	return len(b.given.values)
}

// codes appends the codes of a path's moves; false when it is not one of this version.
func (b *book) codes(p attempt.Path, codes []uint32) ([]uint32, bool) {
	for i := range p.Len() {
		if b.known != nil && !p.Wide {
			code := uint32(p.Code(i))
			if int(code) >= b.known.Len() {
				return codes, false
			}
			codes = append(codes, code)
			continue
		}
		at, made, ok := p.Move(b.known, i)
		if !ok {
			return codes, false
		}
		code, ok := b.code(at, made)
		if !ok {
			return codes, false
		}
		codes = append(codes, code)
	}
	return codes, true
}

func (b *book) code(at solve.Situation, made engine.Move) (uint32, bool) {
	if b.known != nil {
		code, ok := b.known.Of(at, made)
		return uint32(code), ok
	}
	if !b.has(at) {
		return 0, false
	}
	return b.given.of(wideMove{at.Node, attempt.OfferedOf(at.Moves), made}), true
}

// has reports whether the scenario has a node, and all the moves that were on offer there.
func (b *book) has(at solve.Situation) bool {
	if at.Node >= len(b.s.Nodes) {
		return false
	}
	n := &b.s.Nodes[at.Node]
	for _, m := range at.Moves {
		if i, look := m.IsLook(); look && i >= len(n.Looks) || !look && int(m) >= len(n.Choices) {
			return false
		}
	}
	return true
}

// move is what a code says.
func (b *book) move(code int) (at solve.Situation, made engine.Move) {
	if b.known != nil {
		return b.known.Find(code)
	}
	m := b.given.values[code]
	return solve.Situation{Node: m.node, Moves: m.offered.Moves()}, m.made
}
