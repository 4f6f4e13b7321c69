package attempt_test

import (
	"testing"
	"time"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/fault"
)

func TestSilenceDecidesOnceTheTimeIsUp(t *testing.T) {
	d := sit(t, shouted)
	v := d.make(d.begin("client-toxique"), "appeler")
	if v.Node.Timer == nil || v.Node.Timer.Allowed != 90*time.Second || v.Node.Timer.Running {
		t.Fatalf("timer %+v, want 90 s, not running", v.Node.Timer)
	}
	v, err := d.attempts.StartTimer(t.Context(), d.by, v.Attempt.ID, 1)
	d.check(err)
	d.clock = d.clock.Add(60 * time.Second)
	v, err = d.attempts.StartTimer(t.Context(), d.by, v.Attempt.ID, 1)
	d.check(err)
	if v.Node.Timer.Left != 30*time.Second {
		t.Errorf("%v left, want 30 s: starting again must not wind the clock", v.Node.Timer.Left)
	}
	_, err = d.attempts.TimeOut(t.Context(), d.by, v.Attempt.ID, 1)
	d.refused(err, fault.Conflict, "time_is_left")
	_, err = d.attempts.SaveDraft(t.Context(), d.by, v.Attempt.ID, attempt.Draft{Step: 1, Rationale: "I was about to say"})
	d.check(err)
	d.clock = d.clock.Add(40 * time.Second)
	_, err = d.attempts.Make(t.Context(), d.by, v.Attempt.ID, attempt.Move{Step: 1, Move: "ultimatum"})
	d.refused(err, fault.Conflict, "time_is_up")
	v, err = d.attempts.Find(t.Context(), d.by, v.Attempt.ID)
	d.check(err)
	last := v.Attempt.Decisions[1]
	if v.Node.ID != "braque" || !last.TimedOut || engine.Name(v.Version.Scenario, last.Node, last.Move) != "encaisser" || last.Rationale != "I was about to say" {
		t.Errorf("at %s after %+v, want silence to have chosen, and the draft kept", v.Node.ID, last)
	}
	if v.Passage[0].Kind != attempt.TimeoutBeat {
		t.Errorf("told %+v, want the time-out first", v.Passage)
	}
}

func TestAClockLeftRunningIsSettledOnReturn(t *testing.T) {
	d := sit(t, shouted)
	v := d.make(d.begin("client-toxique"), "appeler")
	v, err := d.attempts.StartTimer(t.Context(), d.by, v.Attempt.ID, 1)
	d.check(err)
	d.clock = d.clock.Add(92 * time.Second)
	if v, err = d.attempts.Find(t.Context(), d.by, v.Attempt.ID); err != nil || v.Attempt.Step() != 1 {
		t.Fatalf("within the grace: step %d, %v", v.Attempt.Step(), err)
	}
	d.clock = d.clock.Add(time.Hour)
	if v, err = d.attempts.Find(t.Context(), d.by, v.Attempt.ID); err != nil || v.Attempt.Step() != 2 {
		t.Errorf("an hour later: step %d, %v; want silence to have chosen", v.Attempt.Step(), err)
	}
}

func TestMoreTimeIsAllowedToWhoAsksForIt(t *testing.T) {
	d := sit(t, shouted)
	for timing, want := range map[attempt.Timing]time.Duration{attempt.HalfMore: 135 * time.Second, attempt.Twice: 3 * time.Minute} {
		v, err := d.attempts.Begin(t.Context(), d.by, "client-toxique", "fr", timing)
		d.check(err)
		if v = d.make(v, "appeler"); v.Node.Timer.Allowed != want {
			t.Errorf("%s allows %v, want %v", timing, v.Node.Timer.Allowed, want)
		}
	}
	v, err := d.attempts.Begin(t.Context(), d.by, "client-toxique", "fr", attempt.TimingOff)
	d.check(err)
	if v = d.make(v, "appeler"); v.Node.Timer != nil {
		t.Errorf("timer %+v, want none", v.Node.Timer)
	}
}
