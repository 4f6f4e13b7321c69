package stats

import (
	"math"

	"gonum.org/v1/gonum/stat"
)

// Shrunk is an estimate drawn towards the mean of all.
type Shrunk struct {
	Estimate
	SE     float64
	Weight float64 // of what was observed, from 0 to 1; the rest is the prior's
}

// drawn is an observation drawn towards a mean, never past either.
func drawn(observed, mean, weight float64) float64 {
	return clamp(mean+weight*(observed-mean), min(mean, observed), max(mean, observed))
}

// Shrinkage is a set of estimates drawn towards their mean.
type Shrinkage struct {
	N       int
	Mean    float64
	Between float64 // variance of what is true, from one group to the next
	Within  float64 // variance of one score around it
	Shrunk  []Shrunk
}

// PriorSize is how many scores the mean of all weighs: "drawn towards the mean, as by 3 scores". False when it weighs
// all, nothing telling the groups apart.
func (s Shrinkage) PriorSize() (float64, bool) {
	if s.Between <= 0 {
		return 0, false
	}
	return s.Within / s.Between, true
}

// Shrink draws the means of groups of scores towards that of all, each the more the fewer its scores (one-way random
// effects by moments: Searle, Casella & McCulloch 1992; Morris 1983). A group without a score has the mean of all. When
// nothing tells the groups apart, each has the mean of all and its standard error. False of fewer than two groups
// with a score, or when no group has two.
func Shrink(groups [][]float64) (Shrinkage, bool) {
	s, ok := components(groups)
	if !ok {
		return Shrinkage{}, false
	}
	var means, precisions []float64
	for _, g := range groups {
		if len(g) > 0 {
			means = append(means, stat.Mean(g, nil))
			precisions = append(precisions, s.precision(len(g)))
		}
	}
	s.Mean = stat.Mean(means, precisions)
	for _, g := range groups {
		s.Shrunk = append(s.Shrunk, s.shrunk(g))
	}
	return s, true
}

// components splits the variance by analysis of variance.
func components(groups [][]float64) (Shrinkage, bool) {
	var all []float64
	var within, squaredSizes float64
	k := 0
	for _, g := range groups {
		if len(g) == 0 {
			continue
		}
		k++
		all = append(all, g...)
		within += stat.PopVariance(g, nil) * float64(len(g))
		squaredSizes += float64(len(g) * len(g))
	}
	if k < 2 || len(all) == k {
		return Shrinkage{}, false
	}
	n := float64(len(all))
	between := stat.PopVariance(all, nil)*n - within
	size := (n - squaredSizes/n) / float64(k-1)
	within /= n - float64(k)
	between = max(0, (between/float64(k-1)-within)/size)
	return Shrinkage{N: len(all), Within: within, Between: between}, true
}

// precision is what the mean of n scores weighs in that of all.
func (s Shrinkage) precision(n int) float64 {
	if variance := s.Between + s.Within/float64(n); variance > 0 {
		return 1 / variance
	}
	return 1
}

func (s Shrinkage) shrunk(group []float64) Shrunk {
	n := float64(len(group))
	value, weight, variance := s.Mean, 0., s.Between
	if n > 0 {
		if weight = 1; s.Within > 0 {
			weight = s.Between / (s.Between + s.Within/n)
		}
		value, variance = drawn(stat.Mean(group, nil), s.Mean, weight), weight*s.Within/n
	}
	if s.Between == 0 {
		variance = s.Within / float64(s.N)
	}
	se := math.Sqrt(variance)
	return Shrunk{Estimate{len(group), value, around(value, z*se)}, se, weight}
}

// Stein are means drawn towards theirs, all alike.
type Stein struct {
	Mean      float64
	Kept      float64 // of each distance from it, from 0 to 1
	Estimates []float64
}

// EfronMorris draws means that have the same variance, and so as many observations each, towards theirs (Efron & Morris
// 1977). False of fewer than four.
func EfronMorris(means []float64, variance float64) (Stein, bool) {
	if len(means) < 4 {
		return Stein{}, false
	}
	s := Stein{Mean: stat.Mean(means, nil)}
	if squares := stat.PopVariance(means, nil) * float64(len(means)); squares > 0 {
		s.Kept = clamp(1-float64(len(means)-3)*variance/squares, 0, 1)
	}
	for _, m := range means {
		s.Estimates = append(s.Estimates, drawn(m, s.Mean, s.Kept))
	}
	return s, true
}
