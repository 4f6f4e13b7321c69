package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestGrowthAsPublished(t *testing.T) {
	w := read[struct {
		Rows []struct {
			Post, Pre, R float64
			SDPre        float64 `json:"sd_pre"`
			N            int
		}
	}, []struct {
		D, G, Var, SE float64
		CI            [2]float64
	}](t, "growth.smcr.published")
	for i, row := range w.Input.Rows {
		e, want := must[Effect](t)(Retest{row.N, row.Pre, row.Post, row.SDPre, row.R}.Growth()), w.Output[i]
		w.near(t, "d", e.D, want.D)
		w.near(t, "g", e.G, want.G)
		w.near(t, "variance", e.Variance, want.Var)
		w.near(t, "standard error", e.SE, want.SE)
		nearInterval(t, "g", e.Interval, want.CI, w.Tol)
	}
}

func TestGrowthOfPeople(t *testing.T) {
	pre, post := []float64{50, 60, 70, 80}, []float64{60, 62, 75, 95}
	r := must[Retest](t)(RetestOf(pre, post))
	if r.N != 4 || r.Pre != 65 || r.Post != 73 {
		t.Errorf("%+v", r)
	}
	near(t, "standard deviation before", r.SDPre, 12.909944487358056, 1e-12)
	near(t, "correlation", r.R, 590/math.Sqrt(500*778), 1e-12)
	for name, c := range map[string][2][]float64{
		"nobody": {}, "two people": {{1, 2}, {2, 3}}, "one was away": {{1, 2, 3}, {2, 3}}, "all began alike": {{1, 1, 1}, {2, 3, 4}},
	} {
		if r, ok := RetestOf(c[0], c[1]); ok {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func TestHedgesAsPublished(t *testing.T) {
	w := read[struct {
		M, SD [2]float64
		N     [2]int
	}, struct {
		D, VG, G, SE float64
		CI           [2]float64
	}](t, "growth.hedges.independent")
	group := func(i int) Group { return Group{w.Input.N[i], w.Input.M[i], w.Input.SD[i]} }
	e := must[Effect](t)(HedgesIndependent(group(0), group(1)))
	w.near(t, "d", e.D, w.Output.D)
	w.near(t, "g", e.G, w.Output.G)
	w.near(t, "variance", e.Variance, w.Output.VG)
	w.near(t, "standard error", e.SE, w.Output.SE)
	nearInterval(t, "g", e.Interval, w.Output.CI, w.Tol)

	paired := must[Effect](t)(HedgesPaired(Group{50, 3, 5.5}, .7)) // Borenstein et al. 2009, p. 29
	near(t, "d", paired.D, .4225, 5e-5)
	near(t, "g", paired.G, .4160, 5e-5)
	near(t, "variance", paired.Variance, .0127, 5e-5)
	if _, ok := HedgesPaired(Group{2, 3, 5.5}, .7); !ok {
		t.Error("two people make a pair of differences")
	}
}

func TestEffectsChangeSidesWithTheGroups(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		group := rapid.Custom(func(t *rapid.T) Group {
			return Group{rapid.IntRange(2, 60).Draw(t, "n"), rapid.Float64Range(0, 100).Draw(t, "mean"), rapid.Float64Range(.1, 40).Draw(t, "sd")}
		})
		a, b := group.Draw(t, "a"), group.Draw(t, "b")
		one, ok := HedgesIndependent(a, b)
		other, too := HedgesIndependent(b, a)
		if !ok || !too || math.Abs(one.G+other.G) > 1e-9 || math.Abs(one.Variance-other.Variance) > 1e-9*one.Variance || !one.Contains(one.G) || !(one.Variance > 0) {
			t.Fatalf("%+v, %+v", one, other)
		}
	})
}

func TestReliableChange(t *testing.T) {
	w := read[struct {
		SD      float64
		R       float64 `json:"r_test_retest"`
		Changes []float64
	}, struct {
		Noise    float64 `json:"s_diff"`
		RCI      []float64
		Smallest float64 `json:"smallest_reliable_change"`
	}](t, "growth.rci")
	r := must[Reliable](t)(ReliableChange(w.Input.SD, w.Input.R))
	w.near(t, "noise", r.Noise, w.Output.Noise)
	w.near(t, "smallest", r.Smallest(), w.Output.Smallest)
	for i, change := range w.Input.Changes {
		w.near(t, "index", r.Index(change), w.Output.RCI[i])
		if r.Exceeded(change) != (i == 0) {
			t.Errorf("a change of %v", change)
		}
	}
	if _, ok := ReliableChange(3, 1); ok {
		t.Error("a perfect measure has noise")
	}
}
