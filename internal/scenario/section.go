package scenario

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// section is one heading of a screenplay, with what is written under it.
type section struct {
	keyword, id, label string
	heading            string // as written, without the label
	line               int
	body               []string
	children           []*section
}

// shape says what a heading is made of, and which headings may stand under it.
type shape struct {
	id, label bool
	children  map[string]shape
}

var screenplay = shape{label: true, children: map[string]shape{
	"theme":   {label: true},
	"cast":    {id: true, label: true},
	"gauge":   {id: true, label: true},
	"flag":    {id: true, label: true},
	"exhibit": {id: true, label: true},
	"ending":  {id: true, label: true},
	"scene": {id: true, label: true, children: map[string]shape{
		"ask": {}, "why": {}, "look": {id: true, label: true}, "branch": {id: true},
		"choice": {id: true, label: true, children: map[string]shape{"tempting": {}, "result": {}, "expert": {}, "later": {}}},
	}},
	"note": {children: map[string]shape{"objectives": {}, "opening": {}, "questions": {}, "board": {}, "timing": {}, "closing": {}}},
}}

var headingPattern = regexp.MustCompile(`^(#{1,4})(?:[ \t]+(.*))?$`)

// outline reads the tree of headings of a screenplay. What stands under a heading that cannot be read is left out.
func (t *textReader) outline(text string) *section {
	o := &outliner{t: t, root: &section{line: 1}}
	o.open = []*section{o.root}
	o.shapes = []shape{screenplay}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " \t")
		if m := headingPattern.FindStringSubmatch(line); m != nil {
			o.heading(i+1, len(m[1]), strings.TrimSpace(m[2]))
			continue
		}
		o.text(i+1, line)
	}
	if o.root.label == "" {
		t.add(t.at(1), ruleTitle)
	}
	return o.root
}

type outliner struct {
	t      *textReader
	root   *section
	open   []*section // by level, the title first; nil below a heading that could not be read
	shapes []shape
}

// text adds a line to the section that is open.
func (o *outliner) text(line int, text string) {
	s := o.open[len(o.open)-1]
	if s == nil {
		return
	}
	if s == o.root && s.label == "" && text != "" {
		s.label, s.line, s.body = "?", line-1, nil
		o.t.add(o.t.at(line), ruleTitle)
	}
	s.body = append(s.body, text)
}

func (o *outliner) heading(line, level int, text string) {
	at := o.t.at(line)
	if level == 1 {
		o.title(at, text)
		return
	}
	if level-2 >= len(o.open) {
		if o.open[len(o.open)-1] != nil {
			o.t.add(at, ruleHeadingLevel, strings.Repeat("#", level)+" "+clip(text), strings.Repeat("#", level-1))
		}
		o.push(len(o.open), nil, shape{})
		return
	}
	parent := o.open[level-2]
	if parent == nil {
		o.push(level-1, nil, shape{})
		return
	}
	s, shape, ok := o.read(at, o.shapes[level-2], strings.Repeat("#", level), text)
	if !ok {
		s = nil
	} else {
		parent.children = append(parent.children, s)
	}
	o.push(level-1, s, shape)
}

func (o *outliner) push(depth int, s *section, under shape) {
	o.open = append(o.open[:depth], s)
	o.shapes = append(o.shapes[:depth], under)
}

func (o *outliner) title(at Place, text string) {
	switch {
	case o.root.label != "":
		o.t.add(at, ruleSecondTitle, clip(text))
		o.push(1, nil, shape{})
	case text != "":
		o.root.label, o.root.line = text, at.Line
		o.root.body = nil
	}
}

// read takes a heading apart: keyword, id, label.
func (o *outliner) read(at Place, in shape, marks, text string) (*section, shape, bool) {
	head, label, hasLabel := strings.Cut(text, "|")
	keyword, id, hasID := strings.Cut(head, ":")
	s := &section{keyword: strings.TrimSpace(keyword), id: strings.TrimSpace(id), label: strings.TrimSpace(label), line: at.Line}
	s.heading = marks + " " + s.keyword
	if s.id != "" {
		s.heading += ": " + s.id
	}
	want, ok := in.children[s.keyword]
	switch {
	case !ok:
		known := slices.Collect(maps.Keys(in.children))
		o.t.add(at, ruleHeading, clip(marks+" "+s.keyword), hint{s.keyword, known})
		return nil, shape{}, false
	case want.id && s.id == "":
		o.t.add(at, ruleHeadingID, s.heading)
		return nil, shape{}, false
	case !want.id && hasID, !want.label && hasLabel:
		o.t.add(at, ruleHeadingPlain, clip(marks+" "+text), marks+" "+s.keyword)
	case want.label && s.label == "":
		o.t.add(at, ruleHeadingLabel, s.heading)
	}
	return s, want, true
}
