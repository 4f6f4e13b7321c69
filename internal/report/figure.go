package report

import (
	"casebook/internal/fault"
	"casebook/internal/stats"
)

// Figure is a value that a report shows, or why it does not.
type Figure struct {
	N         int // how many it is of; told of TooFew and of NoVariation too
	Value     float64
	Interval  *stats.Interval // of 95 %; nil where none can be told
	Threshold *float64        // what Verdict compares with; nil where nothing is compared
	Verdict   stats.Verdict
	Why       Code // why there is no value; empty when there is one
}

// Shown reports whether there is a value.
func (f Figure) Shown() bool { return f.Why == "" }

// figure shows an estimate of enough, else how many there are; ok is whether there is one.
func figure(e stats.Estimate, ok bool, n int) Figure {
	switch {
	case stats.GateOf(n) < stats.Values:
		return Figure{N: n, Why: TooFew}
	case !ok:
		return Figure{N: n, Why: NoVariation}
	default:
		return Figure{N: n, Value: e.Value, Interval: &e.Interval}
	}
}

// judged compares a figure with a threshold.
func (f Figure) judged(threshold float64) Figure {
	if f.Shown() && f.Interval != nil {
		e := stats.Estimate{N: f.N, Value: f.Value, Interval: *f.Interval}
		f.Threshold, f.Verdict = &threshold, e.Verdict(threshold)
	}
	return f
}

// meanOf is the mean of values, which lie between low and high.
func meanOf(values []float64, low, high float64) Figure {
	e, ok := stats.Mean(values)
	e.Low, e.High = max(low, e.Low), min(high, e.High)
	return figure(e, ok, len(values))
}

// shareOf is how many of n.
func shareOf(k, n int) Figure {
	e, ok := stats.Share(k, n)
	return figure(e, ok, n)
}

// missing is a figure that cannot be told of anybody.
func missing(why Code) Figure { return Figure{Why: why} }

// Cell is what one person showed: a mean of so many; blank when N is 0.
type Cell = stats.Cell

// Rule is a sentence behind a code, with its numbers.
type Rule struct {
	Code Code
	Text fault.Text
}

// Named is something with an id, and what it is called.
type Named struct {
	ID    string
	Label fault.Text
}

// View is how much somebody may read.
type View string

// The views. A trainer's is of people, a manager's of figures alone.
const (
	People  View = "people"
	Figures View = "figures"
)
