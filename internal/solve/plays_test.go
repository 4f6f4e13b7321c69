package solve

import (
	"testing"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// plays lists every way to play a scenario to an ending, in every world, without merging anything.
func plays(s *scenario.Scenario) []Witness {
	var all []Witness
	var play func(st engine.State, w scenario.World, so Witness)
	play = func(st engine.State, w scenario.World, so Witness) {
		n := &s.Nodes[st.Node]
		switch n.Kind {
		case scenario.Ending:
			all = append(all, so)
		case scenario.Scene:
			st.Pass(s, w, nil)
			play(st, w, so)
		case scenario.Chance:
			for _, t := range n.Rows[st.Row(s, w)].Targets {
				if t.Weight > 0 {
					next := st
					next.Land(s, t.To, nil)
					play(next, w, Witness{so.Moves, with(so.Chance, s.Nodes[t.To].ID)})
				}
			}
		case scenario.Decision:
			for _, m := range st.Moves(s, nil) {
				next := st
				if next.Make(s, m, w, nil) == nil {
					play(next, w, Witness{with(so.Moves, engine.Name(s, int(st.Node), m)), so.Chance})
				}
			}
		}
	}
	for _, w := range newBeliefs(s).worlds {
		so := Witness{}
		for t := range s.Truths {
			so.Chance = append(so.Chance, s.Truths[t].Values[w[t]].ID)
		}
		play(engine.Enter(s, nil), w, so)
	}
	return all
}

func with(list []string, one string) []string { return append(list[:len(list):len(list)], one) }

// replayed plays a witness as it says.
func replayed(t interface{ Fatal(...any) }, s *scenario.Scenario, w Witness) engine.History {
	h, err := engine.Replay(s, engine.Dice{Seed: "whatever", Fixed: w.Chance}, entries(w.Moves))
	if err != nil {
		t.Fatal("witness", w, "cannot be played:", err)
	}
	if left := h.End.Unused(); len(left) > 0 {
		t.Fatal("witness", w, "lays down", left, "for nothing")
	}
	return h
}

func entries(moves []string) []engine.Entry {
	log := make([]engine.Entry, len(moves))
	for i, m := range moves {
		log[i].Move = m
	}
	return log
}

func TestEveryPlayIsAWay(t *testing.T) {
	s := toxique(t)
	if got, want := len(plays(s)), int(solved(t, s).Paths); got != want {
		t.Errorf("%d plays, %d ways", got, want)
	}
}
