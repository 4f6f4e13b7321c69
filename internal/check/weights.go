package check

import (
	"slices"
	"strings"

	"casebook/internal/scenario"
)

// weight is one of the weights of `value`.
type weight struct {
	keys   []string // to where it is written
	ending int      // the node; -1 for what is no ending's
	in     func(v *scenario.Value) *int
}

// weightsOf lists the weights of evidence, of every ending, and of the gauges that count.
func weightsOf(sc *scenario.Scenario) []weight {
	all := []weight{{[]string{"value", "evidence"}, -1, func(v *scenario.Value) *int { return &v.Evidence }}}
	for i := range sc.Nodes {
		if n := &sc.Nodes[i]; n.Kind == scenario.Ending {
			all = append(all, weight{[]string{"value", "endings", n.ID}, i, func(v *scenario.Value) *int { return &v.Endings[i] }})
		}
	}
	for i, points := range sc.Value.State {
		if points != 0 {
			all = append(all, weight{[]string{"value", "state", sc.Vars[i].ID}, -1, func(v *scenario.Value) *int { return &v.State[i] }})
		}
	}
	return all
}

// name is "evidence", "endings.reparee" or "state.lea.moral".
func (w *weight) name() string { return strings.Join(w.keys[1:], ".") }

// moved is the scenario with the weight moved; the original stays as it is.
func (w *weight) moved(sc *scenario.Scenario, by int) *scenario.Scenario {
	v := sc.Value
	v.Endings, v.State = slices.Clone(v.Endings), slices.Clone(v.State)
	*w.in(&v) += by
	return sc.Reweighed(v)
}
