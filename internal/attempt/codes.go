package attempt

import (
	"encoding/binary"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// Offered is the set of moves that could be made at a step: a bit for each choice of the node from the lowest up, and
// for each look from lookBit up.
type Offered uint64

// lookBit is the bit of a node's first look.
const lookBit = 32

// OfferedOf gathers moves into a set.
func OfferedOf(moves []engine.Move) Offered {
	var o Offered
	for _, m := range moves {
		o |= bitOf(m)
	}
	return o
}

// Has reports whether a move was on offer.
func (o Offered) Has(m engine.Move) bool { return o&bitOf(m) != 0 }

func bitOf(m engine.Move) Offered {
	if i, look := m.IsLook(); look {
		return 1 << (lookBit + i)
	}
	return 1 << m
}

// Displayed writes the order in which choices were shown.
func displayed(moves []engine.Move) string {
	order := make([]byte, len(moves))
	for i, m := range moves {
		order[i] = byte(m)
	}
	return string(order)
}

// Draws are the outcomes of chance on the way to the next step: four bytes each, the codes of the chance node and of
// the node that was drawn, big-endian.
type Draws string

// drawsIn gathers the draws among events.
func drawsIn(events []engine.Event) Draws {
	var d []byte
	for i := range events {
		if e := &events[i]; e.Kind == engine.Drew {
			d = binary.BigEndian.AppendUint16(d, uint16(e.Node))
			d = binary.BigEndian.AppendUint16(d, uint16(e.Index))
		}
	}
	return Draws(d)
}

// Tell completes a decision with all that follows from its moment, and from what was on offer there. What the trainee
// said and when they decided is left as it is.
func (d *Decision) Tell(s *scenario.Scenario, m *engine.Moment, offer engine.Offer) {
	d.Node, d.Visit, d.Move, d.TimedOut = m.Node(), m.Before.Visit(s), m.Move, m.TimedOut
	d.Offered, d.Displayed, d.Draws = OfferedOf(offer.Offered), displayed(offer.Displayed), drawsIn(m.Events)
}

// Every bit of a set has its move, and every node its code.
var (
	_ [lookBit - scenario.MaxChoices]struct{}
	_ [64 - lookBit - scenario.MaxChoices]struct{}
	_ [1<<16 - scenario.MaxNodes]struct{}
)
