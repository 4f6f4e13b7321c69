package attempt

import (
	"encoding/binary"
	"fmt"
	"math/bits"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// Path is the moves of an attempt in order, each with where it was made and what was on offer there: a code of the
// version's solution each, in 2 bytes. Where there is no solution, or it has more codes than that, the path is wide and
// says by itself what happened: the node in 2 bytes, the offered set in 8 and the move in 1.
type Path struct {
	Wide  bool
	Moves string
}

const (
	narrowMove = 2
	wideMove   = 2 + 8 + 1
)

// narrow reports whether each code fits into 2 bytes.
func narrow(codes *solve.Codes) bool { return codes != nil && codes.Len() <= 1<<16 }

// newPath writes moves down; without codes when there are none.
func newPath(s *scenario.Scenario, codes *solve.Codes, moments []engine.Moment) (Path, error) {
	p := Path{Wide: !narrow(codes)}
	var moves []byte
	for i := range moments {
		m := &moments[i]
		at := solve.Situation{Node: m.Node(), Moves: m.Before.State.Moves(s, nil)}
		if p.Wide {
			moves = appendWide(moves, at, m.Move)
			continue
		}
		code, ok := codes.Of(at, m.Move)
		if !ok {
			return Path{}, fmt.Errorf("move %d: the solution does not know %+v", i+1, at)
		}
		moves = binary.LittleEndian.AppendUint16(moves, uint16(code))
	}
	p.Moves = string(moves)
	return p, nil
}

func appendWide(moves []byte, at solve.Situation, made engine.Move) []byte {
	moves = binary.LittleEndian.AppendUint16(moves, uint16(at.Node))
	moves = binary.LittleEndian.AppendUint64(moves, uint64(OfferedOf(at.Moves)))
	return append(moves, byte(made))
}

// Len is how many moves there are; what is left of a damaged one is none.
func (p Path) Len() int {
	if p.Wide {
		return len(p.Moves) / wideMove
	}
	return len(p.Moves) / narrowMove
}

// Code is the i-th move of a path that is not wide.
func (p Path) Code(i int) uint16 {
	return uint16(p.Moves[narrowMove*i]) | uint16(p.Moves[narrowMove*i+1])<<8
}

// Move is the i-th move. Codes are those of the attempt's version, which a wide path does without; false when the move
// is none that they know.
func (p Path) Move(codes *solve.Codes, i int) (at solve.Situation, made engine.Move, ok bool) {
	if p.Wide {
		move := []byte(p.Moves[wideMove*i:][:wideMove])
		at.Node = int(binary.LittleEndian.Uint16(move))
		offered := Offered(binary.LittleEndian.Uint64(move[2:]))
		at.Moves, made = offered.Moves(), engine.Move(move[10])
		return at, made, offered.Has(made)
	}
	if codes == nil || int(p.Code(i)) >= codes.Len() {
		return at, 0, false
	}
	at, made = codes.Find(int(p.Code(i)))
	return at, made, true
}

// Moves lists what is in a set: choices, then looks, each in written order.
func (o Offered) Moves() []engine.Move {
	var moves []engine.Move
	for rest := uint64(o); rest != 0; rest &= rest - 1 {
		bit := bits.TrailingZeros64(rest)
		if bit >= lookBit {
			moves = append(moves, engine.LookMove(bit-lookBit))
		} else {
			moves = append(moves, engine.Move(bit))
		}
	}
	return moves
}
