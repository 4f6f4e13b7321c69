package attempt_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/library"
)

// learning begins the first version of a case in learning mode.
func (d *desk) learning(id string) attempt.View {
	d.Helper()
	a := attempt.Attempt{
		ID: uuid.New(), Account: d.by.ID, Scenario: library.Ref{ID: id, Version: 1}, Lang: "en", Timing: attempt.Standard,
		Under: attempt.Under{Assignment: uuid.New(), Cohort: uuid.New(), Learning: true},
		Seed:  "a seed", Status: attempt.InProgress, StartedAt: d.clock,
	}
	d.check(d.store.AddAttempt(d.Context(), a))
	v, err := d.attempts.Find(d.Context(), d.by, a.ID)
	d.check(err)
	return v
}

func TestADecisionIsExplainedInLearningModeAlone(t *testing.T) {
	d := sit(t, shouted)
	v := d.finish(d.begin("client-toxique"))
	if v.Explanation != nil {
		t.Errorf("in case mode: %+v", v.Explanation)
	}
	v = d.make(d.learning("client-toxique"), "?lea")
	if v.Explanation != nil {
		t.Errorf("before the first decision: %+v", v.Explanation)
	}
	v = d.make(v, "attendre")
	e := v.Explanation
	switch {
	case e == nil:
		t.Fatal("nothing is explained")
	case e.Step != 1 || e.Label == "" || !strings.Contains(e.Expert, "<p>") || !e.Valued:
		t.Errorf("explained as %+v", e)
	case e.Regret <= 0 || e.Stake < e.Regret || e.Better == "" || e.Better == e.Label:
		t.Errorf("it cost %v of %v, better: %q", e.Regret, e.Stake, e.Better)
	case len(e.Evidence) == 0 || len(e.Points) == 0 || e.Points[0].Author == "":
		t.Errorf("evidence %+v from %+v", e.Evidence, e.Points)
	}
}

// TestTheExplanationIsWhatTheDebriefSays plays to the end and compares each explanation with the debrief of then.
func TestTheExplanationIsWhatTheDebriefSays(t *testing.T) {
	d := sit(t, shouted, workshop)
	for _, id := range []string{"client-toxique", "workshop"} {
		v := d.learning(id)
		var told []*attempt.Explanation
		for !v.Node.Ending {
			if v = d.make(v, v.Choices[0].ID); v.Explanation != nil {
				told = append(told, v.Explanation)
			}
		}
		b := d.debrief(v)
		if len(told) == 0 || len(told) != len(b.Moves) {
			t.Fatalf("%s: %d explanations of %d decisions", id, len(told), len(b.Moves))
		}
		for i, e := range told {
			m := b.Moves[i]
			if e.Label != m.Label || e.Expert != m.Expert || e.Tempting != m.Tempting || !reflect.DeepEqual(e.Evidence, m.Evidence) {
				t.Errorf("%s %d: explained as\n%+v, debriefed as\n%+v", id, i, e, m)
			}
			if e.Scored != m.Scored || e.Valued && (e.Regret != m.Regret || e.Stake != m.Stake) || !e.Scored && e.Valued {
				t.Errorf("%s %d: worth %v of %v, debriefed %v of %v", id, i, e.Regret, e.Stake, m.Regret, m.Stake)
			}
		}
	}
}

func TestARetryIsExplainedAsTheFirstWas(t *testing.T) {
	d := sit(t, shouted)
	v := d.learning("client-toxique")
	m := attempt.Move{Step: 0, Move: "attendre", Key: "a-key-of-mine"}
	first, err := d.attempts.Make(t.Context(), d.by, v.Attempt.ID, m)
	d.check(err)
	v, err = d.attempts.Find(t.Context(), d.by, v.Attempt.ID)
	d.check(err)
	if v = d.finish(v); v.Explanation.Step == 0 {
		t.Fatal("the attempt has not gone on")
	}
	again, err := d.attempts.Make(t.Context(), d.by, v.Attempt.ID, m)
	d.check(err)
	if !reflect.DeepEqual(first.Explanation, again.Explanation) {
		t.Errorf("first\n%+v, then\n%+v", first.Explanation, again.Explanation)
	}
}
