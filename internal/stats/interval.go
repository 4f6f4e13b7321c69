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

// Mean is the mean of values with Student's interval (Student 1908); false of fewer than two. Equal values give an
// interval of no width.
func Mean(values []float64) (Estimate, bool) {
	n := len(values)
	if n < 2 {
		return Estimate{}, false
	}
	mean, sd := stat.MeanStdDev(values, nil)
	half := StudentQuantile(1-tail, float64(n-1)) * sd / math.Sqrt(float64(n))
	return Estimate{n, mean, around(mean, half)}, true
}
