package stats

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// mostForBootstrap keeps the resamples that differ under a hundred thousand.
const mostForBootstrap = 10

// Bootstrap is a mean with its interval by percentiles, over every resample that could be drawn, and its standard
// error over them.
type Bootstrap struct {
	Estimate
	SE        float64
	Resamples int // n to the power n
}

// BootstrapMean resamples 2 to 10 values in every way (Efron & Tibshirani 1993; Fisher & Hall 1991 for the exact
// distribution), so that nothing hangs on a draw; false of fewer, and of more, for which Mean is as good.
func BootstrapMean(values []float64) (Bootstrap, bool) {
	n := len(values)
	if n < 2 || n > mostForBootstrap {
		return Bootstrap{}, false
	}
	means := resampledMeans(values)
	slices.SortFunc(means, func(a, b resampled) int { return cmp.Compare(a.mean, b.mean) })
	all := int(math.Pow(float64(n), float64(n)))
	return Bootstrap{
		Estimate:  Estimate{n, stat.Mean(values, nil), Interval{reached(means, tail, all), reached(means, 1-tail, all)}},
		SE:        math.Sqrt(stat.PopVariance(values, nil) / float64(n)),
		Resamples: all,
	}, true
}

// resampled is a mean and in how many orders it is drawn.
type resampled struct {
	mean   float64
	orders int
}

// resampledMeans chooses how many times each value is drawn.
func resampledMeans(values []float64) (means []resampled) {
	n := len(values)
	var draw func(from, left, orders int, sum float64)
	draw = func(from, left, orders int, sum float64) {
		if from == n-1 {
			means = append(means, resampled{(sum + float64(left)*values[from]) / float64(n), orders})
			return
		}
		ways := 1 // to place the draws of this value among those left
		for times := 0; times <= left; times++ {
			draw(from+1, left-times, orders*ways, sum+float64(times)*values[from])
			ways = ways * (left - times) / (times + 1)
		}
	}
	draw(0, n, 1, 0)
	return means
}

// reached is the first mean, in order, by which a share of all resamples is reached.
func reached(means []resampled, share float64, all int) float64 {
	at, sum := 0, means[0].orders
	for float64(sum) < share*float64(all) {
		at++
		sum += means[at].orders
	}
	return means[at].mean
}
