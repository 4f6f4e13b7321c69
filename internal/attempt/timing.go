package attempt

import "time"

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
