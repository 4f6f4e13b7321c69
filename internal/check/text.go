package check

import (
	"strings"
	"unicode"
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
		id := c.sc.Nodes[i].ID
		if n := count(plain(c.sc.Texts[lang].Nodes[i].Body)); n > sceneWords {
			c.add(subject{at: c.places.Text(lang, id), node: id}, ruleLongScene, id, n, sceneWords)
		}
	}
}

// count counts words as a reader does: what holds a letter or a digit, between spaces.
func count(text string) int {
	n := 0
	for _, word := range strings.Fields(text) {
		if strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			n++
		}
	}
	return n
}
