package scoring

import (
	"math"
	"os"
	"testing"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve"
	"casebook/internal/solve/sketch"
)

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func solved(t testing.TB, s *scenario.Scenario) *solve.Solution {
	t.Helper()
	sol, err := solve.Solve(s, solve.DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	return sol
}

func toxique(t testing.TB) *solve.Solution {
	t.Helper()
	s, issues := scenario.Parse(os.DirFS("../scenario/testdata/client-toxique"), nil)
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	return solved(t, s)
}

func entries(moves []string) []engine.Entry {
	log := make([]engine.Entry, len(moves))
	for i, m := range moves {
		log[i].Move = m
	}
	return log
}

// played scores moves made in a row, with these outcomes of chance.
func played(t *testing.T, sol *solve.Solution, moves, chance []string) (Result, engine.History) {
	t.Helper()
	h, err := engine.Replay(sol.Scenario(), engine.Dice{Fixed: chance}, entries(moves))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Score(sol, h)
	if err != nil {
		t.Fatal(err)
	}
	return r, h
}

func TestPathsOfTheToy(t *testing.T) {
	var want struct {
		Output struct {
			Paths []struct {
				Actions              []string
				Ending               string
				Total, Regret, Score float64
				Points               float64 `json:"path_points"`
				Log                  []struct {
					At, Action    string
					Regret, Stake float64
				}
			}
		}
	}
	sketch.Oracle(t, "regret.toy", &want)
	sol := solved(t, sketch.Toy().Scenario())
	for _, w := range want.Output.Paths {
		r, _ := played(t, sol, w.Actions, nil)
		if r.Ending != w.Ending {
			t.Errorf("%v ends at %s, want %s", w.Actions, r.Ending, w.Ending)
		}
		near(t, "total", r.Total, w.Total)
		near(t, "regret", r.Regret, w.Regret)
		near(t, "score", *r.Score, w.Score)
		near(t, "points", r.Parts.Evidence, w.Points)
		for i, m := range r.Moves {
			near(t, "regret of "+w.Log[i].Action, m.Regret, w.Log[i].Regret)
			near(t, "stake of "+w.Log[i].Action, m.Stake, w.Log[i].Stake)
		}
	}
}

func TestLuckIsToldApartFromRegret(t *testing.T) {
	c := sketch.Case{Nodes: []sketch.Node{
		{ID: "go", Choices: []sketch.Choice{{ID: "on", Next: sketch.To("coin")}}},
		{ID: "coin", Rows: []sketch.Row{{Targets: []sketch.Target{{To: "high", Weight: 7}, {To: "low", Weight: 3}}}}},
		{ID: "high", Worth: 10},
		{ID: "low", Worth: 3},
	}}
	sol := solved(t, c.Scenario())
	for outcome, want := range map[string]struct{ total, luck float64 }{"high": {10, 2.1}, "low": {3, -4.9}} {
		r, _ := played(t, sol, []string{"on"}, []string{outcome})
		near(t, "best", r.Best, 7.9)
		near(t, "total", r.Total, want.total)
		near(t, "luck", r.Luck, want.luck)
		if r.Score != nil || len(r.Draws) != 1 || r.Draws[0].Step != 0 || r.Draws[0].Node != "coin" || r.Draws[0].Outcome != outcome {
			t.Errorf("score %v, draws %+v", r.Score, r.Draws)
		}
	}
}

func TestProfileOfTwoDecisions(t *testing.T) {
	var want struct {
		Input struct {
			Decisions []struct {
				Comp   map[string]map[string]int8
				Chosen string
			}
		}
		Output map[string]struct {
			Attained, Range, N int
			Score              float64
		}
	}
	sketch.Oracle(t, "profile.local-range", &want)
	c := sketch.Case{}
	var moves []string
	for id := range want.Output {
		c.Competencies = append(c.Competencies, id)
	}
	for i, d := range want.Input.Decisions {
		n := sketch.Node{ID: string(rune('a' + i))}
		for id, shown := range d.Comp {
			n.Choices = append(n.Choices, sketch.Choice{ID: id, Evidence: shown, Next: sketch.To(string(rune('b' + i)))})
		}
		c.Nodes = append(c.Nodes, n)
		moves = append(moves, d.Chosen)
	}
	c.Nodes = append(c.Nodes, sketch.Node{ID: "c"})
	r, _ := played(t, solved(t, c.Scenario()), moves, nil)
	if len(r.Profile) != len(want.Output) {
		t.Errorf("%d competencies in play, want %d", len(r.Profile), len(want.Output))
	}
	for _, got := range r.Profile {
		id := c.Competencies[got.Competency]
		w := want.Output[id]
		if got.Attained != w.Attained || got.Range != w.Range || got.Decisions != w.N {
			t.Errorf("%s: %+v, want %+v", id, got, w)
		}
		near(t, id, got.Score, w.Score)
	}
}
