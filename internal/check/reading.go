package check

import (
	"html"
	"regexp"
	"strings"

	"casebook/internal/scenario"
)

// reading is a decision as it is read in one language.
type reading struct {
	lang    string
	n       *scenario.Node
	key     *key
	scene   string // with the question
	ask     string
	choices []string
	labels  []string
}

// scored lists the readings whose key may show: those of scored decisions that have one best choice.
func scored(readings []reading) []reading {
	var list []reading
	for _, r := range readings {
		if r.key.best >= 0 && len(r.choices) > 1 {
			list = append(list, r)
		}
	}
	return list
}

// readings lists the decisions in written order.
func (c *checker) readings(lang string) []reading {
	text := c.sc.Texts[lang]
	var list []reading
	for i := range c.sc.Nodes {
		n := &c.sc.Nodes[i]
		if n.Kind != scenario.Decision {
			continue
		}
		t := &text.Nodes[i]
		r := reading{lang: lang, n: n, key: &c.keys[i], scene: plain(t.Body) + " " + t.Ask, ask: t.Ask}
		for _, choice := range t.Choices {
			r.choices = append(r.choices, plain(choice.Body))
			r.labels = append(r.labels, choice.Label)
		}
		list = append(list, r)
	}
	return list
}

// said is all that a choice says before it is made.
func (r *reading) said(choice int) string { return r.labels[choice] + ". " + r.choices[choice] }

// of is the subject of a flaw of one choice of a reading, or of the decision itself.
func (c *checker) of(r *reading, choice int) subject {
	if choice < 0 {
		return c.read(r.lang, r.n)
	}
	return c.readChoice(r.lang, r.n, choice, "")
}

var (
	blockTag = regexp.MustCompile(`</?(p|br|hr|li|ul|ol|td|th|tr|h5|h6|pre|blockquote|table)\b[^>]*>`)
	anyTag   = regexp.MustCompile(`<[^>]*>`)
)

// plain is what a block says when every conditional paragraph is shown: its words on one line, without markup.
func plain(b scenario.Block) string {
	var sb strings.Builder
	for _, p := range b.Parts {
		sb.WriteString(bare(p.HTML) + " ")
	}
	return strings.TrimSpace(sb.String())
}

// bare is a text without its markup.
func bare(markup string) string {
	text := anyTag.ReplaceAllString(blockTag.ReplaceAllString(markup, " "), "")
	return strings.Join(strings.Fields(html.UnescapeString(text)), " ")
}
