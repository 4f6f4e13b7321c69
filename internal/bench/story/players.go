//go:build bench

package story

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// Play plays the story once: at every step it asks what is on offer, and makes the choice that is to be picked. It
// answers the trust at the end and how many steps it took, on which all engines have to agree.
type Play func() (trust, steps int, err error)

// InPlace plays the case with the product's engine, in one state that goes on.
func InPlace(s *scenario.Scenario) Play {
	return func() (trust, steps int, err error) {
		var moves [8]engine.Move
		state := engine.Enter(s, nil)
		for ; err == nil && !state.Ended(s); steps++ {
			offered := state.Moves(s, moves[:0])
			err = state.Make(s, offered[Pick(steps, len(offered))], scenario.World{}, nil)
		}
		return int(state.Vars[0]), steps, err
	}
}

// ByValue plays the case with the product's engine, and leaves every step as it was, as for an attempt.
func ByValue(s *scenario.Scenario) Play {
	return func() (trust, steps int, err error) {
		var moves [8]engine.Move
		p, err := engine.Start(s, engine.Dice{Seed: "story"}, nil)
		for ; err == nil && !p.State.Ended(s); steps++ {
			offered := p.State.Moves(s, moves[:0])
			p, err = p.Make(s, offered[Pick(steps, len(offered))], nil)
		}
		return int(p.State.Vars[0]), steps, err
	}
}
