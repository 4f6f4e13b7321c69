package scenario

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

const blank = `[ \t\x{a0}\x{202f}]` // no-break spaces among them: French puts them before a dash or a colon

var (
	messagePattern = regexp.MustCompile(`^\*\*([^*]+)\*\*(?:` + blank + `+(\S[^—–]{0,23}?))?` + blank + `+[—–-]` + blank + `+(\S.*)$`)
	headerPattern  = regexp.MustCompile(`^\*\*([^*]+)\*\*` + blank + `*:?` + blank + `*(\S.*)$`)
)

func (t *textReader) exhibits(root *section, text *Text) {
	ids := make([]string, len(t.sc.Exhibits))
	for i, x := range t.sc.Exhibits {
		ids[i] = x.ID
	}
	for i, s := range t.match(root, "exhibit", "##", ids) {
		x := ExhibitText{Title: ids[i]}
		if s != nil {
			x = t.exhibit(t.sc.Exhibits[i].Kind, s)
		}
		text.Exhibits = append(text.Exhibits, x)
	}
}

// exhibit takes a body apart by the exhibit's kind.
func (t *textReader) exhibit(kind ExhibitKind, s *section) ExhibitText {
	x := ExhibitText{Title: s.label}
	for i, r := range t.runs(s, "exhibit:"+s.id) {
		t.citations(&r, proseBlock)
		p := ExhibitPart{When: r.when}
		switch {
		case kind == Chat || kind == Call || kind == Meeting:
			p.Messages = t.messages(kind, r)
		case kind == Email && i == 0:
			p.Headers, p.HTML = t.email(r)
		case kind == Figure && i == 0:
			p.Bars, p.HTML = t.figure(r)
		default:
			p.HTML = t.document(kind, r, i == 0)
		}
		x.Parts = append(x.Parts, p)
		t.blocks["exhibit:"+s.id].entries += len(p.Headers) + len(p.Messages) + len(p.Bars)
	}
	if len(x.Parts) == 0 {
		t.add(t.at(s.line), ruleEmptyBlock, s.heading)
	}
	return x
}

// document renders prose; a table has to hold one, an org chart a list.
func (t *textReader) document(kind ExhibitKind, r run, first bool) string {
	doc, source := t.parse(r)
	at := t.at(r.line)
	switch {
	case !first:
	case kind == Table && descendant(doc, extast.KindTable) == nil:
		t.add(at, ruleExhibitTable)
	case kind == OrgChart && descendant(doc, ast.KindList) == nil:
		t.add(at, ruleExhibitList)
	}
	return t.html(r, doc, source)
}

func descendant(n ast.Node, kind ast.NodeKind) ast.Node {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == kind {
			return c
		}
	}
	return nil
}

// messages reads lines such as `**Marc** 22:47 — text`. A line that is no such beginning goes on with the message above.
func (t *textReader) messages(kind ExhibitKind, r run) []Message {
	var messages []Message
	var said []run
	for i, line := range r.lines {
		m := messagePattern.FindStringSubmatch(line)
		switch {
		case m != nil:
			messages = append(messages, Message{Who: strings.TrimSpace(m[1]), At: m[2]})
			said = append(said, run{lines: []string{m[3]}, line: r.line + i})
		case len(said) == 0 && line == "":
		case len(said) == 0 || strings.HasPrefix(line, "**"):
			t.add(t.at(r.line+i), ruleMessage, messageExample(kind))
		default:
			said[len(said)-1].lines = append(said[len(said)-1].lines, line)
		}
	}
	for i := range messages {
		messages[i].HTML = t.render(said[i])
	}
	return messages
}

func messageExample(kind ExhibitKind) string {
	if kind == Meeting {
		return "**Léa** — …"
	}
	return "**Léa** 22:55 — …"
}

// email reads lines such as `**De** Marc` until the first empty one; the rest is the message.
func (t *textReader) email(r run) ([]Header, string) {
	var headers []Header
	for len(r.lines) > 0 && r.lines[0] == "" {
		r.lines, r.line = r.lines[1:], r.line+1
	}
	for len(r.lines) > 0 && r.lines[0] != "" {
		m := headerPattern.FindStringSubmatch(r.lines[0])
		if m == nil {
			t.add(t.at(r.line), ruleEmailHeader)
			return headers, ""
		}
		label := strings.TrimRight(strings.TrimSpace(m[1]), ": \u00a0")
		headers = append(headers, Header{Label: label, Value: strings.TrimSpace(m[2])})
		r.lines, r.line = r.lines[1:], r.line+1
	}
	return headers, t.render(r)
}
