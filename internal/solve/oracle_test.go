package solve

import (
	"math"
	"os"
	"testing"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve/sketch"
)

// far reports whether two numbers differ by more than a tolerance; what is not a number is far from all.
func far(got, want, tolerance float64) bool { return !(math.Abs(got-want) <= tolerance) }

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if far(got, want, 1e-9) {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func solved(t *testing.T, s *scenario.Scenario) *Solution {
	t.Helper()
	sol, err := Solve(s, DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	return sol
}

// opened is the state that a scenario without hidden truths begins in.
func opened(t *testing.T, sol *Solution) ID {
	t.Helper()
	var events []engine.Event
	engine.Enter(sol.Scenario(), &events)
	at, _, err := sol.Open(scenario.World{}, events)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func qs(sol *Solution, at ID) map[string]float64 {
	values := map[string]float64{}
	for _, o := range sol.Options(at) {
		values[engine.Name(sol.Scenario(), sol.Node(at), o.Move)] = o.Q
	}
	return values
}

func TestValuesOfTheToy(t *testing.T) {
	var want struct {
		Output struct {
			Best, Worst float64
			MaxRegret   float64 `json:"max_regret"`
		}
	}
	sketch.Oracle(t, "regret.toy", &want)
	sol := solved(t, sketch.Toy().Scenario())
	near(t, "best", sol.Best, want.Output.Best)
	near(t, "worst", sol.Worst, want.Output.Worst)
	near(t, "largest regret", sol.MaxRegret, want.Output.MaxRegret)
	if sol.Paths != 4 {
		t.Errorf("%d paths, want 4", sol.Paths)
	}
}

func TestOnlyWhatTheTraineeCouldKnowCounts(t *testing.T) {
	var want struct {
		Output struct {
			V         float64
			Q, Regret map[string]float64
		}
	}
	sketch.Oracle(t, "regret.information-set", &want)
	sol := solved(t, sketch.Hidden().Scenario())
	near(t, "best", sol.Best, want.Output.V)
	got := qs(sol, opened(t, sol))
	got["ask"] = got["?ask"]
	for move, q := range want.Output.Q {
		near(t, "value of "+move, got[move], q)
		near(t, "regret of "+move, sol.Best-got[move], want.Output.Regret[move])
	}
}

// toxique is the case of the client who shouts.
func toxique(t testing.TB) *scenario.Scenario {
	t.Helper()
	s, issues := scenario.Parse(os.DirFS("../scenario/testdata/client-toxique"), nil)
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	return s
}

func TestValuesOfTheClientWhoShouts(t *testing.T) {
	var want struct {
		Output struct {
			States         int
			DecisionStates int `json:"decision_states"`
			Paths          uint64
			Best, Worst    float64
			MaxRegret      float64            `json:"max_regret"`
			RandomValue    float64            `json:"uniform_random_value"`
			RandomScore    float64            `json:"uniform_random_score"`
			MinScore       float64            `json:"min_score_over_paths"`
			MaxScore       float64            `json:"max_score_over_paths"`
			Q              map[string]float64 `json:"Q_start"`
		}
	}
	sketch.Oracle(t, "case.client-toxique", &want)
	sol, w := solved(t, toxique(t)), want.Output
	if sol.States != w.States || sol.DecisionStates != w.DecisionStates || sol.Paths != w.Paths {
		t.Errorf("%d states, %d at decision points, %d paths, want %d, %d, %d",
			sol.States, sol.DecisionStates, sol.Paths, w.States, w.DecisionStates, w.Paths)
	}
	near(t, "best", sol.Best, w.Best)
	near(t, "worst", sol.Worst, w.Worst)
	near(t, "largest regret", sol.MaxRegret, w.MaxRegret)
	near(t, "uniform random value", sol.UniformRandomValue, w.RandomValue)
	near(t, "uniform random score", *sol.UniformRandomScore, w.RandomScore)
	for move, q := range qs(sol, opened(t, sol)) {
		near(t, "value of "+move, q, w.Q[move])
	}
	low, high := 100.0, 0.0
	for _, r := range sol.Endings() {
		low, high = min(low, *r.MinScore), max(high, *r.MaxScore)
	}
	near(t, "lowest score", low, w.MinScore)
	near(t, "highest score", high, w.MaxScore)
	if discussed := sol.Discussion(); len(discussed) > 0 {
		t.Errorf("discussion that costs regret: %+v", discussed)
	}
}
