package attempt

import (
	"time"

	"casebook/internal/fault"
	"casebook/internal/scenario"
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

func (a *Attempt) startTimer(s *scenario.Scenario, step int, now time.Time) error {
	if err := a.open(step); err != nil {
		return err
	}
	i, _ := s.NodeIndex(a.Node)
	if a.Timing.Allowed(s.Nodes[i].Timer) > 0 && a.TimerAt.IsZero() {
		a.TimerAt, a.UpdatedAt = now, now
	}
	return nil
}

// left is what is left on the clock of the present step, never negative; running is false when none runs.
func (a *Attempt) left(s *scenario.Scenario, now time.Time) (left time.Duration, running bool) {
	if a.Status != InProgress || a.TimerAt.IsZero() {
		return 0, false
	}
	i, _ := s.NodeIndex(a.Node)
	allowed := a.Timing.Allowed(s.Nodes[i].Timer)
	if allowed == 0 {
		return 0, false
	}
	return max(0, a.TimerAt.Add(allowed).Sub(now)), true
}

// late reports whether the time of the present decision is up, grace included.
func (a *Attempt) late(s *scenario.Scenario, now time.Time) bool {
	left, running := a.left(s, now.Add(-timerGrace))
	return running && left == 0
}
