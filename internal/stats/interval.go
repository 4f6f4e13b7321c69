package stats

import (
	"math"

	"gonum.org/v1/gonum/stat"
)

// Wilson is the interval of a share, of k among n (Wilson 1927): within 0 and 1, around k/n, honest when k is 0 or n.
// Of nobody it is from 0 to 1.
func Wilson(k, n int) Interval {
	if n <= 0 {
		return Interval{0, 1}
	}
	size := float64(n)
	p := float64(k) / size
	middle := p + z*z/(2*size)
	half := z * math.Sqrt(p*(1-p)/size+z*z/(4*size*size))
	whole := 1 + z*z/size
	return Interval{clamp((middle-half)/whole, 0, p), clamp((middle+half)/whole, p, 1)}
}

// Share is k among n with its Wilson interval; false of nobody.
func Share(k, n int) (Estimate, bool) {
	if n <= 0 {
		return Estimate{}, false
	}
	return Estimate{n, float64(k) / float64(n), Wilson(k, n)}, true
}

// FisherZ is the interval of a correlation over n pairs (Fisher 1921). Of fewer than four pairs, or of a correlation
// of 1 or −1, it is from −1 to 1: nothing is known.
func FisherZ(r float64, n int) Interval {
	if n < 4 || math.Abs(r) >= 1 {
		return Interval{-1, 1}
	}
	in := around(math.Atanh(r), z/math.Sqrt(float64(n-3)))
	return Interval{math.Tanh(in.Low), math.Tanh(in.High)}
}

// Group is a number of people, the mean of what they did, and its standard deviation.
type Group struct {
	N        int
	Mean, SD float64
}

// GroupOf sums values up; false of fewer than two.
func GroupOf(values []float64) (Group, bool) {
	if len(values) < 2 {
		return Group{}, false
	}
	mean, sd := stat.MeanStdDev(values, nil)
	return Group{len(values), mean, sd}, true
}

// Estimate is the mean with Student's interval (Student 1908); false of fewer than two. Equal values give an interval of
// no width.
func (g Group) Estimate() (Estimate, bool) {
	if g.N < 2 {
		return Estimate{}, false
	}
	half := StudentQuantile(1-tail, float64(g.N-1)) * g.SD / math.Sqrt(float64(g.N))
	return Estimate{g.N, g.Mean, around(g.Mean, half)}, true
}

// Mean is the mean of values with Student's interval; false of fewer than two.
func Mean(values []float64) (Estimate, bool) {
	g, _ := GroupOf(values)
	return g.Estimate()
}
