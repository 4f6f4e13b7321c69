package engine

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strconv"

	"casebook/internal/scenario"
)

// Dice decide chance. A draw is keyed by where it happens, never consumed from a stream, so that another choice does
// not change the dice.
type Dice struct {
	Seed  string
	Fixed []string // outcomes laid down in advance, in order: a node drawn, or a value of a truth; then the seed decides
}

// Draw is the keyed number behind every draw: the first 8 bytes, big-endian, of SHA-256 over seed, scenario, rev,
// node and visit, with 0x1F between them.
func Draw(seed, scenarioID string, rev int, node string, visit int) uint64 {
	return keyed(seed, scenarioID, strconv.Itoa(rev), node, strconv.Itoa(visit))
}

// keyed hashes its parts on the stack: most keys are short.
func keyed(parts ...string) uint64 {
	var room [256]byte
	key := room[:0]
	for i, p := range parts {
		if i > 0 {
			key = append(key, 0x1F)
		}
		key = append(key, p...)
	}
	sum := sha256.Sum256(key)
	return binary.BigEndian.Uint64(sum[:8])
}

// pick walks r = u mod Σw through the weights in the order written.
func pick(u uint64, targets []scenario.Target) int {
	var sum uint64
	for _, t := range targets {
		sum += uint64(t.Weight)
	}
	r := u % sum
	for i, t := range targets {
		if r < uint64(t.Weight) {
			return i
		}
		r -= uint64(t.Weight)
	}
	return len(targets) - 1
}

// Displayed orders the choices on offer as this attempt shows them at this visit: by a keyed number each, so that a
// choice that is not on offer does not move the others. Where the author wants their order kept, it is kept.
func Displayed(s *scenario.Scenario, seed string, node, visit int, offered []Move) []Move {
	n := &s.Nodes[node]
	order := slices.DeleteFunc(slices.Clone(offered), func(m Move) bool { return m < 0 })
	if !n.Shuffle {
		return order
	}
	var keys [scenario.MaxChoices]uint64
	for _, m := range order {
		keys[m] = keyed(seed, s.ID, strconv.Itoa(s.Rev), n.ID, strconv.Itoa(visit), n.Choices[m].ID)
	}
	slices.SortFunc(order, func(a, b Move) int { return cmp.Or(cmp.Compare(keys[a], keys[b]), cmp.Compare(a, b)) })
	return order
}
