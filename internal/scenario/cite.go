package scenario

import (
	"regexp"
	"slices"
	"unicode/utf8"
)

var (
	citePattern  = regexp.MustCompile(`[ \t]*\[@([^\]]*)\]`)
	pointPattern = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]{0,63}$`)
)

// citations takes `[@T12]` out of an expert comment, leaves it as (T12) in the teaching note, and refuses it elsewhere.
func (t *textReader) citations(r *run, kind blockKind) {
	for i, line := range r.lines {
		if !citePattern.MatchString(line) {
			continue
		}
		switch kind {
		case expertBlock:
			r.lines[i] = citePattern.ReplaceAllString(line, "")
		case noteBlock:
			t.cited(line, r.line+i)
			r.lines[i] = citePattern.ReplaceAllString(line, " ($1)")
		default:
			t.add(Place{t.file, r.line + i, column(line, citePattern.FindStringIndex(line)[0])}, ruleCitationHere)
		}
	}
}

// expertPoints lists the teaching points that an expert comment cites, each once, in order.
func (t *textReader) expertPoints(s *section, scored bool) []string {
	var points []string
	for i, line := range s.body {
		for _, id := range t.cited(line, s.line+1+i) {
			if !slices.Contains(points, id) {
				points = append(points, id)
			}
		}
	}
	if len(points) == 0 && scored {
		t.add(t.at(s.line), ruleNoCitation)
	}
	return points
}

// cited reads the citations of one line and checks them against the register.
func (t *textReader) cited(line string, number int) []string {
	var ids []string
	for _, m := range citePattern.FindAllStringSubmatchIndex(line, -1) {
		id := line[m[2]:m[3]]
		at := Place{t.file, number, column(line, m[2])}
		ids = append(ids, id)
		if !pointPattern.MatchString(id) {
			t.add(at, ruleCitation, clip(id))
			continue
		}
		if t.registers == nil {
			continue
		}
		point, ok := t.registers.Point(id)
		switch {
		case !ok:
			t.add(at, ruleUnknownPoint, id, hint{id, t.registers.pointIDs()})
		case !slices.Contains(t.sc.Sources, point.Source):
			t.add(at, ruleSourceUnlisted, id, point.Source)
		}
	}
	return ids
}

// column counts letters where an offset counts bytes.
func column(line string, offset int) int { return utf8.RuneCountInString(line[:offset]) + 1 }
