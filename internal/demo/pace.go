package demo

import (
	"math"
	"time"

	"casebook/internal/attempt"
	"casebook/internal/engine"
)

const (
	lookPart = .35  // of the time for a choice
	pauses   = .004 // how often a trainee comes back to a decision another time
	away     = 7 * time.Hour
)

// thought is how long a move takes to make.
type thought struct {
	since, decided time.Time
	silent         bool // time ran out
	clock          attempt.Clock
	ticking        bool // afterwards
}

// think takes the time that a move takes, or all that the clock of a timed decision leaves.
func (t *story) think(m engine.Move) thought {
	th := thought{since: t.now, clock: t.Clock, ticking: t.ticking}
	_, look := m.IsLook()
	median := t.who.ways.pace
	if look {
		median = time.Duration(lookPart * float64(median))
	}
	th.decided = t.now.Add(t.takes(median))
	allowed := t.Timing.Allowed(t.of.version.Scenario.Nodes[t.h.End.State.Node].Timer)
	if allowed == 0 {
		if t.r.Float64() < pauses {
			th.decided = th.decided.Add(t.takes(away))
		}
		return th
	}
	if !t.ticking {
		read := t.takes(3 * time.Second)
		th.clock, th.decided = attempt.Clock{Started: t.now.Add(read), Step: t.Step()}, th.decided.Add(read)
	}
	th.since = th.clock.Started
	if th.decided.Sub(th.since) > allowed {
		th.decided = th.since.Add(allowed + t.takes(300*time.Millisecond))
		th.silent = true
	}
	th.ticking = look && !th.silent
	return th
}

// takes is a time around the median, log-normal.
func (t *story) takes(median time.Duration) time.Duration {
	scale := math.Exp(.6*t.r.NormFloat64()) / t.who.speed
	return time.Duration(scale * float64(median)).Truncate(time.Microsecond)
}
