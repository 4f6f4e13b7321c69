package scoring

import (
	"slices"
	"testing"

	"casebook/internal/engine"
)

func TestWhatIf(t *testing.T) {
	sol := toxique(t)
	s := sol.Scenario()
	for _, c := range []struct {
		name    string
		log     []string
		chance  []string
		step    int
		move    string
		moves   []string
		origins []Origin
	}{
		{
			"the rest is kept",
			[]string{"?carnet", "appeler", "nommer", "sortir"},
			[]string{"braque"},
			1, "ecrire",
			[]string{"?carnet", "ecrire", "nommer", "sortir"},
			[]Origin{Before, Changed, Kept, Kept},
		},
		{
			"what is not possible any more gives way to the best",
			[]string{"?carnet", "appeler", "nommer", "regles"},
			[]string{"excuses"},
			0, "appeler",
			[]string{"appeler", "nommer-vague", "regles"},
			[]Origin{Changed, Best, Kept},
		},
		{
			"a look leaves the choice it was put before",
			[]string{"appeler", "nommer-vague", "sortir"},
			[]string{"braque"},
			0, "?carnet",
			[]string{"?carnet", "appeler", "nommer-vague", "sortir"},
			[]Origin{Changed, Kept, Kept, Kept},
		},
		{
			"a look in place of a later one is not taken twice",
			[]string{"?carnet", "?lea", "appeler", "encaisser", "sortir"},
			nil,
			0, "?lea",
			[]string{"?lea", "appeler", "encaisser", "sortir"},
			[]Origin{Changed, Kept, Kept, Kept},
		},
		{
			"where nothing was done the best is",
			[]string{"appeler", "encaisser", "sortir"},
			[]string{"excuses"},
			1, "nommer-vague",
			[]string{"appeler", "nommer-vague", "regles"},
			[]Origin{Before, Changed, Best},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, origins, err := WhatIf(sol, engine.Dice{Fixed: c.chance}, entries(c.log), c.step, c.move)
			if err != nil {
				t.Fatal(err)
			}
			var moves []string
			for i := range h.Moments {
				moves = append(moves, engine.Name(s, h.Moments[i].Node(), h.Moments[i].Move))
			}
			if !slices.Equal(moves, c.moves) || !slices.Equal(origins, c.origins) {
				t.Errorf("got %v %v", moves, origins)
			}
			if !h.End.State.Ended(s) {
				t.Error("not played to an ending")
			}
		})
	}
}

func TestWhatIfRefusesAMoveThatWasNotPossible(t *testing.T) {
	log := entries([]string{"appeler", "encaisser", "sortir"})
	for _, move := range []string{"nommer", "nobody"} {
		if _, _, err := WhatIf(toxique(t), engine.Dice{}, log, 1, move); err == nil {
			t.Errorf("%s was possible", move)
		}
	}
	if _, _, err := WhatIf(toxique(t), engine.Dice{}, log, 3, "sortir"); err == nil {
		t.Error("a step that was never reached was changed")
	}
}
