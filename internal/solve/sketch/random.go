package sketch

import (
	"fmt"

	"pgregory.net/rapid"

	"casebook/internal/scenario"
)

// Random draws a case that can be played to an end whatever is done: looks, gauges, flags, hidden truths, chance,
// delayed consequences, and loops that spend fuel.
func Random(t *rapid.T) *Case {
	r := randomizer{t: t}
	r.Case = Case{
		Competencies: []string{"a", "b"},
		Evidence:     r.between(1, 3),
		Gauges:       []Gauge{{"mood", 2, 0, 3}, {"trust", 0, -2, 2}, {"time", 3, 0, 3}, {"fuel", 2, 0, 2}},
		Flags:        []string{"facts", "warned"},
		Clock:        "time",
		Weights:      map[string]int{"mood": r.between(-3, 3), "time": r.between(0, 2)},
		Must:         []string{"warned"},
		MustNot:      []string{"harm"},
		Cap:          49,
	}
	for i := range r.between(0, 2) {
		truth := scenario.Truth{ID: fmt.Sprintf("truth%d", i)}
		for v := range r.between(2, 3) {
			truth.Values = append(truth.Values, scenario.TruthValue{ID: fmt.Sprintf("v%d", v), Weight: uint32(r.between(1, 5))})
		}
		r.Truths = append(r.Truths, truth)
	}
	r.inner = r.between(1, 6)
	for i := range r.inner {
		r.Nodes = append(r.Nodes, r.node(i))
	}
	for i := range 3 {
		r.Nodes = append(r.Nodes, Node{ID: r.id(r.inner + i), Worth: r.between(-5, 12), Tells: r.truth()})
	}
	return &r.Case
}

type randomizer struct {
	Case
	t     *rapid.T
	inner int // nodes that are no ending; three endings follow
}

func (r *randomizer) between(low, high int) int { return rapid.IntRange(low, high).Draw(r.t, "n") }

func (r *randomizer) oneIn(n int) bool { return r.between(1, n) == n }

func (r *randomizer) id(i int) string { return fmt.Sprintf("n%d", i) }

// onwards is a node after the i-th.
func (r *randomizer) onwards(i int) string { return r.id(r.between(i+1, r.inner+2)) }

func (r *randomizer) node(i int) Node {
	n := Node{ID: r.id(i), Tells: r.truth()}
	switch kind := r.between(0, 5); {
	case kind == 0 && i > 0:
		n.Next = r.routes(i)
	case kind == 1 && i > 0:
		n.Rows = []Row{{"", r.targets(i)}}
		if when := r.whenOrTruth(); when != "" {
			n.Rows = append([]Row{{when, r.targets(i)}}, n.Rows...)
		}
	default:
		r.decision(i, &n)
	}
	return n
}

func (r *randomizer) decision(i int, n *Node) {
	for l := range r.between(0, 2) {
		n.Looks = append(n.Looks, Look{
			ID: fmt.Sprintf("look%d", l), When: r.when(), Tells: r.truth(), Cost: int16(r.between(0, 2)),
			Set: r.set(), Evidence: r.evidence(),
		})
	}
	for c := range r.between(1, 3) {
		choice := Choice{
			ID: fmt.Sprintf("choice%d", c), Tells: r.truth(), Set: r.set(), Evidence: r.evidence(), Next: r.routes(i),
		}
		if c > 0 {
			choice.When = r.when()
		}
		if r.oneIn(4) {
			choice.Later = &Later{After: r.between(1, 3), When: r.when(), Tells: r.truth(), Set: r.set()}
		}
		if r.oneIn(6) {
			choice.Incident = "harm"
		}
		n.Choices = append(n.Choices, choice)
	}
	if r.oneIn(4) {
		back := Choice{ID: "back", When: "fuel > 0", Set: []string{"fuel-1"}, Evidence: r.evidence(), Next: To(r.id(r.between(0, i)))}
		n.Choices = append(n.Choices, back)
	}
}

func (r *randomizer) routes(i int) []Route {
	last := Route{To: r.onwards(i)}
	if when := r.whenOrTruth(); when != "" {
		return []Route{{when, r.onwards(i)}, last}
	}
	return []Route{last}
}

func (r *randomizer) targets(i int) []Target {
	first, second := r.onwards(i), r.onwards(i)
	targets := []Target{{first, uint32(r.between(1, 4))}}
	if first != second {
		targets = append(targets, Target{second, uint32(r.between(0, 4))})
	}
	return targets
}

func (r *randomizer) set() []string {
	if r.oneIn(2) {
		return nil
	}
	effects := []string{"mood+1", "mood-2", "trust+1", "trust=-2", "facts=1", "warned=1", "warned=0"}
	return []string{rapid.SampledFrom(effects).Draw(r.t, "effect")}
}

func (r *randomizer) evidence() map[string]int8 {
	if r.oneIn(3) {
		return nil
	}
	return map[string]int8{rapid.SampledFrom(r.Competencies).Draw(r.t, "competency"): int8(r.between(-2, 2))}
}

func (r *randomizer) when() string {
	conditions := []string{"", "", "", "facts", "not facts", "mood >= 2", "trust < 0 or warned", "time > 1"}
	return rapid.SampledFrom(conditions).Draw(r.t, "when")
}

func (r *randomizer) truth() string {
	if len(r.Truths) == 0 || r.oneIn(2) {
		return ""
	}
	truth := rapid.SampledFrom(r.Truths).Draw(r.t, "truth")
	value := rapid.SampledFrom(truth.Values).Draw(r.t, "value")
	if when := r.when(); when != "" && r.oneIn(3) {
		return fmt.Sprintf("%s == %s and (%s)", truth.ID, value.ID, when)
	}
	return fmt.Sprintf("%s == %s", truth.ID, value.ID)
}

func (r *randomizer) whenOrTruth() string {
	if r.oneIn(2) {
		return r.when()
	}
	return r.truth()
}
