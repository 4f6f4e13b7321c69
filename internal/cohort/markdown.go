package cohort

import (
	"bytes"
	"html"
	"regexp"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
)

// markdown is CommonMark. What HTML it is written with is left out.
var markdown = goldmark.New()

// policy lets through plain text with its marks and its links: no picture, no class, no id.
var policy = newPolicy()

func newPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "h2", "h3", "h4")
	p.AllowAttrs("href").Matching(regexp.MustCompile(`^(https|mailto):`)).OnElements("a")
	p.RequireParseableURLs(true)
	p.AllowURLSchemes("https", "mailto")
	p.RequireNoReferrerOnLinks(true)
	p.AddTargetBlankToFullyQualifiedLinks(true)
	return p
}

// rendered is a notice as sanitised HTML; one that cannot be rendered is shown as it was written.
func rendered(text string) string {
	var out bytes.Buffer
	if err := markdown.Convert([]byte(text), &out); err != nil {
		return "<p>" + html.EscapeString(text) + "</p>"
	}
	return strings.TrimSpace(policy.Sanitize(out.String()))
}
