package check

import (
	"cmp"
	"slices"

	"casebook/internal/scenario"
)

// alike tells whether two choices have the same consequences, now and later, and the same way on.
func (c *checker) alike(a, b *scenario.Choice) bool {
	return a.Incident == b.Incident && sameRoutes(a.Next, b.Next) && sameEffects(a.Set, b.Set) &&
		c.sameLater(a.Later, b.Later) && slices.Equal(inOrder(a.Evidence), inOrder(b.Evidence))
}

func inOrder(all []scenario.Evidence) []scenario.Evidence {
	some := slices.DeleteFunc(slices.Clone(all), func(e scenario.Evidence) bool { return e.Points == 0 })
	slices.SortFunc(some, func(a, b scenario.Evidence) int { return cmp.Compare(a.Competency, b.Competency) })
	return some
}

func sameEffects(a, b []scenario.Effect) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(e scenario.Effect) bool { return !slices.Contains(b, e) })
}

func sameRoutes(a, b []scenario.Route) bool {
	return slices.EqualFunc(a, b, func(x, y scenario.Route) bool { return x.To == y.To && source(x.When) == source(y.When) })
}

func (c *checker) sameLater(a, b int) bool {
	if a < 0 || b < 0 {
		return a == b
	}
	x, y := &c.sc.Laters[a], &c.sc.Laters[b]
	return x.After == y.After && source(x.When) == source(y.When) && sameEffects(x.Set, y.Set)
}

func source(when *scenario.Condition) string {
	if when == nil {
		return ""
	}
	return when.Source
}

// dominated finds choices that nothing speaks for beside another one that is always on offer when they are.
func (c *checker) dominated(n *scenario.Node, k *key) {
	for i := range n.Choices {
		a := &n.Choices[i]
		if k.choices[i].offered == 0 || k.choices[i].right > 0 {
			continue // nobody meets it, or it is right at times
		}
		for j := range n.Choices {
			b := &n.Choices[j]
			if i != j && k.choices[i].without>>j&1 == 0 && c.covers(b, a) && !c.gains(a, b) {
				c.add(c.choice(n, i), ruleDominated, n.ID, a.ID, b.ID)
				break
			}
		}
	}
}

// covers tells whether a shows at least as much as b of every competency.
func (c *checker) covers(a, b *scenario.Choice) bool {
	for i := range c.sc.Competencies {
		if points(a, i) < points(b, i) {
			return false
		}
	}
	return true
}

func points(c *scenario.Choice, competency int) int8 {
	for _, e := range c.Evidence {
		if e.Competency == competency {
			return e.Points
		}
	}
	return 0
}

// gains tells whether a moves a gauge in a way that may count for it against b. A gauge that counts at the end, and
// the clock, have a good side; of any other nobody can tell which it is, so that a movement of its own is enough.
func (c *checker) gains(a, b *scenario.Choice) bool {
	ours, theirs := c.moved(a), c.moved(b)
	for i := range c.sc.Vars {
		weight := c.sc.Value.State[i]
		if i == c.sc.Clock {
			weight = 1
		}
		switch more := ours[i] - theirs[i]; {
		case c.sc.Vars[i].Flag || more == 0:
		case weight == 0 && ours[i] != 0, weight > 0 && more > 0, weight < 0 && more < 0:
			return true
		}
	}
	return false
}

// moved sums up how far a choice moves each gauge from where it starts, now and later.
func (c *checker) moved(choice *scenario.Choice) []int {
	moves := make([]int, len(c.sc.Vars))
	effects := choice.Set
	if choice.Later >= 0 {
		effects = slices.Concat(effects, c.sc.Laters[choice.Later].Set)
	}
	for _, e := range effects {
		if e.Assign {
			moves[e.Var] = int(e.Amount - c.sc.Vars[e.Var].Start)
		} else {
			moves[e.Var] += int(e.Amount)
		}
	}
	return moves
}
