package check

import (
	"regexp"

	"casebook/internal/scenario"
)

var citation = regexp.MustCompile(`\[@([A-Za-z][A-Za-z0-9_-]*)\]`)

// Cited gathers the teaching points that a case cites, in expert comments and in the teaching note.
func Cited(sc *scenario.Scenario) map[string]bool {
	cited := map[string]bool{}
	text := sc.Texts[sc.Lang]
	for _, n := range text.Nodes {
		for _, c := range n.Choices {
			for _, id := range c.Points {
				cited[id] = true
			}
		}
	}
	for _, block := range text.Note {
		for _, m := range citation.FindAllStringSubmatch(block.Source, -1) {
			cited[m[1]] = true
		}
	}
	return cited
}

// Coverage finds the teaching points of the registers that none of some cases cites.
func Coverage(registers *scenario.Registers, cases ...*scenario.Scenario) []Flaw {
	cited := map[string]bool{}
	for _, sc := range cases {
		for id := range Cited(sc) {
			cited[id] = true
		}
	}
	c := &checker{}
	for _, p := range registers.Points {
		if !cited[p.ID] {
			at := scenario.Place{File: "sources.yaml", Line: max(1, p.Line), Column: 1}
			c.add(subject{at: at}, ruleUncovered, p.ID, p.Text)
		}
	}
	return c.flaws
}
