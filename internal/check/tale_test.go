package check

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"casebook/internal/solve"
)

// examined reads and checks a case of the tests.
func examined(t *testing.T, dir string) *Report {
	t.Helper()
	r := Check(os.DirFS(dir), nil, Options{})
	if r.Scenario == nil || r.Solution == nil {
		t.Fatal(r.Issues)
	}
	return &r
}

func TestAWitnessIsToldByTitles(t *testing.T) {
	r := examined(t, "../scenario/testdata/client-toxique")
	told := Tell(r.Scenario, "fr", solve.Witness{Moves: []string{"?carnet", "appeler", "nommer"}, Chance: []string{"excuses"}})
	var kinds []TaleKind
	for _, s := range told.Steps {
		kinds = append(kinds, s.Kind)
		if s.Title == "" || s.Label == "" {
			t.Errorf("told as %+v", s)
		}
	}
	if want := []TaleKind{LookStep, ChoiceStep, ChoiceStep, ChanceStep}; !reflect.DeepEqual(kinds, want) {
		t.Fatalf("told %+v", told)
	}
	if other := Tell(r.Scenario, "en", solve.Witness{Moves: []string{"?carnet"}}); reflect.DeepEqual(other.Steps[:1], told.Steps[:1]) || other.Ending != "" {
		t.Errorf("in English it is %+v", other)
	}
}

func TestEveryProofOfACaseCanBeToldToItsEnding(t *testing.T) {
	for _, dir := range []string{"../scenario/testdata/client-toxique", "../scenario/testdata/workshop"} {
		r := examined(t, dir)
		for _, e := range r.Solution.Endings() {
			if !e.Reached {
				continue
			}
			for _, w := range []solve.Witness{e.Lowest, e.Highest} {
				told := Tell(r.Scenario, r.Scenario.Lang, w)
				if want := r.Scenario.Text(r.Scenario.Lang).Nodes[e.Node].Title; told.Ending != want || moves(told) != len(w.Moves) {
					t.Errorf("%s: %v is told as %+v, want to end with %q", dir, w, told, want)
				}
			}
		}
	}
}

// moves counts the looks and choices of a tale.
func moves(told Tale) (n int) {
	for _, s := range told.Steps {
		if s.Kind == LookStep || s.Kind == ChoiceStep {
			n++
		}
	}
	return n
}

func TestAFlawIsPlacedByTitles(t *testing.T) {
	r := examined(t, "../scenario/testdata/client-toxique")
	node := r.Scenario.Nodes[0].ID
	for _, c := range []struct {
		flaw Flaw
		want string
	}{
		{Flaw{}, ""},
		{Flaw{Node: "no-such-node"}, ""},
		{Flaw{Node: node}, r.Scenario.Text("fr").Nodes[0].Title},
	} {
		if got := c.flaw.Where(r.Scenario, "fr"); got != c.want {
			t.Errorf("%+v is at %q, want %q", c.flaw, got, c.want)
		}
	}
	at, _ := r.Scenario.NodeIndex("appel")
	text := &r.Scenario.Text("fr").Nodes[at]
	flaw := Flaw{Node: "appel", Move: "nommer"}
	if got := flaw.Where(r.Scenario, "fr"); !strings.HasPrefix(got, text.Title+" · ") {
		t.Errorf("a choice is at %q", got)
	}
}
