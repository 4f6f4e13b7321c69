package scoring

import (
	"slices"
	"testing"

	"casebook/internal/solve/sketch"

	"casebook/internal/engine"
)

type walk struct {
	Actions, Chance            []string
	Ending                     string
	Final                      map[string]int16
	Total, Regret, Luck, Score float64
	Capped                     float64 `json:"score_capped"`
	Incidents                  []string
	MustMissing                []string `json:"must_missing"`
	Log                        []struct {
		Node, Action, Chance             string
		Value, Best, Regret, Stake, Luck float64
		BestAction                       string `json:"best_action"`
		Available                        int
	}
}

func TestWalksOfTheClientWhoShouts(t *testing.T) {
	var want struct{ Output struct{ Scored []walk } }
	sketch.Oracle(t, "case.client-toxique", &want)
	sol := toxique(t)
	if len(want.Output.Scored) != 4 {
		t.Fatalf("%d walks", len(want.Output.Scored))
	}
	for _, w := range want.Output.Scored {
		r, h := played(t, sol, w.Actions, w.Chance)
		near(t, "total", r.Total, w.Total)
		near(t, "regret", r.Regret, w.Regret)
		near(t, "luck", r.Luck, w.Luck)
		near(t, "score", *r.Score, w.Score)
		near(t, "capped score", *r.Capped, w.Capped)
		if r.Ending != w.Ending || len(r.Incidents) != len(w.Incidents) || len(r.MustMissing) != len(w.MustMissing) {
			t.Errorf("%v: ends at %s, incidents %v, missing %v", w.Actions, r.Ending, r.Incidents, r.MustMissing)
		}
		final := h.End.Snapshot(sol.Scenario()).Vars
		for id, v := range w.Final {
			if final[id] != v {
				t.Errorf("%v: %s ends at %d, want %d", w.Actions, id, final[id], v)
			}
		}
		compare(t, &w, &r, &h)
	}
}

// compare goes through a walk line by line.
func compare(t *testing.T, w *walk, r *Result, h *engine.History) {
	t.Helper()
	moves, draws := r.Moves, r.Draws
	s := toxique(t).Scenario()
	for _, line := range w.Log {
		if line.Chance != "" {
			near(t, "luck at "+line.Node, draws[0].Luck, line.Luck)
			if draws[0].Node != line.Node || draws[0].Outcome != line.Chance || draws[0].Shown {
				t.Errorf("drew %+v, want %+v", draws[0], line)
			}
			draws = draws[1:]
			continue
		}
		m := moves[0]
		moves = moves[1:]
		near(t, "value of "+line.Action, m.Value, line.Value)
		near(t, "best at "+line.Node, m.Best, line.Best)
		near(t, "regret of "+line.Action, m.Regret, line.Regret)
		near(t, "stake at "+line.Node, m.Stake, line.Stake)
		best := engine.Name(s, h.Moments[m.Step].Node(), m.BestMove)
		if m.Node != line.Node || best != line.BestAction || len(m.Offered) != line.Available {
			t.Errorf("got %+v, best %s, want %+v", m, best, line)
		}
	}
}

func TestAnIncidentCapsTheScoreAndAMissingMustDoesNot(t *testing.T) {
	sol := toxique(t)
	r, _ := played(t, sol, []string{"?carnet", "?lea", "appeler", "nommer", "ceder"}, []string{"braque"})
	if len(r.Incidents) != 1 || r.Incidents[0] != (Incident{"sacrifier-equipe", 4}) || len(r.MustMissing) != 0 {
		t.Errorf("incidents %v, missing %v", r.Incidents, r.MustMissing)
	}
	if *r.Score <= 49 || *r.Capped != 49 {
		t.Errorf("score %v, capped %v", *r.Score, *r.Capped)
	}
	r, _ = played(t, sol, []string{"?carnet", "?lea", "appeler", "ultimatum", "hierarchie"}, nil)
	if !slices.Equal(r.MustMissing, []string{"nommer"}) || *r.Capped != *r.Score {
		t.Errorf("missing %v, score %v, capped %v", r.MustMissing, *r.Score, *r.Capped)
	}
}

func TestAPlayThatGoesOnIsJudgedSoFar(t *testing.T) {
	r, _ := played(t, toxique(t), []string{"appeler"}, nil)
	if r.Ending != "" || r.MustMissing != nil {
		t.Errorf("ended: %+v", r)
	}
	near(t, "regret", r.Regret, 14.6)
	near(t, "what can be expected", r.Total, 29)
}

func TestLooksAndTheChoiceOfAVisitCountTogether(t *testing.T) {
	r, _ := played(t, toxique(t), []string{"?carnet", "?orga", "attendre"}, nil)
	// Two looks of the three show diagnostic 1 each, and no more fit in the time.
	got := r.Profile[0]
	if got.Competency != 0 || got.Attained != 2 || got.Range != 2 || got.Decisions != 1 {
		t.Errorf("diagnostic: %+v", got)
	}
}
