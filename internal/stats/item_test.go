package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

type lsat struct{ Patterns [][]float64 }

// rows repeats each pattern of answers, which ends with how many gave it.
func (l lsat) rows() (rows [][]float64) {
	for _, p := range l.Patterns {
		for range int(p[5]) {
			rows = append(rows, p[:5])
		}
	}
	return rows
}

func lsat6(t *testing.T) [][]float64 {
	t.Helper()
	return read[lsat, any](t, "item.lsat6").Input.rows()
}

// visits are rows that each cross every decision.
func visits(rows [][]float64) [][]Visit {
	attempts := make([][]Visit, len(rows))
	for i, row := range rows {
		for decision, credit := range row {
			attempts[i] = append(attempts[i], Visit{decision, credit})
		}
	}
	return attempts
}

func TestItemsOfLSAT6(t *testing.T) {
	w := read[lsat, struct {
		N, K    int
		Alpha   float64
		CI      [2]float64 `json:"alpha_ci95_feldt"`
		Lambda2 float64
		SEM     float64
		Mean    float64
		SD      float64
		Items   []struct {
			P            float64
			RTotal       float64 `json:"r_total"`
			RRest        float64 `json:"r_rest"`
			AlphaWithout float64 `json:"alpha_if_deleted"`
		}
		Needed float64 `json:"items_needed_for_.80"`
	}](t, "item.lsat6")
	rows := w.Input.rows()
	c := must[Consistency](t)(Consistent(rows))
	if c.Alpha.N != w.Output.N || c.Items != w.Output.K {
		t.Errorf("%d people, %d items", c.Alpha.N, c.Items)
	}
	w.near(t, "alpha", c.Alpha.Value, w.Output.Alpha)
	nearInterval(t, "alpha", c.Alpha.Interval, w.Output.CI, w.Tol)
	w.near(t, "lambda-2", c.Lambda2, w.Output.Lambda2)
	w.near(t, "SEM", c.SEM, w.Output.SEM)
	w.near(t, "mean", c.Mean, w.Output.Mean)
	w.near(t, "standard deviation", c.SD, w.Output.SD)
	w.near(t, "length", must[float64](t)(c.Length(.8)), w.Output.Needed)
	items := must[[]Item](t)(Items(rows))
	rest := ItemRest(visits(rows), 5)
	for i, want := range w.Output.Items {
		w.near(t, "p", items[i].Mean, want.P)
		w.near(t, "r total", items[i].Total.Value, want.RTotal)
		w.near(t, "r rest", items[i].Rest.Value, want.RRest)
		w.near(t, "r rest of visits", must[Estimate](t)(rest[i].Correlation()).Value, want.RRest)
		w.near(t, "alpha without", *items[i].AlphaWithout, want.AlphaWithout)
	}
}

// Published with mirt: means .828 .658 .772 .606 .843, alpha .453.
func TestItemsOfLSAT7(t *testing.T) {
	var rows [][]float64
	for pattern, times := range []int{12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28, 7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136, 32, 308} {
		var row []float64
		for item := range 5 {
			row = append(row, float64(pattern>>(4-item)&1))
		}
		rows = append(rows, slices.Repeat([][]float64{row}, times)...)
	}
	near(t, "alpha", must[Consistency](t)(Consistent(rows)).Alpha.Value, .453, 5e-4)
	for i, want := range []float64{.828, .658, .772, .606, .843} {
		near(t, "mean", must[[]Item](t)(Items(rows))[i].Mean, want, 1e-9)
	}
}

func TestOmegaOfLSAT6(t *testing.T) {
	w := read[any, struct {
		LSAT6 struct {
			Loadings []float64
			Omega    float64
		}
	}](t, "item.omega")
	f := must[OneFactor](t)(Omega(lsat6(t)))
	w.near(t, "omega", f.Omega, w.Output.LSAT6.Omega)
	for i, want := range w.Output.LSAT6.Loadings {
		w.near(t, "loading", f.Loadings[i], want)
	}
}

func TestOmegaFindsTheFactorThatMadeTheItems(t *testing.T) {
	want := []float64{.8, .7, .6, .5, .4}
	f := must[OneFactor](t)(Omega(factored(want)))
	for i := range want {
		near(t, "loading", f.Loadings[i], want[i], 1e-8)
	}
	three := must[OneFactor](t)(Omega(factored([]float64{.9, .6, .3})))
	near(t, "the last of three", three.Loadings[2], .3, 1e-8)
	near(t, "omega", f.Omega, 3*3/(3*3+5-.64-.49-.36-.25-.16), 1e-8)
}

// factored are rows whose correlations are exactly the products of loadings: a column of a Hadamard matrix for the factor
// and one for what is each item's own.
func factored(loadings []float64) [][]float64 {
	rows := make([][]float64, 8)
	for i := range rows {
		sign := func(bits int) float64 { return 1 - 2*float64(onesOf(i&bits)%2) }
		for item, l := range loadings {
			rows[i] = append(rows[i], l*sign(1)+math.Sqrt(1-l*l)*sign(item+2))
		}
	}
	return rows
}

func onesOf(bits int) (n int) {
	for ; bits > 0; bits /= 2 {
		n += bits % 2
	}
	return n
}

