package stats

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

var keyed = []string{"nommer", "vague", "encaisser", "ultimatum"}

func TestPanelKey(t *testing.T) {
	w := read[struct{ Ratings map[string][]float64 }, map[string]struct {
		Mean, SD, RWG, Credit float64
		Modal                 float64 `json:"modal_share"`
	}](t, "sjt.panel.key")
	var ratings [][]float64
	for _, id := range keyed {
		ratings = append(ratings, w.Input.Ratings[id])
	}
	key := must[[]Judged](t)(PanelKey(ratings, 7))
	for i, id := range keyed {
		want := w.Output[id]
		w.near(t, id+" mean", key[i].Mean, want.Mean)
		w.near(t, id+" standard deviation", key[i].SD, want.SD)
		w.near(t, id+" agreement", key[i].RWG, want.RWG)
		w.near(t, id+" credit", key[i].Credit, want.Credit)
		w.near(t, id+" modal share", key[i].Modal, want.Modal)
	}
	author := []float64{3, 1, -2, 0}
	if KeyStands(key, author) {
		t.Error("a panel that does not agree on one choice has a key")
	}
	key[3].RWG = .7
	if !KeyStands(key, author) || KeyStands(key, []float64{-2, 0, 3, 1}) {
		t.Error("the key stands when the author orders the choices as the panel does")
	}
}

func TestPicksOfAPanel(t *testing.T) {
	mode := read[struct {
		Picks  map[string]int `json:"panel_picks"`
		Chosen string
	}, struct{ Score int }](t, "sjt.pick.mode")
	share := read[any, map[string]float64](t, "sjt.pick.proportion")
	var picks []int
	for _, id := range keyed {
		picks = append(picks, mode.Input.Picks[id])
	}
	shares := must[[]float64](t)(CreditByShare(picks))
	for i, id := range keyed {
		share.near(t, id, shares[i], share.Output[id])
		if id == mode.Input.Chosen && Modal(picks, i) != (mode.Output.Score == 1) {
			t.Errorf("%s is the mode", id)
		}
	}
	if !Modal(picks, 0) || Modal([]int{0, 0}, 0) {
		t.Error("the mode is what most picked")
	}
}

func TestScriptConcordance(t *testing.T) {
	w := read[struct {
		Counts map[string]int `json:"panel_counts"`
	}, map[string]float64](t, "sct.aggregate.toy")
	var counts []int
	for answer := -2; answer <= 2; answer++ {
		counts = append(counts, w.Input.Counts[strconv.Itoa(answer)])
	}
	for i, credit := range must[[]float64](t)(CreditByMode(counts)) {
		w.near(t, "credit", credit, w.Output[strconv.Itoa(i-2)])
	}
	scale := read[struct {
		X    float64
		Mean float64 `json:"panel_mean"`
		SD   float64 `json:"panel_sd"`
	}, struct{ Score float64 }](t, "sct.tscale")
	scale.near(t, "T", must[float64](t)(TScale(scale.Input.X, scale.Input.Mean, scale.Input.SD)), scale.Output.Score)
}

func TestBestAndWorst(t *testing.T) {
	w := read[struct {
		Key     struct{ Best, Worst string }
		Answers [][2]string
	}, []int](t, "sjt.pick.best-worst")
	place := map[string]int{}
	for i, id := range keyed {
		place[id] = i
	}
	for i, answer := range w.Input.Answers {
		got := BestWorst(place[w.Input.Key.Best], place[w.Input.Key.Worst], place[answer[0]], place[answer[1]])
		if got != w.Output[i] {
			t.Errorf("%v scores %d, want %d", answer, got, w.Output[i])
		}
	}
}

func TestRatingDistance(t *testing.T) {
	w := read[struct{ Key, Trainee []float64 }, struct {
		MeanAbs      float64 `json:"mean_abs"`
		Score01      float64
		MeanSq       float64 `json:"mean_sq"`
		Standardised float64 `json:"standardised_mean_abs"`
		Profile      float64 `json:"profile_r"`
		Elevation    float64
		Scatter      float64
		Shape        float64
	}](t, "sjt.rate.distance")
	d := must[Distance](t)(RatingDistance(w.Input.Trainee, w.Input.Key, 7))
	w.near(t, "mean distance", d.MeanAbsolute, w.Output.MeanAbs)
	w.near(t, "score", d.Score, w.Output.Score01)
	w.near(t, "mean square", d.MeanSquare, w.Output.MeanSq)
	w.near(t, "standardised", d.Standardised, w.Output.Standardised)
	w.near(t, "profile", d.Profile, w.Output.Profile)
	w.near(t, "elevation", d.Elevation, w.Output.Elevation)
	w.near(t, "scatter", d.Scatter, w.Output.Scatter)
	w.near(t, "shape", d.Shape, w.Output.Shape)
}

