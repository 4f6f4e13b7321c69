package stats

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// NormalQuantile is the value below which a standard normal variable lies with probability p, between 0 and 1.
func NormalQuantile(p float64) float64 { return distuv.UnitNormal.Quantile(p) }

// StudentQuantile is the same of Student's t, with positive degrees of freedom.
func StudentQuantile(p, freedom float64) float64 {
	return distuv.StudentsT{Sigma: 1, Nu: freedom}.Quantile(p)
}

// FQuantile is the same of Fisher's F, with degrees of freedom above and below of a half or more.
func FQuantile(p, above, below float64) float64 {
	return distuv.F{D1: above, D2: below}.Quantile(p)
}

// z is how many standard errors an interval reaches on each side.
var z = NormalQuantile(1 - tail)

// Quantile is the value below which a share of the values lies, from 0 to 1, interpolated between the two nearest: what
// R calls type 7, and spreadsheets PERCENTILE.INC (Hyndman & Fan 1996). False without values.
func Quantile(values []float64, share float64) (float64, bool) {
	if len(values) == 0 {
		return 0, false
	}
	ordered := slices.Sorted(slices.Values(values))
	place := clamp(share, 0, 1) * float64(len(ordered)-1)
	below, above := ordered[int(place)], ordered[int(math.Ceil(place))]
	return below + (place-math.Floor(place))*(above-below), true
}

// Median is the value in the middle, or halfway between the two in the middle. False without values.
func Median(values []float64) (float64, bool) { return Quantile(values, .5) }
