package solve

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve/sketch"
)

func TestALookThatNeverHelps(t *testing.T) {
	sol := solved(t, toxique(t))
	for _, tally := range sol.Tallies() {
		if engine.Name(sol.Scenario(), tally.Node, tally.Move) != "?orga" {
			continue
		}
		if tally.States != 3 || tally.Best != 0 || tally.MinRegret != 1 {
			t.Errorf("the look that never helps: %+v", tally)
		}
		return
	}
	t.Error("no tally of the look that never helps")
}

func TestTalliesCountEveryState(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sol := solve(t, sketch.Random(t).Scenario())
		s := sol.Scenario()
		type key struct {
			node int
			move engine.Move
		}
		want := map[key]*Tally{}
		for id := range ID(sol.States) {
			node := sol.Node(id)
			if s.Nodes[node].Kind != scenario.Decision {
				continue
			}
			options, stake := sol.Options(id), 0.0
			for _, o := range options {
				stake = max(stake, o.Regret)
			}
			for _, o := range options {
				k := key{node, o.Move}
				if want[k] == nil {
					want[k] = &Tally{MinRegret: math.Inf(1)}
				}
				w := want[k]
				w.States++
				w.Staked += one(stake > 0)
				w.Best += one(o.Regret == 0)
				w.Worst += one(stake > 0 && math.Abs(o.Regret-stake) < 1e-9)
				w.MinRegret, w.MaxRegret = min(w.MinRegret, o.Regret), max(w.MaxRegret, o.Regret)
			}
		}
		for _, got := range sol.Tallies() {
			w := want[key{got.Node, got.Move}]
			if w == nil {
				if got.States != 0 {
					t.Errorf("%+v counts states that there are not", got)
				}
				continue
			}
			if got.States != w.States || got.Staked != w.Staked || got.Best != w.Best || got.Worst != w.Worst ||
				far(got.MinRegret, w.MinRegret, 1e-8) || far(got.MaxRegret, w.MaxRegret, 1e-8) {
				t.Errorf("%+v, want %+v", got, *w)
			}
			moves := got.Costliest.Moves
			if x := going(t, sol, got.Costliest); far(x.last, w.MaxRegret, 1e-8) || moves[len(moves)-1] != engine.Name(s, got.Node, got.Move) {
				t.Errorf("%v costs %v, want %v", got.Costliest, x.last, w.MaxRegret)
			}
			delete(want, key{got.Node, got.Move})
		}
		if len(want) > 0 {
			t.Errorf("moves without a tally: %v", want)
		}
	})
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// fork is one decision between two ways; change makes them differ.
func fork(change func(left, right *sketch.Choice)) *sketch.Case {
	left, right := sketch.Choice{ID: "left", Next: sketch.To("end")}, sketch.Choice{ID: "right", Next: sketch.To("end")}
	change(&left, &right)
	return &sketch.Case{
		Competencies: []string{"a", "b"},
		Flags:        []string{"told"},
		Nodes: []sketch.Node{
			{ID: "fork", Choices: []sketch.Choice{left, right}}, {ID: "end"}, {ID: "other"},
		},
	}
}

func TestADecisionThatDecidesNothingIsAFalseOne(t *testing.T) {
	for name, c := range map[string]struct {
		change func(left, right *sketch.Choice)
		want   int
	}{
		"nothing differs": {func(_, _ *sketch.Choice) {}, 1},
		"what differs comes to the same": {func(left, right *sketch.Choice) {
			left.Set, right.Set = []string{"told=1"}, []string{"told+1"}
		}, 1},
		"the next node":         {func(left, _ *sketch.Choice) { left.Next = sketch.To("other") }, 0},
		"a flag":                {func(left, _ *sketch.Choice) { left.Set = []string{"told=1"} }, 0},
		"a delayed consequence": {func(left, _ *sketch.Choice) { left.Later = &sketch.Later{After: 1, Set: []string{"told=1"}} }, 0},
		"an incident":           {func(left, _ *sketch.Choice) { left.Incident = "harm" }, 0},
		"what is shown, though it is worth the same": {func(left, right *sketch.Choice) {
			left.Evidence, right.Evidence = map[string]int8{"a": 1}, map[string]int8{"b": 1}
		}, 0},
		"only one is ever on offer": {func(left, _ *sketch.Choice) { left.When = "told" }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if got := solved(t, fork(c.change).Scenario()).FalseChoices(); len(got) != c.want {
				t.Errorf("false choices: %v", got)
			}
		})
	}
}
