package attempt

import (
	"encoding/binary"
	"fmt"
	"strings"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// words says codes in the author's words; those that the version does not have, as numbers.
type words struct{ s *scenario.Scenario }

func (w words) node(code int) string {
	if code < 0 || code >= len(w.s.Nodes) {
		return fmt.Sprintf("#%d", code)
	}
	return w.s.Nodes[code].ID
}

func (w words) move(node int, m engine.Move) string {
	place, look := m.IsLook()
	if !look {
		place = int(m)
	}
	if node < 0 || node >= len(w.s.Nodes) ||
		look && place >= len(w.s.Nodes[node].Looks) || !look && place >= len(w.s.Nodes[node].Choices) {
		return fmt.Sprintf("#%d", m)
	}
	return engine.Name(w.s, node, m)
}

func (w words) moves(node int, moves []engine.Move) string {
	var said []string
	for _, m := range moves {
		said = append(said, w.move(node, m))
	}
	return strings.Join(said, ", ")
}

// standing is a node with what can be done there.
func (w words) standing(node int, moves []engine.Move) string {
	if len(moves) == 0 {
		return w.node(node)
	}
	return w.node(node) + ": " + w.moves(node, moves)
}

func (w words) shown(node int, displayed string) string {
	var moves []engine.Move
	for _, m := range []byte(displayed) {
		moves = append(moves, engine.Move(m))
	}
	return w.moves(node, moves)
}

func (w words) draws(d Draws) string {
	if len(d)%4 != 0 {
		return fmt.Sprintf("%x", string(d))
	}
	var said []string
	for codes := []byte(d); len(codes) > 0; codes = codes[4:] {
		from, to := binary.BigEndian.Uint16(codes), binary.BigEndian.Uint16(codes[2:])
		said = append(said, w.node(int(from))+" → "+w.node(int(to)))
	}
	return strings.Join(said, ", ")
}
