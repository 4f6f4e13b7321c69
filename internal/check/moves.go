package check

import (
	"slices"

	"casebook/internal/scenario"
)

// moves finds the flaws of what choices lead to.
func (c *checker) moves() {
	if c.sol != nil {
		c.idle = c.sol.FalseChoices()
	}
	for _, i := range c.idle {
		n := &c.sc.Nodes[i]
		c.add(c.node(n), ruleFalse, n.ID)
	}
	for i := range c.sc.Nodes {
		n := &c.sc.Nodes[i]
		if n.Kind != scenario.Decision {
			continue
		}
		c.tempting(i)
		if c.sol == nil {
			continue
		}
		if !slices.Contains(c.idle, i) {
			c.same(n, &c.keys[i])
		}
		if n.Scored {
			c.dominated(n, &c.keys[i])
			c.hero(n, &c.keys[i])
		}
	}
}

const tempted = 4 // words that a temptation takes at least

// tempting finds choices in favour of which nothing is said, and those that lose all with hardly a word for them.
func (c *checker) tempting(node int) {
	n := &c.sc.Nodes[node]
	for i, text := range c.sc.Texts[c.sc.Lang].Nodes[node].Choices {
		id, said := n.Choices[i].ID, countWords(plain(text.Tempting))
		switch {
		case said == 0:
			c.add(c.readChoice(c.sc.Lang, n, i, ""), ruleNoTempting, n.ID, id)
		case said < tempted && n.Scored && c.sol != nil && c.keys[node].choices[i].losesAll:
			c.add(c.readChoice(c.sc.Lang, n, i, "/tempting"), ruleNoCase, n.ID, id, said)
		}
	}
}

// same finds two choices on offer together of which it does not matter which is made.
func (c *checker) same(n *scenario.Node, k *key) {
	for i := range n.Choices {
		for j := range i {
			if c.sideBySide(k, i, j) && c.alike(&n.Choices[i], &n.Choices[j]) {
				c.add(c.choice(n, i), ruleSame, n.ID, n.Choices[j].ID, n.Choices[i].ID)
			}
		}
	}
}

// hero finds a choice that is right in every state and on every competency.
func (c *checker) hero(n *scenario.Node, k *key) {
	for i := range n.Choices {
		if k.best != i || k.choices[i].right < k.states {
			continue
		}
		if !slices.ContainsFunc(n.Choices, func(o scenario.Choice) bool { return !c.covers(&n.Choices[i], &o) }) {
			c.add(c.choice(n, i), ruleHero, n.ID, n.Choices[i].ID)
		}
	}
}
