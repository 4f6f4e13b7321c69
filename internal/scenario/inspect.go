package scenario

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

var mediaPattern = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,63}\.(png|jpg|jpeg|webp|mp3)$`)

// inspect reports what a text may not hold, and gives pictures the address under which they are served.
func (t *textReader) inspect(doc ast.Node, source []byte, firstLine int) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		at := func() Place { return t.positionOf(n, source, firstLine) }
		switch n := n.(type) {
		case *ast.RawHTML, *ast.HTMLBlock:
			t.add(at(), ruleHTML)
		case *ast.Heading:
			if n.Level < 5 {
				t.add(at(), ruleInnerHeading)
			}
		case *ast.Link:
			t.link(string(n.Destination), at)
		case *ast.AutoLink:
			if n.AutoLinkType == ast.AutoLinkURL {
				t.link(string(n.URL(source)), at)
			}
		case *ast.Image:
			t.image(n, source, at)
		}
		return ast.WalkContinue, nil
	})
}

func (t *textReader) link(to string, at func() Place) {
	to = strings.ToLower(to)
	if !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "mailto:") {
		t.add(at(), ruleLink, clip(to))
	}
}

func (t *textReader) image(n *ast.Image, source []byte, at func() Place) {
	name := string(n.Destination)
	switch _, ok := t.media[name]; {
	case !mediaPattern.MatchString(name):
		t.add(at(), ruleImageName, clip(name))
	case !ok:
		known := make([]string, 0, len(t.media))
		for m := range t.media {
			known = append(known, m)
		}
		t.add(at(), ruleImageMissing, name, hint{name, known})
	case strings.TrimSpace(plainText(n, source)) == "":
		t.add(at(), ruleImageAlt, name)
	}
	n.Destination = []byte("media/" + name)
}

// positionOf finds where a piece of Markdown stands: at its own first letter, or at the nearest that is known.
func (t *textReader) positionOf(n ast.Node, source []byte, firstLine int) Place {
	offset := -1
	for ; n != nil && offset < 0; n = n.Parent() {
		offset = offsetOf(n)
	}
	line, column := position(string(source), min(offset, len(source)))
	return Place{t.file, firstLine + line - 1, column}
}

// offsetOf is the first offset that is known within a piece of Markdown, or -1.
func offsetOf(n ast.Node) int {
	switch n := n.(type) {
	case *ast.RawHTML:
		return n.Segments.At(0).Start
	case *ast.Text:
		return n.Segment.Start
	}
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if offset := offsetOf(c); offset >= 0 {
			return offset
		}
	}
	return -1
}
