package scenario

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown is CommonMark with tables. Underlined headings are left out: `#` to `####` belong to the screenplay.
var markdown = goldmark.New(
	goldmark.WithParser(parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)),
	goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute))),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(mediaRenderer{}, 100))),
)

// policy lets through what the renderer writes, and nothing else: no id, class or style, no address but https, mailto
// and the case's own media.
var policy = newPolicy()

func newPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "h5", "h6",
		"table", "thead", "tbody", "tr", "th", "td")
	p.AllowAttrs("align").Matching(regexp.MustCompile(`^(left|center|right)$`)).OnElements("th", "td")
	p.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
	p.AllowAttrs("href").Matching(regexp.MustCompile(`^(https|mailto):`)).OnElements("a")
	source := regexp.MustCompile(`^media/[a-z0-9][a-z0-9_-]{0,63}\.(png|jpg|jpeg|webp|mp3)$`)
	p.AllowAttrs("src").Matching(source).OnElements("img", "audio")
	p.AllowAttrs("alt").OnElements("img")
	p.AllowAttrs("loading").Matching(regexp.MustCompile(`^lazy$`)).OnElements("img")
	p.AllowAttrs("controls").Matching(regexp.MustCompile(`^$`)).OnElements("audio")
	p.AllowAttrs("preload").Matching(regexp.MustCompile(`^none$`)).OnElements("audio")
	p.AllowAttrs("aria-label").OnElements("audio")
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(true)
	p.AllowURLSchemes("https", "mailto")
	p.RequireNoReferrerOnLinks(true)
	p.AddTargetBlankToFullyQualifiedLinks(true)
	return p
}

// mediaRenderer writes a picture, or a player where the file is a sound.
type mediaRenderer struct{}

func (mediaRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindImage, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		src := util.EscapeHTML(n.(*ast.Image).Destination)
		label := util.EscapeHTML([]byte(plainText(n, source)))
		if bytes.HasSuffix(src, []byte(".mp3")) {
			_, _ = w.WriteString(`<audio controls preload="none" src="` + string(src) + `" aria-label="` + string(label) + `"></audio>`)
		} else {
			_, _ = w.WriteString(`<img src="` + string(src) + `" alt="` + string(label) + `" loading="lazy">`)
		}
		return ast.WalkSkipChildren, nil
	})
}

// render turns a run of lines into sanitised HTML.
func (t *textReader) render(r run) string {
	doc, source := t.parse(r)
	return t.html(r, doc, source)
}

func (t *textReader) parse(r run) (ast.Node, []byte) {
	if crowded(r.lines) {
		t.add(t.at(r.line), ruleCrowded)
		r.lines = nil
	}
	source := []byte(r.source())
	doc := markdown.Parser().Parse(text.NewReader(source))
	t.inspect(doc, source, r.line)
	return doc, source
}

func (t *textReader) html(r run, doc ast.Node, source []byte) string {
	var out bytes.Buffer
	if err := markdown.Renderer().Render(&out, source, doc); err != nil || out.Len() > maxBlockHTML {
		t.add(t.at(r.line), ruleCrowded)
		return ""
	}
	return strings.TrimSpace(policy.Sanitize(out.String()))
}

// plainText is what a piece of Markdown says, without its marks.
func plainText(n ast.Node, source []byte) string {
	var sb strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			sb.Write(util.UnescapePunctuations(c.Segment.Value(source)))
			if c.SoftLineBreak() || c.HardLineBreak() {
				sb.WriteByte(' ')
			}
		case *ast.String:
			sb.Write(c.Value)
		case *ast.AutoLink:
			sb.Write(c.Label(source))
		default:
			sb.WriteString(plainText(c, source))
		}
	}
	return sb.String()
}
