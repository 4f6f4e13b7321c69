package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestEfronMorris(t *testing.T) {
	w := read[struct {
		Hits   []float64
		AtBats float64 `json:"at_bats"`
	}, struct {
		Grand, C, Sigma2 float64
		Estimates        []float64
	}](t, "shrink.efron-morris")
	means := make([]float64, len(w.Input.Hits))
	for i, hits := range w.Input.Hits {
		means[i] = hits / w.Input.AtBats
	}
	s := must[Stein](t)(EfronMorris(means, w.Output.Sigma2))
	w.near(t, "mean", s.Mean, w.Output.Grand)
	w.near(t, "kept", s.Kept, w.Output.C)
	for i, want := range w.Output.Estimates {
		w.near(t, "estimate", s.Estimates[i], want)
	}
}

func TestShrinkingScores(t *testing.T) {
	w := read[struct{ Scores map[string][]float64 }, struct {
		Sigma2, Tau2, Mu float64
		B, Shrunk, SE    map[string]float64
	}](t, "shrink.normal")
	names := []string{"A", "B", "C", "D"}
	var groups [][]float64
	for _, name := range names {
		groups = append(groups, w.Input.Scores[name])
	}
	s := must[Shrinkage](t)(Shrink(append(groups, nil)))
	w.near(t, "within", s.Within, w.Output.Sigma2)
	w.near(t, "between", s.Between, w.Output.Tau2)
	w.near(t, "mean", s.Mean, w.Output.Mu)
	w.near(t, "prior size", must[float64](t)(s.PriorSize()), w.Output.Sigma2/w.Output.Tau2)
	for i, name := range names {
		w.near(t, name+" weighs", s.Shrunk[i].Weight, w.Output.B[name])
		w.near(t, name+" is", s.Shrunk[i].Value, w.Output.Shrunk[name])
		w.near(t, name+" errs by", s.Shrunk[i].SE, w.Output.SE[name])
		w.near(t, name+" reaches", s.Shrunk[i].High, w.Output.Shrunk[name]+NormalQuantile(.975)*w.Output.SE[name])
	}
	if none := s.Shrunk[4]; none.N != 0 || none.Value != s.Mean || none.Weight != 0 {
		t.Errorf("a group without a score: %+v", none)
	}
}

func TestGroupsThatNothingTellsApartHaveTheMeanOfAll(t *testing.T) {
	s := must[Shrinkage](t)(Shrink([][]float64{{0, 10}, {1, 9}, {2, 8, 5}}))
	for _, g := range s.Shrunk {
		if g.Value != s.Mean || g.Weight != 0 || g.Low >= g.High {
			t.Errorf("%+v", g)
		}
		near(t, "standard error", g.SE, math.Sqrt(s.Within/7), 1e-12)
	}
	shares := must[Shares](t)(ShrinkShares([]Count{{1, 2}, {2, 4}, {0, 0}}))
	if _, ok := shares.PriorSize(); ok {
		t.Error("a prior that weighs all has a size")
	}
	for _, g := range shares.Shrunk {
		if g.Value != .5 || g.Interval != Wilson(3, 6) {
			t.Errorf("%+v", g)
		}
		near(t, "standard error", g.SE, math.Sqrt(.25/6), 1e-12)
	}
}

func TestShrinkingSharesByKleinman(t *testing.T) {
	// By hand: p = 12/24; the squares 8·(.25² + 0 + .25²)/.25 = 4 stand between 2, one share, and 16, all alike.
	s := must[Shares](t)(ShrinkShares([]Count{{2, 8}, {4, 8}, {6, 8}}))
	near(t, "alike", s.Alike, 2./14, 1e-12)
	near(t, "prior size", must[float64](t)(s.PriorSize()), 6, 1e-12)
	near(t, "weight", s.Shrunk[0].Weight, 8./14, 1e-12)
	near(t, "share", s.Shrunk[0].Value, .5-8./14*.25, 1e-12)
	if in := s.Shrunk[0]; in.Low >= in.Value || in.High <= in.Value || in.High-in.Low >= Wilson(2, 8).High-Wilson(2, 8).Low {
		t.Errorf("%+v", in)
	}
	apart := must[Shares](t)(ShrinkShares([]Count{{0, 3}, {3, 3}}))
	if size, ok := apart.PriorSize(); !ok || size != 0 || apart.Shrunk[0].Value != 0 || apart.Shrunk[0].Interval != Wilson(0, 3) {
		t.Errorf("%+v", apart)
	}
}

func TestTooLittleToShrink(t *testing.T) {
	for name, sizes := range map[string][]int{"nothing": nil, "one group": {5}, "one score each": {1, 1, 1}, "one that has any": {4, 0}} {
		var scores [][]float64
		var counts []Count
		for _, n := range sizes {
			scores, counts = append(scores, make([]float64, n)), append(counts, Count{0, n})
		}
		if s, ok := Shrink(scores); ok {
			t.Errorf("%s: %+v", name, s)
		}
		if s, ok := ShrinkShares(counts); ok {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

func TestShrinkageNeverLeavesTheDataAndTheMean(t *testing.T) {
	within := func(t *rapid.T, s Shrunk, observed, mean float64) {
		const slack = 1e-9
		if !(s.Value >= min(observed, mean)-slack && s.Value <= max(observed, mean)+slack && s.Weight >= 0 && s.Weight <= 1 && finite(s.SE) && s.Low <= s.Value+slack && s.High >= s.Value-slack) {
			t.Fatalf("%+v, observed %v, mean %v", s, observed, mean)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		scores := rapid.SliceOfN(rapid.SliceOfN(rapid.Float64Range(0, 100), 1, 6), 2, 8).Draw(t, "scores")
		var means []float64
		for _, g := range scores {
			means = append(means, CellOf(g).Mean)
		}
		if s, ok := Shrink(scores); ok {
			low, high := means[0], means[0]
			for i, m := range means {
				within(t, s.Shrunk[i], m, s.Mean)
				low, high = min(low, m), max(high, m)
			}
			if s.Mean < low-1e-9 || s.Mean > high+1e-9 {
				t.Fatalf("mean %v of %v", s.Mean, means)
			}
		}
		if s, ok := EfronMorris(means, rapid.Float64Range(0, 500).Draw(t, "variance")); ok {
			for i, e := range s.Estimates {
				if math.Abs(e-s.Mean) > math.Abs(means[i]-s.Mean)+1e-9 || (e-s.Mean)*(means[i]-s.Mean) < -1e-9 {
					t.Fatalf("%v from %v and %v", e, means[i], s.Mean)
				}
			}
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Count {
			n := rapid.IntRange(1, 30).Draw(t, "n")
			return Count{rapid.IntRange(0, n).Draw(t, "k"), n}
		}), 2, 8).Draw(t, "counts")
		if s, ok := ShrinkShares(counts); ok {
			for i, c := range counts {
				within(t, s.Shrunk[i], float64(c.K)/float64(c.N), s.Mean)
			}
		}
	})
}
