package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// fromZero are levels written from 1 up.
func fromZero(levels []int) []int {
	from := make([]int, len(levels))
	for i, l := range levels {
		from[i] = l - 1
	}
	return from
}

func TestKappa(t *testing.T) {
	w := read[struct{ A, B []int }, struct {
		None, Linear, Quadratic float64
		Agreement               float64 `json:"percent_agreement"`
	}](t, "rater.kappa")
	a, b := fromZero(w.Input.A), fromZero(w.Input.B)
	for weighting, want := range map[Weighting]float64{Unweighted: w.Output.None, Linear: w.Output.Linear, Quadratic: w.Output.Quadratic} {
		w.near(t, "kappa", must[float64](t)(Kappa(a, b, 6, weighting)), want)
	}
	exact, adjacent, ok := Agreement(a, b)
	w.near(t, "agreement", exact.Value, w.Output.Agreement)
	if !ok || adjacent.Value < exact.Value || adjacent.N != 20 {
		t.Errorf("%+v", adjacent)
	}
	if Adjudicate(3, 2) || !Adjudicate(1, 3) || !Adjudicate(3, 1) {
		t.Error("two levels apart is what is adjudicated")
	}
}

func TestAnUnusedLevelKeepsItsPlace(t *testing.T) {
	// By hand: 1 − 4·1/20 when nobody gave a 2; 1 − 4·1/14 were 3 the next level after 1.
	near(t, "kappa", must[float64](t)(Kappa([]int{0, 0, 1, 3}, []int{0, 1, 1, 3}, 4, Linear)), .8, 1e-12)
	near(t, "kappa", must[float64](t)(Kappa([]int{0, 0, 1, 2}, []int{0, 1, 1, 2}, 3, Linear)), 1-4./14, 1e-12)
}

func TestKappaIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "n")
		levels := rapid.SliceOfN(rapid.IntRange(0, 3), n, n)
		a, b := levels.Draw(t, "a"), levels.Draw(t, "b")
		weighting := rapid.SampledFrom([]Weighting{Unweighted, Linear, Quadratic}).Draw(t, "weighting")
		one, ok := Kappa(a, b, 4, weighting)
		other, too := Kappa(b, a, 4, weighting)
		if ok != too || math.Abs(one-other) > 1e-12 || !(one <= 1) {
			t.Fatalf("%v and %v", one, other)
		}
		if same, ok := Kappa(a, a, 4, weighting); ok && same != 1 {
			t.Fatalf("%v with oneself", same)
		}
	})
}

func TestFleiss(t *testing.T) {
	w := read[struct{ Ratings [][]int }, struct{ Kappa float64 }](t, "rater.fleiss")
	var works [][]int
	for _, r := range w.Input.Ratings {
		works = append(works, fromZero(r))
	}
	w.near(t, "kappa", must[float64](t)(Fleiss(works, 5)), w.Output.Kappa)
}

func TestIntraclassCorrelations(t *testing.T) {
	w := read[struct{ Ratings [][]float64 }, struct {
		MSR, MSC, MSE, MSW                    float64
		ICC1, ICC2, ICC3, ICC1k, ICC2k, ICC3k float64
		CI                                    [2]float64 `json:"ICC2_ci95"`
	}](t, "rater.icc.shrout-fleiss")
	c := must[ICC](t)(Intraclass(w.Input.Ratings))
	o := w.Output
	for i, pair := range [][2]float64{
		{c.Rows, o.MSR},
		{c.Columns, o.MSC},
		{c.Residual, o.MSE},
		{c.WithinWorks, o.MSW},
		{c.ICC1, o.ICC1},
		{c.ICC2, o.ICC2},
		{c.ICC3, o.ICC3},
		{c.ICC1k, o.ICC1k},
		{c.ICC2k, o.ICC2k},
		{c.ICC3k, o.ICC3k},
	} {
		w.near(t, []string{"MSR", "MSC", "MSE", "MSW", "ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"}[i], pair[0], pair[1])
	}
	nearInterval(t, "ICC2", c.ICC2Interval, o.CI, w.Tol)
}

