package check

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/scenario"
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
			other := sol.Reweigh(reweighed(sc, w, by))
			if at := costsAt(other, play); at >= 0 {
				shifts = append(shifts, Shift{w.name, by, at == 0, other.BestPlay().Moves})
			}
		}
	}
	return shifts, true
}

// weight is one of the weights of `value`.
type weight struct {
	name string
	of   func(v *scenario.Value) *int
}

func weightsOf(sc *scenario.Scenario) []weight {
	all := []weight{{"evidence", func(v *scenario.Value) *int { return &v.Evidence }}}
	for i := range sc.Nodes {
		if sc.Nodes[i].Kind == scenario.Ending {
			all = append(all, weight{"endings." + sc.Nodes[i].ID, func(v *scenario.Value) *int { return &v.Endings[i] }})
		}
	}
	for i, points := range sc.Value.State {
		if points != 0 {
			all = append(all, weight{"state." + sc.Vars[i].ID, func(v *scenario.Value) *int { return &v.State[i] }})
		}
	}
	return all
}

// reweighed is the scenario with one weight moved; the original stays as it is.
func reweighed(sc *scenario.Scenario, w weight, by int) *scenario.Scenario {
	s := *sc
	s.Value.Endings, s.Value.State = slices.Clone(sc.Value.Endings), slices.Clone(sc.Value.State)
	*w.of(&s.Value) += by
	s.Nodes = slices.Clone(sc.Nodes)
	for i := range s.Nodes {
		n := &s.Nodes[i]
		n.Choices, n.Looks = slices.Clone(n.Choices), slices.Clone(n.Looks)
		for j := range n.Choices {
			n.Choices[j].Points = s.Value.Evidence * steps(n.Choices[j].Evidence)
		}
		for j := range n.Looks {
			n.Looks[j].Points = s.Value.Evidence * steps(n.Looks[j].Evidence)
		}
	}
	return &s
}

func steps(evidence []scenario.Evidence) int {
	sum := 0
	for _, e := range evidence {
		sum += int(e.Points)
	}
	return sum
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
