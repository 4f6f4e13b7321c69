package attempt

import (
	"time"

	"casebook/internal/fault"
)

// Timing is how much time a timed decision leaves a trainee: an accommodation, never scored.
type Timing string

// The timings.
const (
	Standard   Timing = "standard"
	HalfMore   Timing = "x1.5"
	Twice      Timing = "x2"
	TimingOff  Timing = "off"
	timerGrace        = 3 * time.Second // for the network, on top of what the trainee sees
)

// Allowed is the time that a timed decision of so many seconds leaves; zero means no limit.
func (t Timing) Allowed(seconds int) time.Duration {
	d := time.Duration(seconds) * time.Second
	switch t {
	case HalfMore:
		return d * 3 / 2
	case Twice:
		return d * 2
	case TimingOff:
		return 0
	default:
		return d
	}
}

var (
	timeIsUp = fault.Text{
		FR: "Le temps est écoulé : le silence a décidé. Rechargez pour voir la suite.",
		EN: "Time is up: silence has decided. Reload to see what follows.",
	}
	timeIsLeft = fault.Text{
		FR: "Il reste du temps pour décider.",
		EN: "There is still time to decide.",
	}
)

// Clock is the one clock that an attempt has started last. It belongs to the visit of the node that it was started at:
// looks let it run on, a choice stops it.
type Clock struct {
	Started time.Time // zero when none was
	Step    int       // the step it was started at
}

// running is when the clock of the present step was started; zero when it was not.
func (a *Attempt) running() time.Time {
	if a.Clock.Started.IsZero() || a.Clock.Step > a.Step() {
		return time.Time{}
	}
	for _, d := range a.Decisions[a.Clock.Step:] {
		if _, look := d.Move.IsLook(); !look {
			return time.Time{}
		}
	}
	return a.Clock.Started
}

func (t *turn) startTimer(step int, now time.Time) error {
	if err := t.open(step); err != nil {
		return err
	}
	if t.Timing.Allowed(t.node().Timer) > 0 && t.running().IsZero() {
		t.Clock = Clock{now, step}
	}
	return nil
}

// left is what is left on the clock of the present step, never negative; running is false when none runs.
func (t *turn) left(now time.Time) (left time.Duration, running bool) {
	started, allowed := t.running(), t.Timing.Allowed(t.node().Timer)
	if t.Status != InProgress || started.IsZero() || allowed == 0 {
		return 0, false
	}
	return max(0, started.Add(allowed).Sub(now)), true
}

// late reports whether the time of the present decision is up, grace included.
func (t *turn) late(now time.Time) bool {
	left, running := t.left(now.Add(-timerGrace))
	return running && left == 0
}
