// Package stats holds the formulas of the reports: intervals, item analysis, reliability, growth, shrinkage, agreement
// between raters, paths. It is pure. Distributions, the incomplete beta function and linear algebra are gonum's; what is
// here belongs to the field.
//
// What goes in is finite, and so is all that comes out. Where there is too little to answer from, a function either
// says false, or, when what it answers has natural bounds, says the interval that holds them all.
//
// Every interval is of 95 %.
package stats

import (
	"math"

	"gonum.org/v1/gonum/stat"
)

// confidence is the one level at which reports speak; tail is what it leaves on each side.
const (
	confidence = .95
	tail       = (1 - confidence) / 2
)

// Interval is what a value may be, from Low to High.
type Interval struct{ Low, High float64 }

// Contains tells whether a value is possible.
func (i Interval) Contains(value float64) bool { return i.Low <= value && value <= i.High }

// Estimate is a value, how many it was reckoned from, and its interval.
type Estimate struct {
	N     int
	Value float64
	Interval
}

// around is the interval that lies as far on both sides.
func around(value, half float64) Interval { return Interval{value - half, value + half} }

// flat tells whether a sum of squares about a mean is nothing but the rounding of equal values.
func flat(squares, mean float64, n int) bool {
	return squares <= 1e-18*float64(n)*(1+mean*mean)
}

// varied is the mean and the standard deviation of values; false when they do not differ.
func varied(values []float64) (mean, sd float64, ok bool) {
	if len(values) < 2 {
		return 0, 0, false
	}
	mean, sd = stat.MeanStdDev(values, nil)
	return mean, sd, !flat(sd*sd*float64(len(values)-1), mean, len(values))
}

func clamp(value, low, high float64) float64 { return math.Max(low, math.Min(high, value)) }
