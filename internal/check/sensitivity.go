package check

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/solve"
)

// tooDear is how many states may be solved again to try the weights.
const tooDear = 2_000_000

// Shift is a weight of `value` which, moved by one, makes another way of playing the best: the best play, while chance
// brings what is likeliest, then gives something away.
type Shift struct {
	Weight string // "evidence", "endings.reparee", "state.lea.moral"
	By     int    // 1 or −1
	First  bool   // the very first move is no longer a best one
	Best   []string
}

// Sensitivity moves each weight of a solved case by one, up and down, and tells which make a difference; tried is false
// where that would take too long. A weight that is 0 counts only if it is an ending's.
func Sensitivity(sol *solve.Solution) (shifts []Shift, tried bool) {
	sc := sol.Scenario()
	weights := weightsOf(sc)
	if 2*len(weights)*sol.States > tooDear {
		return nil, false
	}
	play := sol.BestPlay()
	for _, w := range weights {
		for _, by := range []int{1, -1} {
			other := sol.Reweigh(w.moved(sc, by))
			if at := costsAt(other, play); at >= 0 {
				shifts = append(shifts, Shift{w.name(), by, at == 0, other.BestPlay().Moves})
			}
		}
	}
	return shifts, true
}

// costsAt is the first move of a play that gives something away; -1 when none does.
func costsAt(sol *solve.Solution, play solve.Witness) int {
	log := make([]engine.Entry, len(play.Moves))
	for i, m := range play.Moves {
		log[i].Move = m
	}
	h, err := engine.Replay(sol.Scenario(), engine.Dice{Fixed: play.Chance}, log)
	if err != nil {
		return -1
	}
	at, _, err := sol.Open(h.Start.World, h.Opening)
	for i, m := range h.Moments {
		if err != nil {
			return -1
		}
		if slices.ContainsFunc(sol.Options(at), func(o solve.Option) bool { return o.Move == m.Move && o.Regret > 0 }) {
			return i
		}
		at, _, err = sol.Follow(at, m.Move, h.Start.World, m.Events)
	}
	return -1
}
