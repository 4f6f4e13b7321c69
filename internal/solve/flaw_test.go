package solve

import (
	"errors"
	"slices"
	"testing"

	"casebook/internal/solve/sketch"
)

func refused(t *testing.T, c *sketch.Case, limit int) *Flaw {
	t.Helper()
	_, err := Solve(c.Scenario(), limit)
	var flaw *Flaw
	if !errors.As(err, &flaw) {
		t.Fatalf("solved, or refused with %v", err)
	}
	return flaw
}

// round is a case that goes round and round until the trainee leaves.
func round(set ...string) *sketch.Case {
	return &sketch.Case{
		Gauges: []sketch.Gauge{{ID: "time", Start: 30, Max: 30}},
		Nodes: []sketch.Node{
			{ID: "start", Next: sketch.To("door")},
			{ID: "door", Choices: []sketch.Choice{
				{ID: "knock", When: "time > 0", Set: set, Next: sketch.To("wait")},
				{ID: "leave", Next: sketch.To("end")},
			}},
			{ID: "wait", Rows: []sketch.Row{{Targets: []sketch.Target{{To: "door", Weight: 1}, {To: "end", Weight: 1}}}}},
			{ID: "end"},
		},
	}
}

func TestALoopThatSpendsNothingIsEndless(t *testing.T) {
	flaw := refused(t, round(), DefaultLimit)
	want := Witness{Moves: []string{"knock"}, Chance: []string{"door"}}
	if flaw.Code != Endless || !slices.Equal(flaw.Witness.Moves, want.Moves) || !slices.Equal(flaw.Witness.Chance, want.Chance) {
		t.Errorf("got %s, witness %v: %v", flaw.Code, flaw.Witness, flaw)
	}
}

func TestALoopThatSpendsIsFine(t *testing.T) {
	// One scene; 31 times at the door, 30 in wait, and as many endings as there is time left.
	if sol := solved(t, round("time-1").Scenario()); sol.States != 1+31+30+31 {
		t.Errorf("%d states", sol.States)
	}
}

func TestADecisionPointWithoutAMoveIsStuck(t *testing.T) {
	c := round("time-1")
	c.Nodes[1].Choices[1].When = "time > 28"
	flaw := refused(t, c, DefaultLimit)
	if flaw.Code != Stuck || flaw.Node != 1 || len(flaw.Witness.Moves) != 30 {
		t.Errorf("got %s at %d, witness %v", flaw.Code, flaw.Node, flaw.Witness)
	}
}

func TestTooManyConsequencesPending(t *testing.T) {
	c := round("time-1")
	c.Nodes[1].Choices[0].Later = &sketch.Later{After: 50, Set: []string{"time+1"}}
	flaw := refused(t, c, DefaultLimit)
	if flaw.Code != Crowded || len(flaw.Witness.Moves) != 17 {
		t.Errorf("got %s, witness %v", flaw.Code, flaw.Witness)
	}
}

func TestPastTheLimitNothingIsClaimed(t *testing.T) {
	if flaw := refused(t, round("time-1"), 20); flaw.Code != Unknown {
		t.Errorf("got %s", flaw.Code)
	}
}

func TestADiscussionThatCostsIsListed(t *testing.T) {
	c := sketch.Toy()
	c.Nodes[1].Discussion = true
	list := solved(t, c.Scenario()).Discussion()
	if len(list) != 1 || list[0].Node != 1 || list[0].Move != 1 || list[0].Witness.String() != "laisser" {
		t.Fatalf("got %+v", list)
	}
	near(t, "regret", list[0].Regret, 9)
}
