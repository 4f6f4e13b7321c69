//go:build bench

package main

import (
	"context"

	"casebook/internal/attempt"
	"casebook/internal/bench/serve"
	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/internal/scoring"
	"casebook/internal/store"
)

// fold is what the log of a case comes to, when each attempt is played and scored again from its decisions alone.
type fold struct {
	counts               map[situated]int // in attempts that came to an ending
	completed, abandoned int
	scored, capped       int
	scores               float64 // under the ceiling, added up
}

func foldLog(ctx context.Context, st *store.Store, v *library.Version) (fold, error) {
	f := fold{counts: map[situated]int{}}
	for k, err := range st.Everything(ctx) {
		if err == nil && k.Scenario.ID == serve.Scenario {
			err = f.add(&k.Attempt, v)
		}
		if err != nil {
			return f, err
		}
	}
	return f, nil
}

func (f *fold) add(a *attempt.Attempt, v *library.Version) error {
	made := make([]engine.Made, len(a.Decisions))
	for i, d := range a.Decisions {
		made[i] = engine.Made{Move: d.Move, TimedOut: d.TimedOut}
	}
	h, err := engine.Retrace(v.Scenario, engine.Dice{Seed: a.Seed}, made, 0)
	if err != nil {
		return err
	}
	if !h.End.State.Ended(v.Scenario) {
		if a.Status == attempt.Abandoned {
			f.abandoned++
		}
		return nil
	}
	f.completed++
	for _, d := range a.Decisions {
		f.counts[situated{d.Node, int(d.Move), d.Offered}]++
	}
	solution, err := v.Solution()
	if err != nil {
		return err
	}
	r, err := scoring.Score(solution, h)
	if err != nil || r.Score == nil {
		return err
	}
	f.scored++
	f.scores += *r.Capped
	if *r.Capped < *r.Score {
		f.capped++
	}
	return nil
}
