package check

import (
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// Choices at a decision point.
const (
	fewChoices  = 2
	manyChoices = 5
)

// states finds the flaws that exploring every state shows.
func (c *checker) states() {
	if c.unsolved != nil {
		c.impasse()
		return
	}
	c.reach()
	for i := range c.sc.Nodes {
		n, k := &c.sc.Nodes[i], &c.keys[i]
		if n.Kind != scenario.Decision || k.states == 0 {
			continue
		}
		if k.fewest < fewChoices {
			c.add(c.node(n), ruleFewChoices, n.ID, fewChoices)
		}
		if k.most > manyChoices {
			c.add(c.node(n), ruleManyChoices, n.ID, k.most, manyChoices)
		}
		for l, w := range k.looks {
			if w.offered > 0 && w.right == 0 && n.Scored {
				c.add(c.look(n, l), ruleTrap, n.ID, n.Looks[l].ID, decimal(w.least))
			}
		}
	}
	for _, d := range c.sol.Discussion() {
		n := &c.sc.Nodes[d.Node]
		s := c.move(n, d.Move)
		c.add(s, ruleCosts, n.ID, s.move, decimal(d.Regret), d.Witness.String()).Witness = &d.Witness
	}
}

// impasse says why the case has no values.
func (c *checker) impasse() {
	s, r := c.all(), ruleImpasse
	if c.unsolved.Code == solve.Unknown {
		r = ruleUnknown
	}
	if c.unsolved.Node >= 0 {
		s = c.node(&c.sc.Nodes[c.unsolved.Node])
	}
	f := c.add(s, r, c.unsolved.Text)
	if c.unsolved.Node >= 0 {
		f.Witness = &c.unsolved.Witness
	}
}
