package stats

// From how many a value is shown, and from how many a verdict may be given.
const (
	FewestForValue   = 5
	FewestForVerdict = 30
)

// Gate is what may be shown of so many.
type Gate uint8

// Counts alone; a value with its interval; a verdict too, where the interval allows one.
const (
	Counts Gate = iota
	Values
	Verdicts
)

// GateOf is what n allows.
func GateOf(n int) Gate {
	switch {
	case n < FewestForValue:
		return Counts
	case n < FewestForVerdict:
		return Values
	default:
		return Verdicts
	}
}

// Verdict is which side of a threshold a value lies on.
type Verdict uint8

// Open is the answer of too few, or of an interval that holds the threshold.
const (
	Open Verdict = iota
	Below
	Above
)

// Verdict compares an estimate with a threshold.
func (e Estimate) Verdict(threshold float64) Verdict {
	switch {
	case GateOf(e.N) < Verdicts:
		return Open
	case e.High < threshold:
		return Below
	case e.Low > threshold:
		return Above
	default:
		return Open
	}
}
