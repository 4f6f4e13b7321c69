package stats

import "math"

// Weighting is what a disagreement costs, from 0 for none to 1 for the widest.
type Weighting uint8

// Any disagreement costs alike; by its distance in levels; by its square.
const (
	Unweighted Weighting = iota
	Linear
	Quadratic
)

func (w Weighting) cost(a, b, levels int) float64 {
	apart := math.Abs(float64(a-b)) / float64(levels-1)
	switch {
	case w == Linear:
		return apart
	case w == Quadratic:
		return apart * apart
	case a == b:
		return 0
	default:
		return 1
	}
}

// Kappa is the agreement of two raters beyond chance, 1 at most (Cohen 1960; weighted, Cohen 1968). Levels go from 0 to
// levels−1 and are fixed beforehand, whether used or not: a rubric has four. False without a work, with a level
// outside, or when chance alone would have them agree always.
func Kappa(a, b []int, levels int, w Weighting) (float64, bool) {
	if levels < 2 || len(a) != len(b) || len(a) == 0 {
		return 0, false
	}
	ofA, ok := tallied(a, levels)
	if !ok {
		return 0, false
	}
	ofB, ok := tallied(b, levels)
	if !ok {
		return 0, false
	}
	var seen, expected float64
	for i := range a {
		seen += w.cost(a[i], b[i], levels)
	}
	for i, m := range ofA {
		for j, n := range ofB {
			expected += float64(m) * float64(n) * w.cost(i, j, levels)
		}
	}
	if expected == 0 {
		return 0, false
	}
	return 1 - seen*float64(len(a))/expected, true
}

// Fleiss is the agreement of several raters beyond chance, each work having as many (Fleiss 1971): a row of levels, from
// 0 to levels−1, for each work. False of fewer than two raters, of rows of unequal length, with a level outside, or
// when all gave the same level always.
func Fleiss(works [][]int, levels int) (float64, bool) {
	if len(works) == 0 || len(works[0]) < 2 {
		return 0, false
	}
	raters := len(works[0])
	used := make([]int, levels)
	agreeing := 0
	for _, given := range works {
		counts, ok := tallied(given, levels)
		if !ok || len(given) != raters {
			return 0, false
		}
		for level, n := range counts {
			used[level] += n
			agreeing += n * (n - 1)
		}
	}
	n := float64(len(works) * raters)
	seen, chance := float64(agreeing)/(n*float64(raters-1)), 0.
	for _, times := range used {
		if times == len(works)*raters {
			return 0, false
		}
		share := float64(times) / n
		chance += share * share
	}
	return (seen - chance) / (1 - chance), true
}

// GwetAC1 is the agreement of several raters beyond chance, steady when one level dominates (Gwet 2008; with missing
// ratings, Gwet 2014): the levels, from 0 to levels−1, that each work was given, however many. Levels are fixed
// beforehand, whether used or not. False when no work has two ratings, or with a level outside.
func GwetAC1(works [][]int, levels int) (float64, bool) {
	if levels < 2 {
		return 0, false
	}
	used := make([]float64, levels)
	var seen, rated, twice float64
	for _, given := range works {
		counts, ok := tallied(given, levels)
		if !ok {
			return 0, false
		}
		if len(given) == 0 {
			continue
		}
		rated++
		agreeing := 0
		for level, n := range counts {
			used[level] += float64(n) / float64(len(given))
			agreeing += n * (n - 1)
		}
		if pairs := len(given) * (len(given) - 1); pairs > 0 {
			twice++
			seen += float64(agreeing) / float64(pairs)
		}
	}
	if twice == 0 {
		return 0, false
	}
	chance := 0.
	for _, share := range used {
		chance += share / rated * (1 - share/rated)
	}
	chance /= float64(levels - 1)
	return (seen/twice - chance) / (1 - chance), true
}