func TestTheSquareOfADistanceIsTheSumOfItsParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "choices")
		ratings := rapid.SliceOfN(rapid.Float64Range(1, 7), n, n)
		d, ok := RatingDistance(ratings.Draw(t, "given"), ratings.Draw(t, "key"), 7)
		if !ok || !(math.Abs(d.MeanSquare-d.Elevation-d.Scatter-d.Shape) < 1e-9) || d.Score < 0 || d.Score > 1 {
			t.Fatalf("%+v", d)
		}
	})
}

func TestKendallTau(t *testing.T) {
	for _, c := range []struct {
		x, y []float64
		want float64
	}{
		{[]float64{1, 2, 3, 4}, []float64{10, 20, 30, 40}, 1},
		{[]float64{1, 2, 3, 4}, []float64{4, 3, 2, 1}, -1},
		{[]float64{1, 2, 3, 4}, []float64{1, 3, 2, 4}, 4. / 6},
		{[]float64{1, 1, 2, 3}, []float64{1, 2, 3, 4}, 5 / math.Sqrt(30)},
		{[]float64{1, 2, 3, 4}, []float64{1, 1, 2, 3}, 5 / math.Sqrt(30)},
	} {
		near(t, "tau", must[float64](t)(KendallTau(c.x, c.y)), c.want, 1e-12)
	}
	if _, ok := KendallTau([]float64{1, 1}, []float64{1, 2}); ok {
		t.Error("equal values have an order")
	}
}

func TestSharpness(t *testing.T) {
	w := read[struct{ Observations []Sharp }, struct {
		Beta float64 `json:"beta_mle"`
		SE   float64
		MAP  float64 `json:"beta_map_gamma22"`
	}](t, "sharpness.boltzmann")
	beta, se, ok := Sharpness(w.Input.Observations)
	if !ok {
		t.Fatal("five decisions are too few")
	}
	w.near(t, "beta", beta, w.Output.Beta)
	w.near(t, "standard error", se, w.Output.SE)
	w.near(t, "with the prior", SharpnessMAP(w.Input.Observations), w.Output.MAP)
}

func TestSharpnessIsOfDifferencesBetweenRegrets(t *testing.T) {
	from := []Sharp{{[]float64{0, 2, 6}, 0}, {[]float64{0, 4}, 1}, {[]float64{0, 1}, 0}}
	var lifted []Sharp
	for i, d := range from {
		up := Sharp{Chosen: d.Chosen}
		for _, r := range d.Regrets {
			up.Regrets = append(up.Regrets, r+float64(3*i+1))
		}
		lifted = append(lifted, up)
	}
	beta, se, ok := Sharpness(from)
	same, too, still := Sharpness(lifted)
	if !ok || !still || !(beta > 0) {
		t.Fatalf("%v and %v", beta, same)
	}
	near(t, "beta", same, beta, 1e-9)
	near(t, "standard error", too, se, 1e-9)
	near(t, "with the prior", SharpnessMAP(lifted), SharpnessMAP(from), 1e-9)
}

func TestSharpnessAtItsEnds(t *testing.T) {
	always, never := []Sharp{{[]float64{0, 3}, 0}, {[]float64{2, 0}, 1}}, []Sharp{{[]float64{0, 3}, 1}, {[]float64{2, 0}, 0}}
	if beta, _, ok := Sharpness(always); ok {
		t.Errorf("the best every time is β %v", beta)
	}
	if beta, se, ok := Sharpness(never); !ok || beta != 0 || !(se > 0) {
		t.Errorf("the worst every time is β %v, ±%v", beta, se)
	}
	if _, _, ok := Sharpness([]Sharp{{[]float64{1, 1}, 0}}); ok {
		t.Error("nothing was at stake")
	}
	near(t, "without a decision", SharpnessMAP(nil), .5, 1e-12)
	if !(SharpnessMAP(never) < SharpnessMAP(nil) && SharpnessMAP(nil) < SharpnessMAP(always)) {
		t.Error("what was chosen moves the prior")
	}
}
