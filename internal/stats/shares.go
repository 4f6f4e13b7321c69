package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Count is k among n.
type Count struct{ K, N int }

// Shares are shares drawn towards the share of all.
type Shares struct {
	All    Count
	Mean   float64
	Alike  float64 // correlation of two answers of the same group: from 0, when all groups have one share, to 1
	Shrunk []Shrunk
}

// PriorSize is how many answers the share of all weighs: "drawn towards the mean, as by 7 answers". False when it
// weighs all, nothing telling the groups apart.
func (s Shares) PriorSize() (float64, bool) {
	if s.Alike <= 0 {
		return 0, false
	}
	return 1/s.Alike - 1, true
}

// ShrinkShares draws the shares of groups towards that of all, each the more the fewer its answers: a beta-binomial
// model, by Kleinman's moments weighted by the number of answers (Kleinman 1973). Intervals are those of the beta
// distribution that results, widened to the estimate where it is so lopsided as to leave it out. A group without an
// answer has the share of all; when nothing tells the groups apart, each has the share of all and its Wilson interval.
// False of fewer than two groups with an answer, or when no group has two.
func ShrinkShares(groups []Count) (Shares, bool) {
	var s Shares
	answered, squared := 0, 0.
	for _, g := range groups {
		if g.N > 0 {
			answered++
			s.All.K += g.K
			s.All.N += g.N
			squared += float64(g.N * g.N)
		}
	}
	if answered < 2 || s.All.N == answered {
		return Shares{}, false
	}
	n := float64(s.All.N)
	s.Mean = float64(s.All.K) / n
	s.Alike = kleinman(groups, s.Mean, float64(answered-1), n-squared/n)
	for _, g := range groups {
		s.Shrunk = append(s.Shrunk, s.shrunk(g))
	}
	return s, true
}

// kleinman places the weighted squares of the shares between what they would be if all groups had one share, and if all
// answers of a group were alike.
func kleinman(groups []Count, mean, oneShare, alike float64) float64 {
	spread := mean * (1 - mean)
	if spread == 0 {
		return 0
	}
	squares := 0.
	for _, g := range groups {
		if g.N > 0 {
			d := float64(g.K)/float64(g.N) - mean
			squares += float64(g.N) * d * d
		}
	}
	return clamp((squares/spread-oneShare)/(alike-oneShare), 0, 1)
}

func (s Shares) shrunk(g Count) Shrunk {
	n := float64(g.N)
	value, weight := s.Mean, 0.
	if g.N > 0 {
		weight = n * s.Alike / (1 + s.Alike*(n-1))
		value = drawn(float64(g.K)/n, s.Mean, weight)
	}
	in, variance := s.posterior(g, value)
	return Shrunk{Estimate{g.N, value, in}, math.Sqrt(variance), weight}
}

// posterior is what the share of a group may be. Without a prior that is known, it is what answers alone say: those of
// all when nothing tells the groups apart, those of the group when each has its own share.
func (s Shares) posterior(g Count, value float64) (in Interval, variance float64) {
	prior, ok := s.PriorSize()
	if size := prior + float64(g.N); ok && value > 0 && value < 1 && size > 0 {
		b := distuv.Beta{Alpha: value * size, Beta: (1 - value) * size}
		return Interval{min(b.Quantile(tail), value), max(b.Quantile(1-tail), value)}, b.Variance()
	}
	if !ok {
		g = s.All
	}
	return Wilson(g.K, g.N), value * (1 - value) / float64(max(1, g.N))
}
