package stats

import "math"

// Reliable tells a person's change from the noise of measurement (Jacobson & Truax 1991).
type Reliable struct {
	Noise float64 // standard error of a difference between two scores, in points, above 0
}

// ReliableChange is of a score with this standard deviation, above 0, and this reliability on retest, below 1.
func ReliableChange(sd, reliability float64) (Reliable, bool) {
	if sd <= 0 || reliability < 0 || reliability >= 1 {
		return Reliable{}, false
	}
	return Reliable{sd * math.Sqrt(2*(1-reliability))}, true
}

// Index is a change in standard errors.
func (r Reliable) Index(change float64) float64 { return change / r.Noise }

// Smallest is the smallest change that is more than noise, in points.
func (r Reliable) Smallest() float64 { return z * r.Noise }

// Exceeded tells whether a change, up or down, is more than noise.
func (r Reliable) Exceeded(change float64) bool { return math.Abs(change) > r.Smallest() }
