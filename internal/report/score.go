package report

import (
	"math"
	"slices"
)

// Score is of the attempts that have one, under the ceiling that a critical incident sets. The quartiles are those
// below which a quarter, a half and three quarters of them lie, interpolated between the two nearest: what R calls
// type 7, and spreadsheets QUARTILE.INC.
type Score struct {
	N, Capped            int
	Mean, Q1, Median, Q3 float64 // 0 when nobody has a score
}

// times is a score and how many have it.
type times struct {
	score float64
	n     int
}

func newScore(scores []float64, counts []int) (s Score) {
	var all []times
	sum := 0.
	for number, n := range counts {
		if n > 0 {
			all = append(all, times{scores[number], n})
			s.N += n
		}
	}
	if s.N == 0 {
		return s
	}
	slices.SortFunc(all, func(a, b times) int { return int(math.Copysign(1, a.score-b.score)) })
	for _, x := range all {
		sum += x.score * float64(x.n)
	}
	s.Mean = sum / float64(s.N)
	s.Q1, s.Median, s.Q3 = quantile(all, s.N, .25), quantile(all, s.N, .5), quantile(all, s.N, .75)
	return s
}

// quantile interpolates between scores in order.
func quantile(all []times, n int, share float64) float64 {
	place := float64(n-1) * share
	below, above := ranked(all, int(place)), ranked(all, int(math.Ceil(place)))
	return below + (place-math.Floor(place))*(above-below)
}

// ranked is the score at a place, from 0 up.
func ranked(all []times, place int) float64 {
	for _, x := range all {
		if place < x.n {
			return x.score
		}
		place -= x.n
	}
	return all[len(all)-1].score
}
