package check

import (
	"slices"
	"strconv"
	"strings"

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
		at := spot{node, i}
		if !b.has(row, at, 0) {
			continue
		}
		b.when(b.name(at), b.keys(at, "branches", strconv.Itoa(i), "when"), r.When, func(s *scenario.Scenario) **scenario.Condition {
			n := nodeOf(s, node)
			n.Rows = slices.Clone(n.Rows)
			return &n.Rows[i].When
		})
	}
}

// values turns the weights of `value` into their opposite: of the endings, those that were reached. Where none was,
// nothing was worth anything yet.
func (b *breeder) values() {
	if !b.cover.anyEnding() {
		return
	}
	for _, w := range weightsOf(b.sc) {
		was := *w.in(&b.sc.Value)
		if was == 0 || w.ending >= 0 && !b.cover[part{kind: ended, node: w.ending}] {
			continue
		}
		of := strings.Join(w.keys[:len(w.keys)-1], ".")
		b.becomes(WeightFlipped, of, w.keys, strconv.Itoa(was), strconv.Itoa(-was), func(s *scenario.Scenario) { *s = *w.moved(s, -2*was) })
	}
}
