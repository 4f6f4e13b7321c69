package check

import (
	"slices"
	"strconv"

	"casebook/internal/scenario"
)

// when turns a condition into its opposite, and takes it away; own finds it in a copy.
func (b *breeder) when(of string, keys []string, c *scenario.Condition, own func(*scenario.Scenario) **scenario.Condition) {
	if c == nil {
		return
	}
	not := c.Negated()
	b.becomes(WhenNegated, of, keys, c.Source, not.Source, func(s *scenario.Scenario) { *own(s) = not })
	b.becomes(WhenRemoved, of, keys, c.Source, "", func(s *scenario.Scenario) { *own(s) = nil })
}

// routes changes conditions that were tested, and targets of ways that were taken; own finds the routes in a copy.
func (b *breeder) routes(at spot, routes []scenario.Route, own func(*scenario.Scenario) *[]scenario.Route) {
	route := func(s *scenario.Scenario, i int) *scenario.Route {
		all := own(s)
		*all = slices.Clone(*all)
		return &(*all)[i]
	}
	for i, r := range routes {
		keys := func(key string) []string { return b.keys(at, "next", strconv.Itoa(i), key) }
		if b.has(tested, at, i) {
			b.when(b.name(at), keys("when"), r.When, func(s *scenario.Scenario) **scenario.Condition { return &route(s, i).When })
		}
		if to, ok := b.other(r.To); ok && b.has(taken, at, i) {
			b.becomes(TargetChanged, b.name(at), keys("to"), b.sc.Nodes[r.To].ID, b.sc.Nodes[to].ID, func(s *scenario.Scenario) { route(s, i).To = to })
		}
	}
}

// other is another node that a way could lead to: one of the same kind, or at least one where the story goes on.
func (b *breeder) other(to int) (int, bool) {
	nodes := b.sc.Nodes
	kind := nodes[to].Kind
	for _, fits := range []func(scenario.NodeKind) bool{
		func(k scenario.NodeKind) bool { return k == kind },
		func(k scenario.NodeKind) bool { return k != scenario.Ending && kind != scenario.Ending },
	} {
		for i := range nodes {
			if next := (to + 1 + i) % len(nodes); next != to && fits(nodes[next].Kind) {
				return next, true
			}
		}
	}
	return 0, false
}

// rows changes the conditions of chance that were tested.
func (b *breeder) rows(node int) {
	for i, r := range b.sc.Nodes[node].Rows {
		if !b.has(row, spot{node, i}, 0) {
			continue
		}
		b.when(b.sc.Nodes[node].ID, []string{"nodes", b.sc.Nodes[node].ID, "branches", strconv.Itoa(i), "when"}, r.When, func(s *scenario.Scenario) **scenario.Condition {
			n := nodeOf(s, node)
			n.Rows = slices.Clone(n.Rows)
			return &n.Rows[i].When
		})
	}
}

// values turns what counts into its opposite: evidence, the endings that were reached, gauges at the end.
func (b *breeder) values() {
	v := &b.sc.Value
	weight := func(of string, keys []string, was int, apply func(*scenario.Scenario)) {
		if was != 0 {
			b.becomes(WeightFlipped, of, append([]string{"value"}, keys...), strconv.Itoa(was), strconv.Itoa(-was), apply)
		}
	}
	over := false
	for i, was := range v.Endings {
		if !b.cover[part{kind: ended, node: i}] {
			continue
		}
		over = true
		weight("value.endings", []string{"endings", b.sc.Nodes[i].ID}, was, func(s *scenario.Scenario) {
			s.Value.Endings = slices.Clone(s.Value.Endings)
			s.Value.Endings[i] = -was
		})
	}
	if !over {
		return
	}
	weight("value", []string{"evidence"}, v.Evidence, unweigh)
	for i, was := range v.State {
		weight("value.state", []string{"state", b.sc.Vars[i].ID}, was, func(s *scenario.Scenario) {
			s.Value.State = slices.Clone(s.Value.State)
			s.Value.State[i] = -was
		})
	}
}

// unweigh turns what evidence is worth into its opposite.
func unweigh(s *scenario.Scenario) {
	s.Value.Evidence = -s.Value.Evidence
	s.Nodes = slices.Clone(s.Nodes)
	for i := range s.Nodes {
		n := &s.Nodes[i]
		n.Looks, n.Choices = slices.Clone(n.Looks), slices.Clone(n.Choices)
		for l := range n.Looks {
			n.Looks[l].Points *= -1
		}
		for c := range n.Choices {
			n.Choices[c].Points *= -1
		}
	}
}
