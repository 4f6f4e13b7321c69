package stats

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSpread(t *testing.T) {
	w := read[struct{ Counts []int }, struct {
		H, Normalised float64
		MillerMadow   float64 `json:"miller_madow"`
		Effective     float64 `json:"effective_options"`
	}](t, "choice.entropy")
	s := must[Spread](t)(SpreadOf(w.Input.Counts))
	w.near(t, "entropy", s.Entropy, w.Output.H)
	w.near(t, "normalised", s.Normalised, w.Output.Normalised)
	w.near(t, "Miller and Madow", s.MillerMadow, w.Output.MillerMadow)
	w.near(t, "effective", s.Effective, w.Output.Effective)
}

func TestSpreadGoesFromOneChoiceToAll(t *testing.T) {
	alike, split := must[Spread](t)(SpreadOf([]int{0, 9, 0})), must[Spread](t)(SpreadOf([]int{4, 4, 4}))
	if alike.Normalised != 0 || alike.Effective != 1 || alike.MillerMadow != 0 {
		t.Errorf("%+v", alike)
	}
	near(t, "normalised", split.Normalised, 1, 1e-12)
	near(t, "effective", split.Effective, 3, 1e-12)
	if _, ok := SpreadOf([]int{0, 0}); ok {
		t.Error("nobody parts")
	}
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.IntRange(0, 50), 1, 8).Draw(t, "counts")
		if s, ok := SpreadOf(counts); ok && !(s.Normalised >= 0 && s.Normalised <= 1 && s.Effective >= 1 && s.Effective <= float64(len(counts))+1e-9 && s.MillerMadow >= s.Entropy) {
			t.Fatalf("%+v", s)
		}
	})
}

func TestWhatSplitsTheRoom(t *testing.T) {
	spread := func(counts ...int) Spread { return must[Spread](t)(SpreadOf(counts)) }
	if at, ok := SplitsTheRoom([]Spread{spread(9, 1), spread(2, 2), spread(6, 4), spread(10, 0)}); !ok || at != 2 {
		t.Errorf("decision %d", at)
	}
	if at, ok := SplitsTheRoom([]Spread{spread(3, 2), spread(10, 0)}); !ok || at != 0 {
		t.Errorf("decision %d", at)
	}
	if at, ok := SplitsTheRoom([]Spread{spread(2, 2), spread(10, 0)}); ok {
		t.Errorf("decision %d, of too few or of one mind", at)
	}
}

func TestDistractors(t *testing.T) {
	list, efficiency, ok := Distractors([]int{60, 30, 9, 1, 0}, []bool{true, false, false, false, false})
	if !ok || len(list) != 4 {
		t.Fatalf("%+v", list)
	}
	near(t, "efficiency", efficiency, .5, 0)
	for i, want := range []struct{ functional, dead bool }{{true, false}, {true, false}, {false, true}, {false, true}} {
		if list[i].Choice != i+1 || list[i].Functional != want.functional || list[i].Dead != want.dead {
			t.Errorf("%+v", list[i])
		}
	}
	if edge, _, _ := Distractors([]int{19, 1}, []bool{true, false}); !edge[0].Functional {
		t.Error("one in twenty is functional")
	}
	if _, _, ok := Distractors([]int{3}, []bool{true}); ok {
		t.Error("the best choice alone has no distractor")
	}
}

func TestCoverageOfPaths(t *testing.T) {
	w := read[struct {
		Paths     map[string]int `json:"path_counts"`
		Reachable int            `json:"reachable_edges"`
		Visited   int            `json:"visited_edges"`
	}, struct {
		Edges float64 `json:"edge_coverage"`
		Good  float64 `json:"good_turing"`
	}](t, "path.coverage")
	var counts []int
	for _, n := range w.Input.Paths {
		counts = append(counts, n)
	}
	w.near(t, "edges", must[float64](t)(Coverage(w.Input.Visited, w.Input.Reachable)), w.Output.Edges)
	w.near(t, "Good and Turing", must[float64](t)(GoodTuring(counts)), w.Output.Good)
	if _, ok := GoodTuring(nil); ok {
		t.Error("no path is covered")
	}
}
