package demo

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/library"
)

func TestTheSamePlanMakesTheSame(t *testing.T) {
	plan := Plan{Seed: 7, People: groupSize + 10, Attempts: 2, Until: evening}
	one, again := filled(t, plan), filled(t, plan)
	if !reflect.DeepEqual(one, again) {
		t.Error("the same plan made something else")
	}
	plan.Seed++
	if other := filled(t, plan); reflect.DeepEqual(one.accounts, other.accounts) || reflect.DeepEqual(one.attempts, other.attempts) {
		t.Error("another seed makes the same")
	}
}

func TestEveryoneBeginsAsManyAttemptsAsPlanned(t *testing.T) {
	plan := Plan{Seed: 3, People: groupSize + 50, Attempts: 3, Until: evening}
	s := filled(t, plan)
	begun := map[uuid.UUID]int{}
	for _, a := range s.accounts {
		if _, twice := begun[a.ID]; twice || a.Kind != account.Demo {
			t.Fatalf("account %v", a)
		}
		begun[a.ID] = 0
	}
	for _, a := range s.attempts {
		begun[a.Account]++
	}
	if len(begun) != plan.People {
		t.Fatalf("%d people, want %d", len(begun), plan.People)
	}
	for who, n := range begun {
		if n != plan.Attempts {
			t.Fatalf("%s begins %d attempts", who, n)
		}
	}
	if first := plan.First(); first != s.accounts[0] {
		t.Errorf("the first account is %v, not %v", s.accounts[0], first)
	}
}

// TestTimeGoesForward holds for the ids too: they are written in their order.
func TestTimeGoesForward(t *testing.T) {
	plan := Plan{Seed: 5, People: 300, Attempts: 4, Until: evening}
	s := filled(t, plan)
	came := map[uuid.UUID]time.Time{}
	for i, a := range s.accounts {
		came[a.ID] = a.CreatedAt
		if a.ID.Version() != 7 || a.ID.Variant() != uuid.RFC4122 {
			t.Fatalf("id %s", a.ID)
		}
		if i > 0 && a.CreatedAt.Sub(s.accounts[i-1].CreatedAt) < -time.Minute {
			t.Errorf("account %d is opened long before the one before", i)
		}
	}
	ids := map[uuid.UUID]bool{}
	for i := range s.attempts {
		a := &s.attempts[i]
		if i > 0 && (a.StartedAt.Before(s.attempts[i-1].StartedAt) || slices.Compare(a.ID[:6], s.attempts[i-1].ID[:6]) < 0) {
			t.Fatalf("attempt %d begins before the one before", i)
		}
		ids[a.ID] = true
		last := came[a.Account]
		moments := []time.Time{a.StartedAt}
		for _, d := range a.Decisions {
			moments = append(moments, d.At)
		}
		for _, at := range append(moments, a.UpdatedAt()) {
			if at.Before(last) || at.After(plan.Until) || at != at.Truncate(time.Microsecond) || at.Location() != time.UTC {
				t.Fatalf("attempt %d: %v after %v", i, at, last)
			}
			last = at
		}
		if a.Clock.Started.After(plan.Until) {
			t.Errorf("attempt %d: the clock starts at %v", i, a.Clock.Started)
		}
	}
	if len(ids) != len(s.attempts) {
		t.Errorf("%d ids for %d attempts", len(ids), len(s.attempts))
	}
}

func TestEveryAttemptIsOneThatTheProductWouldHaveKept(t *testing.T) {
	versions := map[library.Ref]*library.Version{}
	for _, c := range shipped(t) {
		versions[c.version.Ref] = c.version
	}
	s := filled(t, Plan{Seed: 11, People: 150, Attempts: 4, Until: evening})
	seen := map[attempt.Status]int{}
	silent, draws := 0, 0
	for i := range s.attempts {
		a := &s.attempts[i]
		if found := attempt.Verify(&attempt.Kept{Attempt: *a}, versions[a.Scenario]); len(found) > 0 {
			t.Fatalf("attempt %d: %+v", i, found)
		}
		seen[a.Status]++
		since := a.StartedAt
		for step, d := range a.Decisions {
			if d.TimedOut {
				silent++
			}
			draws += len(d.Draws) / 4
			timed := versions[a.Scenario].Scenario.Nodes[d.Node].Timer > 0 // the clock starts later, and runs on through looks
			if took := d.At.Sub(since).Truncate(time.Millisecond); !timed && d.Took != took || d.Took > d.At.Sub(a.StartedAt) {
				t.Errorf("attempt %d, step %d took %v from %v to %v", i, step, d.Took, since, d.At)
			}
			since = d.At
			if _, look := d.Move.IsLook(); (look || d.TimedOut) && (d.Confidence != 0 || d.Rationale != "") {
				t.Errorf("attempt %d, step %d: asked why of %+v", i, step, d)
			}
		}
	}
	if seen[attempt.Completed] < 400 || seen[attempt.InProgress] < 20 || seen[attempt.Abandoned] < 5 || silent < 5 || draws < 50 {
		t.Errorf("%v, %d timed out, %d draws", seen, silent, draws)
	}
}

func TestForDecisionsMakesAboutAsMany(t *testing.T) {
	plan, err := Plan{Seed: 1, Attempts: 5, Until: evening}.ForDecisions(60_000, shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	var kept Count
	kept, err = Fill(t.Context(), plan, shipped(t), &shelf{}, quietly)
	if err != nil || kept.Decisions < 59_000 || kept.Decisions > 63_000 {
		t.Errorf("%+v, %v", kept, err)
	}
}

func TestFillStopsWhereItIsToldTo(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	s := &shelf{}
	plan := Plan{Seed: 1, People: 3 * groupSize, Attempts: 2, Until: evening}
	kept, err := Fill(ctx, plan, shipped(t), s, func(c Count) {
		if c.People == 2*groupSize {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || len(s.attempts) != kept.Attempts || kept.Attempts != 2*groupSize {
		t.Errorf("%d attempts, told %+v, %v", len(s.attempts), kept, err)
	}
	full := errors.New("no room")
	if kept, err := Fill(t.Context(), plan, shipped(t), &shelf{full: full}, quietly); !errors.Is(err, full) || kept != (Count{}) {
		t.Errorf("%+v, %v", kept, err)
	}
}
