package solve

import (
	"testing"

	"casebook/internal/solve/sketch"
)

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