func TestRatersWhoAgreeInAll(t *testing.T) {
	c := must[ICC](t)(Intraclass([][]float64{{1, 1}, {2, 2}, {3, 3}}))
	if c.ICC1 != 1 || c.ICC2 != 1 || c.ICC3k != 1 || c.ICC2Interval != (Interval{-1, 1}) {
		t.Errorf("%+v", c)
	}
	if c, ok := Intraclass([][]float64{{1, 2}, {1, 2}}); ok {
		t.Errorf("works that do not differ: %+v", c)
	}
}

func TestICC2IsAtMostICC3(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, k := rapid.IntRange(2, 12).Draw(t, "works"), rapid.IntRange(2, 5).Draw(t, "raters")
		c, ok := Intraclass(rapid.SliceOfN(rapid.SliceOfN(rapid.Float64Range(0, 3), k, k), n, n).Draw(t, "ratings"))
		if !ok {
			return
		}
		if c.Columns >= c.Residual && c.Rows >= c.Residual && c.ICC2 > c.ICC3+1e-12 {
			t.Fatalf("%+v", c)
		}
		for _, x := range []float64{c.ICC1, c.ICC2, c.ICC3, c.ICC1k, c.ICC2k, c.ICC3k, c.ICC2Interval.Low, c.ICC2Interval.High} {
			if !finite(x) || x > 1+1e-9 {
				t.Fatalf("%+v", c)
			}
		}
	})
}

// works turns raters, each with a rating or none for each work, about.
func works[T any](raters [][]*T) [][]T {
	all := make([][]T, len(raters[0]))
	for _, ratings := range raters {
		for i, r := range ratings {
			if r != nil {
				all[i] = append(all[i], *r)
			}
		}
	}
	return all
}

func TestKrippendorff(t *testing.T) {
	w := read[struct{ Raters [][]*float64 }, struct{ Nominal, Ordinal, Interval, Ratio float64 }](t, "rater.krippendorff")
	for scale, want := range map[Scale]float64{Nominal: w.Output.Nominal, Ordinal: w.Output.Ordinal, Metric: w.Output.Interval, Ratio: w.Output.Ratio} {
		w.near(t, "alpha", must[float64](t)(Krippendorff(works(w.Input.Raters), scale)), want)
	}
	// By hand: 0 and 2 are as far apart as ratios can be; 4 orders of 4 are seen so, where 8 of 12 are to be expected.
	near(t, "alpha with a 0", must[float64](t)(Krippendorff([][]float64{{0, 2}, {2, 0}}, Ratio)), 1-4*3./8, 1e-12)
	for name, given := range map[string][][]float64{"nothing": nil, "one rating each": {{1}, {2}}, "one value": {{2, 2}, {2, 2, 2}}} {
		if alpha, ok := Krippendorff(given, Ordinal); ok {
			t.Errorf("%s: %v", name, alpha)
		}
	}
}

func TestGwet(t *testing.T) {
	w := read[struct{ Raters [][]*int }, struct{ AC1 float64 }](t, "rater.gwet-ac1")
	given := works(w.Input.Raters)
	for i := range given {
		given[i] = fromZero(given[i])
	}
	w.near(t, "AC1", must[float64](t)(GwetAC1(given, 5)), w.Output.AC1)
}

func TestAgreementHasBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(0, 3), 0, 5), 1, 12).Draw(t, "works")
		values := make([][]float64, len(given))
		for i, levels := range given {
			for _, l := range levels {
				values[i] = append(values[i], float64(l))
			}
		}
		for _, scale := range []Scale{Nominal, Ordinal, Metric, Ratio} {
			if alpha, ok := Krippendorff(values, scale); ok && !(alpha <= 1 && finite(alpha)) {
				t.Fatalf("alpha %v", alpha)
			}
		}
		if ac1, ok := GwetAC1(given, 4); ok && !(ac1 <= 1 && ac1 >= -1) {
			t.Fatalf("AC1 %v", ac1)
		}
	})
	for _, outside := range [][][]int{{{0, 4}}, {{-1, 0}}} {
		if _, ok := GwetAC1(outside, 4); ok {
			t.Error("a level outside was counted")
		}
		if _, ok := Fleiss(outside, 4); ok {
			t.Error("a level outside was counted")
		}
	}
}
