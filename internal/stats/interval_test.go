package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestQuantilesOfDistributions(t *testing.T) {
	w := read[struct {
		Qnorm float64
		Qt    [2]float64
		Qf    [3]float64
	}, struct{ Qnorm, Qt, Qf float64 }](t, "special.quantiles")
	w.near(t, "normal", NormalQuantile(w.Input.Qnorm), w.Output.Qnorm)
	w.near(t, "Student", StudentQuantile(w.Input.Qt[0], w.Input.Qt[1]), w.Output.Qt)
	w.near(t, "F", FQuantile(w.Input.Qf[0], w.Input.Qf[1], w.Input.Qf[2]), w.Output.Qf)
}

func TestStudentNearsTheNormal(t *testing.T) {
	for _, freedom := range []float64{1e5, 1e6, 1e7} {
		near(t, "Student", StudentQuantile(.975, freedom), NormalQuantile(.975), 5/freedom)
	}
	near(t, "Student with one degree of freedom", StudentQuantile(.975, 1), 12.706204736174698, 1e-6)
}

func TestFTurnsOverWithItsDegreesOfFreedom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Float64Range(1, 20_000).Draw(t, "above"), rapid.Float64Range(1, 20_000).Draw(t, "below")
		p := rapid.SampledFrom([]float64{.025, .5, .975}).Draw(t, "p")
		if f, g := FQuantile(p, a, b), FQuantile(1-p, b, a); !(math.Abs(f*g-1) < 1e-6) {
			t.Fatalf("%v times %v is not 1", f, g)
		}
	})
}

func TestWilson(t *testing.T) {
	w := read[struct{ Cases [][2]int }, [][2]float64](t, "interval.wilson")
	for i, c := range w.Input.Cases {
		nearInterval(t, "Wilson", Wilson(c[0], c[1]), w.Output[i], w.Tol)
	}
	if Wilson(0, 0) != (Interval{0, 1}) {
		t.Error("of nobody, everything is possible")
	}
}

func TestWilsonHoldsTheShareWithinBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 100_000).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		share, ok := Share(k, n)
		if !ok || share.Low < 0 || share.High > 1 || !share.Contains(share.Value) || share.Low == share.High {
			t.Fatalf("%d of %d: %+v", k, n, share)
		}
	})
}

func TestFisherZ(t *testing.T) {
	w := read[struct{ Cases [][2]float64 }, [][2]float64](t, "interval.fisher-z")
	for i, c := range w.Input.Cases {
		nearInterval(t, "Fisher", FisherZ(c[0], int(c[1])), w.Output[i], w.Tol)
	}
	if four := FisherZ(.5, 4); four.Low <= -1 || four.High >= 1 {
		t.Errorf("four pairs tell nothing: %+v", four)
	}
	for _, unknown := range []Interval{FisherZ(.5, 3), FisherZ(1, 50), FisherZ(-1, 50)} {
		if unknown != (Interval{-1, 1}) {
			t.Errorf("%+v, where nothing is known", unknown)
		}
	}
}

func TestMeanHasStudentsInterval(t *testing.T) {
	mean := must[Estimate](t)(Mean([]float64{62, 70, 55, 81, 77}))
	near(t, "mean", mean.Value, 69, 1e-12)
	nearInterval(t, "mean", mean.Interval, [2]float64{69 - 2.7764451052*math.Sqrt(113.5/5), 69 + 2.7764451052*math.Sqrt(113.5/5)}, 1e-8)
	if _, ok := Mean([]float64{3}); ok {
		t.Error("one value has an interval")
	}
}

func TestBootstrapOfFourIsExact(t *testing.T) {
	values := []float64{2, 3, 5, 11}
	b := must[Bootstrap](t)(BootstrapMean(values))
	if b.Resamples != 256 {
		t.Errorf("%d resamples", b.Resamples)
	}
	var means, squares []float64
	for i := range 256 {
		mean := (values[i%4] + values[i/4%4] + values[i/16%4] + values[i/64]) / 4
		means, squares = append(means, mean), append(squares, (mean-5.25)*(mean-5.25))
	}
	low, high := must[float64](t)(Quantile(means, .025)), must[float64](t)(Quantile(means, .975))
	nearInterval(t, "bootstrap", b.Interval, [2]float64{low, high}, 1e-12)
	sum := 0.
	for _, s := range squares {
		sum += s
	}
	near(t, "standard error", b.SE, math.Sqrt(sum/256), 1e-12)
}

func TestBootstrapStaysWithinTheValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-100, 100), 2, 8).Draw(t, "values")
		b, ok := BootstrapMean(values)
		low, _ := Quantile(values, 0)
		high, _ := Quantile(values, 1)
		if !ok || b.Low < low-1e-9 || b.High > high+1e-9 || b.Low > b.Value+1e-9 || b.High < b.Value-1e-9 {
			t.Fatalf("%+v", b)
		}
	})
	for _, n := range []int{0, 1, 11} {
		if _, ok := BootstrapMean(make([]float64, n)); ok {
			t.Errorf("%d values were resampled in every way", n)
		}
	}
}

func TestQuantilesOfValues(t *testing.T) {
	// R: quantile(c(15, 20, 35, 40, 50), c(.4, .25))
	values := []float64{50, 15, 40, 20, 35}
	near(t, "two fifths", must[float64](t)(Quantile(values, .4)), 29, 1e-12)
	near(t, "quarter", must[float64](t)(Quantile(values, .25)), 20, 1e-12)
	near(t, "median", must[float64](t)(Median(values)), 35, 1e-12)
	if values[0] != 50 {
		t.Error("values were put in order")
	}
	if _, ok := Median(nil); ok {
		t.Error("nothing has a median")
	}
}
