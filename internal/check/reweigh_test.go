package check

import (
	"testing"

	"casebook/internal/solve"
)

func TestReweighingIsSolvingAgain(t *testing.T) {
	for _, name := range []string{"client-toxique", "workshop"} {
		_, sc := told(t, name, "")
		sol := solved(t, sc)
		for _, w := range weightsOf(sc) {
			other := w.moved(sc, 1)
			want, err := solve.Solve(other, solve.DefaultLimit)
			if err != nil {
				t.Fatal(err)
			}
			got := sol.Reweigh(other)
			if got.Best != want.Best || got.Worst != want.Worst || got.MaxRegret != want.MaxRegret || !got.Same(want) {
				t.Errorf("%s: best %v, worst %v, largest regret %v; want %v, %v, %v", w.name(), got.Best, got.Worst, got.MaxRegret, want.Best, want.Worst, want.MaxRegret)
			}
		}
		again := solved(t, sc)
		if !sol.Same(again) || sol.Best != again.Best {
			t.Errorf("%s: reweighing has changed the solution it started from", name)
		}
	}
}