func TestTwoPeopleAndTwoItemsAreEnoughToReckon(t *testing.T) {
	c := must[Consistency](t)(Consistent([][]float64{{1, 1}, {0, 0}}))
	if c.Alpha.Value != 1 || c.SEM != 0 || c.Lambda2 != 1 {
		t.Errorf("%+v", c)
	}
	without := must[[]Item](t)(Items([][]float64{{1, 1, 0}, {0, 0, 1}, {1, 0, 1}}))[2].AlphaWithout
	near(t, "alpha of the two others", *without, 2*(1-(1./3+1./3)/1), 1e-12)
}

func TestUpperLessLower(t *testing.T) {
	var rows [][]float64
	for i := range 11 { // the best three have the second item, the worst three do not
		rows = append(rows, []float64{float64(i), map[bool]float64{true: 1}[i >= 7], 0})
	}
	items := must[[]Item](t)(Items(rows))
	near(t, "first", items[0].UpperLower, 8, 1e-12)
	near(t, "second", items[1].UpperLower, 1, 1e-12)
	if items[2].Rest.N != 0 {
		t.Error("an item that does not vary correlates")
	}
}

func TestTooLittleForConsistency(t *testing.T) {
	for name, rows := range map[string][][]float64{
		"nothing": nil, "one person": {{1, 0, 1}}, "one item": {{1}, {0}}, "ragged": {{1, 0}, {1}},
		"all alike": {{1, 0}, {1, 0}, {1, 0}}, "one total": {{1, 0}, {0, 1}},
	} {
		if c, ok := Consistent(rows); ok {
			t.Errorf("%s: %+v", name, c)
		}
		if f, ok := Omega(rows); ok {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

func sheet(t *rapid.T) [][]float64 {
	n, k := rapid.IntRange(2, 40).Draw(t, "n"), rapid.IntRange(2, 8).Draw(t, "k")
	credit := rapid.SampledFrom([]float64{0, .3, .5, .6, 1})
	return rapid.SliceOfN(rapid.SliceOfN(credit, k, k), n, n).Draw(t, "rows")
}

func TestAConstantAddedToAnItemLeavesAlpha(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := sheet(t)
		before, ok := Consistent(rows)
		for _, row := range rows {
			row[0] += 7
		}
		after, still := Consistent(rows)
		if ok != still || !(math.Abs(before.Alpha.Value-after.Alpha.Value) < 1e-9*(1+math.Abs(before.Alpha.Value))) {
			t.Fatalf("alpha %v became %v", before.Alpha.Value, after.Alpha.Value)
		}
	})
}

func TestReliabilityIsFiniteAndWithinBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := sheet(t)
		if c, ok := Consistent(rows); ok {
			a := c.Alpha
			if !finite(a.Value) || !finite(a.Low) || !finite(c.SEM) || a.High > 1 || c.Lambda2 < a.Value-1e-9 || c.Lambda2 > 1 || !a.Contains(a.Value) {
				t.Fatalf("%+v", c)
			}
		}
		if f, ok := Omega(rows); ok {
			if !(f.Omega >= 0 && f.Omega <= 1) {
				t.Fatalf("%+v", f)
			}
		}
		for _, p := range ItemRest(visits(rows), len(rows[0])) {
			if r, ok := p.Correlation(); ok && !(r.Contains(r.Value) && math.Abs(r.Value) <= 1) {
				t.Fatalf("%+v", r)
			}
		}
	})
}

func TestItemRestSkipsWhatWasNotMet(t *testing.T) {
	attempts := [][]Visit{
		{{0, 1}, {1, 1}, {2, .5}},
		{{0, 0}, {2, .25}},
		{{0, 1}, {1, .8}},
		{{0, .5}, {1, 0}, {2, 1}},
		{{0, 1}}, // says nothing of the rest
	}
	rest := ItemRest(attempts, 4)
	for i, want := range []int{4, 3, 3, 0} {
		if rest[i].N() != want {
			t.Errorf("decision %d: %d pairs, want %d", i, rest[i].N(), want)
		}
	}
	want := must[Estimate](t)(Correlation([]float64{1, 0, 1, .5}, []float64{.75, .25, .8, .5}))
	if got := must[Estimate](t)(rest[0].Correlation()); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if _, ok := rest[3].Correlation(); ok {
		t.Error("a decision that nobody met correlates")
	}
}

func TestChoiceRestIsOfThoseToWhomItWasOffered(t *testing.T) {
	both := []bool{true, true, false}
	rest := ChoiceRest([]Pick{{0, nil, .9}, {1, both, .4}, {2, nil, .2}, {0, both, .7}, {1, nil, .5}}, 3)
	for choice, want := range [][2][]float64{
		{{1, 0, 0, 1, 0}, {.9, .4, .2, .7, .5}},
		{{0, 1, 0, 0, 1}, {.9, .4, .2, .7, .5}},
		{{0, 1, 0}, {.9, .2, .5}},
	} {
		r := must[Estimate](t)(Correlation(want[0], want[1]))
		if got := must[Estimate](t)(rest[choice].Correlation()); got != r {
			t.Errorf("choice %d: %+v, want %+v", choice, got, r)
		}
	}
}

func TestEqualRestsThatRoundApartDoNotCorrelate(t *testing.T) {
	var p Pairs
	for i := range 40 {
		p.Add(float64(i%2), []float64{.1 + .2, .3}[i%2])
	}
	if r, ok := p.Correlation(); ok {
		t.Errorf("%+v", r)
	}
}
