package check

import "casebook/internal/scenario"

// complete finds what is missing and the parser does not ask for: a translation, and in a discussion the points that
// its expert comments rest on.
func (c *checker) complete() {
	for _, lang := range []string{"fr", "en"} {
		if _, ok := c.sc.Texts[lang]; !ok {
			name := scenario.TextName(lang)
			c.add(subject{at: scenario.Place{File: name, Line: 1, Column: 1}}, ruleNoTranslation, name)
		}
	}
	for i := range c.sc.Nodes {
		n := &c.sc.Nodes[i]
		for j, text := range c.sc.Texts[c.sc.Lang].Nodes[i].Choices {
			if !text.Expert.Empty() && len(text.Points) == 0 {
				c.add(c.readChoice(c.sc.Lang, n, j, "/expert"), ruleUncited, n.ID, n.Choices[j].ID)
			}
		}
	}
}
