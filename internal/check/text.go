package check

import (
	"strings"
	"unicode"

	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// text finds the flaws of wording, language by language.
func (c *checker) text() {
	c.position(scored(c.readings(c.sc.Lang)))
	for _, lang := range c.sc.Langs() {
		readings := c.readings(lang)
		for i := range readings {
			r := &readings[i]
			c.villain(r)
			c.others(r)
			c.overlap(r)
			c.form(r)
			c.negative(r)
			c.wordy(r)
		}
		keyed := scored(readings)
		names := c.names(lang)
		for i := range keyed {
			r := &keyed[i]
			c.long(r)
			c.extreme(r)
			c.clang(r, names)
			c.polite(r)
		}
		c.oftenLong(lang, keyed)
		c.convergence(lang, keyed)
		c.scenes(lang)
	}
}

// scenes finds what is too long to be read at one go.
func (c *checker) scenes(lang string) {
	for i := range c.sc.Nodes {
		id, body := c.sc.Nodes[i].ID, c.sc.Texts[lang].Nodes[i].Body
		if countWords(plain(body)) <= sceneWords {
			continue
		}
		if n := c.mostWords(i, body); n > sceneWords {
			c.add(c.read(lang, &c.sc.Nodes[i]), ruleLongScene, id, n, sceneWords)
		}
	}
}

// mostWords is the most words of a node's text that any state shows; where states are not known, all of them. A
// paragraph that depends on a hidden truth counts.
func (c *checker) mostWords(node int, body scenario.Block) int {
	if c.sol == nil {
		return countWords(plain(body))
	}
	most, words := 0, make([]int, len(body.Parts))
	for i, p := range body.Parts {
		words[i] = countWords(bare(p.HTML))
	}
	for id := range solve.ID(c.sol.States) {
		if c.sol.Node(id) != node {
			continue
		}
		vars := c.sol.Vars(id)
		shown := 0
		for i, p := range body.Parts {
			if p.When.OnTruth() || p.When.Holds(&vars, scenario.World{}) {
				shown += words[i]
			}
		}
		most = max(most, shown)
	}
	return most
}

// countWords counts as a reader does: what holds a letter or a digit, between spaces.
func countWords(text string) int {
	n := 0
	for _, word := range strings.Fields(text) {
		if strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			n++
		}
	}
	return n
}
