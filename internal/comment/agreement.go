package comment

import (
	"bytes"
	"context"
	"slices"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/stats"
)

// Agreement is how far the trainers of a cohort rate alike.
type Agreement struct {
	Reasons int
	Rated   int // by somebody
	Twice   int // by two trainers or more
	Wanted  int // how many should be rated twice
	Apart   int // how many were rated two levels or more apart: their raters should talk
	By      [criteria]Alike
}

// Alike is how far the levels of one criterion agree, two for each reason that has them.
type Alike struct {
	Pairs    int
	Exact    int // the same level twice
	Adjacent int // the same, or one apart
	Apart    int // two or more apart
	Measure  Measure
	stats.Estimate
}

// Measure is how agreement beyond chance is told.
type Measure string

// The measures. None is told of fewer than five pairs, or where it is not defined; AC1 has no interval.
const (
	NoMeasure Measure = ""
	ICC2      Measure = "icc"
	AC1       Measure = "ac1"
)

// dominant is the share of one level from which a correlation says little: hardly anything differs.
const dominant = .8

// Agreement tells how far the trainers of a cohort rate alike, for one of them.
func (s *Service) Agreement(ctx context.Context, by account.Account, of uuid.UUID) (Agreement, error) {
	d, err := s.desk(ctx, by, of)
	if err != nil {
		return Agreement{}, err
	}
	a := Agreement{Reasons: len(d.reasons), Rated: len(d.ratings), Wanted: wanted(len(d.reasons))}
	for _, ratings := range d.ratings {
		if len(ratings) > 1 {
			a.Twice++
		}
		if apart(ratings) {
			a.Apart++
		}
	}
	for _, c := range Criteria {
		a.By[c] = alike(d.pairs(c))
	}
	return a, nil
}

// apart reports whether any two raters differ so far on a criterion that somebody should adjudicate.
func apart(ratings []Rating) bool {
	for _, c := range Criteria {
		var levels []int
		for _, r := range ratings {
			if r.Levels[c] != Unrated {
				levels = append(levels, r.Levels[c])
			}
		}
		if len(levels) > 1 && stats.Adjudicate(slices.Min(levels), slices.Max(levels)) {
			return true
		}
	}
	return false
}

// pairs are the levels of a criterion that two trainers gave to the same reason: of those who rated it, the two whose
// keys come first, in the order of their keys, so that a rater of every reason is always on the same side.
func (d *desk) pairs(c Criterion) (pairs [][2]int) {
	for _, r := range d.reasons {
		ratings := slices.DeleteFunc(slices.Clone(d.ratings[r.Place]), func(r Rating) bool { return r.Levels[c] == Unrated })
		if len(ratings) < 2 {
			continue
		}
		slices.SortFunc(ratings, func(a, b Rating) int { return bytes.Compare(a.Rater[:], b.Rater[:]) })
		pairs = append(pairs, [2]int{ratings[0].Levels[c], ratings[1].Levels[c]})
	}
	return pairs
}

// alike compares two columns of levels.
func alike(pairs [][2]int) Alike {
	a := Alike{Pairs: len(pairs)}
	var counts [MostLevel + 1]int
	var rows [][]float64
	var works [][]int
	for _, p := range pairs {
		if p[0] == p[1] {
			a.Exact++
		}
		if stats.Adjudicate(p[0], p[1]) {
			a.Apart++
		} else {
			a.Adjacent++
		}
		counts[p[0]]++
		counts[p[1]]++
		rows = append(rows, []float64{float64(p[0]), float64(p[1])})
		works = append(works, p[:])
	}
	if stats.GateOf(len(pairs)) == stats.Counts {
		return a
	}
	if float64(slices.Max(counts[:])) >= dominant*float64(2*len(pairs)) {
		if value, ok := stats.GwetAC1(works, MostLevel+1); ok {
			a.Measure, a.Estimate = AC1, stats.Estimate{N: len(pairs), Value: value, Interval: stats.Interval{Low: -1, High: 1}}
		}
		return a
	}
	if c, ok := stats.Intraclass(rows); ok {
		a.Measure, a.Estimate = ICC2, stats.Estimate{N: len(pairs), Value: c.ICC2, Interval: c.ICC2Interval}
	}
	return a
}
