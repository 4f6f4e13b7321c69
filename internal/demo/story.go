package demo

import (
	"math/rand/v2"
	"time"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/solve"
)

// story is an attempt that is being played.
type story struct {
	attempt.Attempt
	*player
	of      *Case
	who     *person
	r       *rand.Rand
	heat    float64 // of this person, by now
	h       engine.History
	at      solve.ID
	now     time.Time
	ticking bool // the clock of a timed decision runs
}

// gives is how often somebody who leaves says so: the others just never come back.
const gives = .3

func (t *story) play() (err error) {
	s := t.of.version.Scenario
	if t.h, err = engine.Open(s, engine.Dice{Seed: t.Seed}); err != nil {
		return err
	}
	t.h.Moments = t.moments
	if t.at, _, err = t.of.sol.Open(t.h.Start.World, t.h.Opening); err != nil {
		return err
	}
	for !t.h.End.State.Ended(s) {
		if t.r.Float64() < t.who.ways.leaves {
			return t.leave()
		}
		if stays, err := t.step(); err != nil || !stays {
			return err
		}
	}
	return t.end(attempt.Completed, t.now)
}

func (t *story) leave() error {
	at := t.now.Add(t.takes(10 * time.Second))
	if t.r.Float64() < gives && !at.After(t.plan.Until) {
		return t.end(attempt.Abandoned, at)
	}
	return nil
}

// step makes a move, unless that would come after all is over.
func (t *story) step() (stays bool, err error) {
	s := t.of.version.Scenario
	offer := t.h.End.Offer(s)
	chosen := t.choose(offer.Displayed)
	th := t.think(chosen.move)
	if th.decided.After(t.plan.Until) {
		return false, nil
	}
	if err := t.h.Go(s, engine.Made{Move: chosen.move, TimedOut: th.silent}); err != nil {
		return false, err
	}
	m := &t.h.Moments[t.Step()]
	d := attempt.Decision{Took: th.decided.Sub(th.since).Truncate(time.Millisecond), At: th.decided}
	if _, look := m.Move.IsLook(); !look && !th.silent {
		d.Confidence, d.Rationale = t.confidence(chosen), t.rationale()
	}
	d.Tell(s, m, offer)
	t.Decisions, t.now, t.Clock, t.ticking = append(t.Decisions, d), th.decided, th.clock, th.ticking
	t.at, _, err = t.of.sol.Follow(t.at, m.Move, t.h.End.World, m.Events)
	return true, err
}

func (t *story) end(status attempt.Status, at time.Time) error {
	return t.End(t.of.version, t.h, status, at)
}
