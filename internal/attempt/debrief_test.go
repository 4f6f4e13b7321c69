package attempt_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"casebook/internal/attempt"
	"casebook/internal/fault"
	"casebook/internal/scoring"
)

func (d *desk) debrief(v attempt.View) attempt.Debrief {
	d.Helper()
	b, err := d.attempts.Debrief(d.Context(), d.by, v.Attempt.ID)
	d.check(err)
	return b
}

func TestTheDebriefOpensAtTheEnding(t *testing.T) {
	d := sit(t, shouted)
	v := d.begin("client-toxique")
	_, err := d.attempts.Debrief(t.Context(), d.by, v.Attempt.ID)
	d.refused(err, fault.Conflict, "not_ended")
	_, err = d.attempts.WhatIf(t.Context(), d.by, v.Attempt.ID, 0, "appeler")
	d.refused(err, fault.Conflict, "not_ended")
	_, err = d.attempts.Reflect(t.Context(), d.by, v.Attempt.ID, attempt.Reflection{Reaction: "early"})
	d.refused(err, fault.Conflict, "not_ended")
}

func TestTheDebriefTellsWhatHappenedAndWhatItWasWorth(t *testing.T) {
	d := sit(t, shouted)
	v := d.finish(d.make(d.begin("client-toxique"), "?lea", "attendre", "encaisser"))
	b := d.debrief(v)
	o := b.Outcome
	if math.Abs(o.Best-o.Regret+o.Luck-o.Total) > 1e-9 {
		t.Errorf("%v − %v + %v is not %v", o.Best, o.Regret, o.Luck, o.Total)
	}
	if o.Best != 43.6 || o.MaxRegret != 61.6 || math.Abs(*b.UniformRandom-42.35261844636845) > 1e-9 {
		t.Errorf("best %v, largest regret %v, random %v", o.Best, o.MaxRegret, *b.UniformRandom)
	}
	if len(o.Incidents) == 0 || o.Incidents[0].ID != "promesse-intenable" || *o.Capped > 49 {
		t.Errorf("incidents %+v, capped %v", o.Incidents, *o.Capped)
	}
	wait := b.Moves[1]
	if wait.LaterStep != 2 || !strings.Contains(wait.Later, "change accounts") {
		t.Errorf("the delayed consequence came at %d: %q", wait.LaterStep, wait.Later)
	}
	if wait.Rationale != "because attendre" || wait.Expert == "" || !slices.Contains(wait.Points, "T8") {
		t.Errorf("told as %+v", wait)
	}
	if c := wait.Changes; len(c) != 1 || c[0].Label != "Marc Verdier · Trust" || c[0].To != c[0].From+1 {
		t.Errorf("changes %+v", c)
	}
	if len(wait.Alternatives) != len(wait.Offered) || wait.Regret <= 0 || wait.Stake < wait.Regret {
		t.Errorf("alternatives %+v, regret %v of %v", wait.Alternatives, wait.Regret, wait.Stake)
	}
	if len(b.Takeaways) == 0 || len(b.Points) == 0 || b.Points[0].Author == "" || len(b.Sources) == 0 {
		t.Errorf("takeaways %v, points %v, sources %v", b.Takeaways, b.Points, b.Sources)
	}
	for _, g := range b.Gauges {
		if g.Series[0] != g.Start || g.Series[len(g.Series)-1] != g.Final || len(g.Series) != v.Attempt.Step()+1 {
			t.Errorf("%s: %v from %d to %d", g.ID, g.Series, g.Start, g.Final)
		}
	}
}

func TestWhatIfChangesOneMoveAndKeepsTheDice(t *testing.T) {
	d := sit(t, shouted)
	v := d.finish(d.make(d.begin("client-toxique"), "?carnet", "attendre", "nommer"))
	w, err := d.attempts.WhatIf(t.Context(), d.by, v.Attempt.ID, 1, "appeler")
	d.check(err)
	if w.Moves[0].Origin != scoring.Before || w.Moves[1].Origin != scoring.Changed || w.Moves[1].ID != "appeler" {
		t.Errorf("moves %+v", w.Moves)
	}
	if w.Moves[2].ID != "nommer" || w.Moves[2].Origin != scoring.Kept {
		t.Errorf("the next move is %+v, want the call kept", w.Moves[2])
	}
	was := d.debrief(v)
	if w.Original.Outcome.Total != was.Outcome.Total || w.Chance[0].Outcome != was.Chance[0].Outcome {
		t.Errorf("original %v with %v, want %v with %v", w.Original.Outcome.Total, w.Chance, was.Outcome.Total, was.Chance)
	}
	if w.Changed.Outcome.Total <= was.Outcome.Total {
		t.Errorf("calling is worth %v, waiting %v", w.Changed.Outcome.Total, was.Outcome.Total)
	}
	if after := d.debrief(v); len(after.Moves) != len(was.Moves) || after.Moves[1].Rationale != was.Moves[1].Rationale {
		t.Error("the replay left a trace on the record")
	}
	_, err = d.attempts.WhatIf(t.Context(), d.by, v.Attempt.ID, 99, "appeler")
	d.refused(err, fault.Invalid, "no_such_step")
	_, err = d.attempts.WhatIf(t.Context(), d.by, v.Attempt.ID, 0, "hierarchie")
	d.refused(err, fault.Invalid, "not_available")
}

func TestAReflectionIsKeptWhole(t *testing.T) {
	d := sit(t, shouted)
	v := d.finish(d.begin("client-toxique"))
	r := attempt.Reflection{Reaction: "Hm.", Confidence: 2, Commitment: &attempt.Commitment{When: "a client shouts", Then: "I name the facts"}}
	if _, err := d.attempts.Reflect(t.Context(), d.by, v.Attempt.ID, r); err != nil {
		t.Fatal(err)
	}
	kept := d.debrief(v).Attempt.Reflection
	if kept.Reaction != "Hm." || kept.Commitment == nil || *kept.Commitment != *r.Commitment {
		t.Errorf("kept %+v", kept)
	}
}

func TestCalibrationNeedsSomebodyToSayHowSureTheyWere(t *testing.T) {
	d := sit(t, shouted)
	if b := d.debrief(d.finish(d.begin("client-toxique"))); b.Calibration != nil {
		t.Errorf("calibration %+v of nothing", b.Calibration)
	}
	v := d.begin("client-toxique")
	_, err := d.attempts.Make(t.Context(), d.by, v.Attempt.ID, attempt.Move{Move: "attendre", Confidence: 3})
	d.check(err)
	v, err = d.attempts.Find(t.Context(), d.by, v.Attempt.ID)
	d.check(err)
	b := d.debrief(d.finish(v))
	if c := b.Calibration; c == nil || c.Decisions != 1 || math.Abs(c.Brier-.95*.95) > 1e-9 || c.Overconfidence <= 0 {
		t.Errorf("certain of the worst choice: %+v", c)
	}
}
