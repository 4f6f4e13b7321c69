package check

import (
	"strconv"

	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// reach finds what no state shows, and conditions that decide nothing.
func (c *checker) reach() {
	for _, f := range c.sol.Coverage() {
		switch {
		case f.Lang != "" && f.Lang != c.sc.Lang: // a translation has the same conditions
		case f.Never():
			c.never(&f)
		case f.Always():
			s := c.subject(&f.Subject)
			c.add(s, ruleAlways, f.When.Source).Witness = f.Yes
		}
	}
}

func (c *checker) never(f *solve.Fact) {
	s := c.subject(&f.Subject)
	switch {
	case f.Kind == solve.NodeReached:
		c.add(s, ruleNodeNever, s.node)
	case f.Kind == solve.ChoiceOffer && f.When != nil:
		c.add(s, ruleChoiceNever, s.node, s.move, f.When.Source).Witness = f.No
	case f.Kind == solve.LookOffer:
		c.add(s, ruleLookNever, s.node, s.move).Witness = f.No
	case f.When != nil:
		c.add(s, ruleNever, f.When.Source).Witness = f.No
	}
}

// subject is where the part of a scenario that a fact is about is written.
func (c *checker) subject(f *solve.Subject) subject {
	switch {
	case f.Node < 0:
		return subject{at: c.places.Paragraph(f.Lang, c.loose(f), f.Part)}
	case f.Lang != "":
		return c.paragraph(f, &c.sc.Nodes[f.Node])
	}
	n := &c.sc.Nodes[f.Node]
	index, part := strconv.Itoa(f.Index), strconv.Itoa(f.Part)
	switch f.Kind {
	case solve.ChoiceOffer:
		return c.choice(n, f.Index, "when")
	case solve.ChoiceRoute:
		return c.choice(n, f.Index, "next", part, "when")
	case solve.LaterFired:
		return c.choice(n, f.Index, "later", "when")
	case solve.LookOffer:
		return c.look(n, f.Index)
	case solve.SceneRoute:
		return c.node(n, "next", part, "when")
	case solve.ChanceRow, solve.ChanceTarget:
		return c.node(n, "branches", index, "when")
	default:
		return c.node(n)
	}
}

// paragraph is where a conditional paragraph of a node is written.
func (c *checker) paragraph(f *solve.Subject, n *scenario.Node) subject {
	s, path := subject{node: n.ID}, n.ID
	under, ofChoice := choiceTexts[f.Kind]
	switch {
	case ofChoice:
		s.move = n.Choices[f.Index].ID
		path += "/" + s.move + under
	case f.Kind == solve.LookText:
		s.move = "?" + n.Looks[f.Index].ID
		path += "/look:" + n.Looks[f.Index].ID
	case f.Kind == solve.BranchText:
		path += "/branch:" + c.sc.Nodes[f.Index].ID
	}
	s.at = c.places.Paragraph(f.Lang, path, f.Part)
	return s
}

var choiceTexts = map[solve.Kind]string{
	solve.ChoiceText: "", solve.TemptingText: "/tempting", solve.ResultText: "/result",
	solve.ExpertText: "/expert", solve.LaterText: "/later",
}

// loose is the path of a text that is of no node.
func (c *checker) loose(f *solve.Subject) string {
	switch f.Kind {
	case solve.CastText:
		return "cast:" + c.sc.Cast[f.Index].ID
	case solve.ExhibitText:
		return "exhibit:" + c.sc.Exhibits[f.Index].ID
	default:
		return ""
	}
}
