package stats

import (
	"maps"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFlowsOfSixAttempts(t *testing.T) {
	w := read[struct{ Attempts [][]string }, struct {
		Links []struct {
			From, To string
			N        int
		}
		In       map[string]int `json:"node_in"`
		Attempts int
	}](t, "path.sankey")
	var walks []Walk
	for _, path := range w.Input.Attempts {
		walk := Walk{N: 1}
		for _, at := range path {
			node, choice, _ := strings.Cut(at, "/")
			walk.Steps = append(walk.Steps, Step{node, choice})
		}
		walks = append(walks, walk)
	}
	f := FlowsOf(walks)
	if f.N != w.Output.Attempts || !maps.Equal(f.In, w.Output.In) || len(f.Links) != len(w.Output.Links) || !f.Conserved() {
		t.Fatalf("%+v", f)
	}
	for i, want := range w.Output.Links {
		if l := f.Links[i]; l.From.Node+"/"+l.From.Choice != want.From || l.To != want.To || l.N != want.N {
			t.Errorf("%+v, want %+v", l, want)
		}
	}
}

func TestNobodyIsLostAtANode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		step := rapid.Custom(func(t *rapid.T) Step {
			return Step{rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "node"), rapid.SampledFrom([]string{"x", "y"}).Draw(t, "choice")}
		})
		f := FlowsOf(rapid.SliceOf(rapid.Custom(func(t *rapid.T) Walk {
			return Walk{rapid.SliceOfN(step, 0, 8).Draw(t, "steps"), rapid.IntRange(1, 9).Draw(t, "n")}
		})).Draw(t, "walks"))
		if !f.Conserved() {
			t.Fatalf("%+v", f)
		}
		if len(f.Links) > 0 && f.Links[0].From.Node != f.Links[0].To {
			f.Links[0].N++
			if f.Conserved() {
				t.Fatal("one more came out of nowhere")
			}
		}
	})
}

func TestHeatmap(t *testing.T) {
	w := read[struct {
		Evidence map[string]map[string][]float64
	}, struct {
		Cells  map[string]map[string]*float64
		Mean   map[string]float64 `json:"column_mean"`
		People map[string]int     `json:"column_n"`
	}](t, "cohort.heatmap")
	for competency, mean := range w.Output.Mean {
		var column []Cell
		for person, shown := range w.Input.Evidence {
			c := CellOf(shown[competency])
			column = append(column, c)
			want := w.Output.Cells[person][competency]
			if (want == nil) != (c.N == 0) {
				t.Errorf("%s, %s: %+v", person, competency, c)
			} else if want != nil {
				w.near(t, person, c.Mean, *want)
			}
		}
		all := ColumnOf(column)
		w.near(t, competency, all.Mean, mean)
		if all.N != w.Output.People[competency] {
			t.Errorf("%s: %d people", competency, all.N)
		}
	}
}
