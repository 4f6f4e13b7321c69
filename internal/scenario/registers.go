package scenario

import (
	"io/fs"

	"go.yaml.in/yaml/v3"

	"casebook/internal/fault"
)

// Registers are what cases share: the competencies that they exercise and the teaching points that they cite.
type Registers struct {
	Families     []Family
	Competencies []Competency
	Sources      []Source
	Points       []Point
}

// Family is a group of competencies.
type Family struct {
	ID    string
	Label fault.Text
}

// Competency is something that a case exercises. Its anchors say what −2, 0 and +2 look like.
type Competency struct {
	ID      string
	Family  string
	Label   fault.Text
	Anchors [3]fault.Text
}

// Source is what teaching points are taken from.
type Source struct {
	ID     string
	Author string
	Year   int // 0 where it is not known
	Title  fault.Text
	Lesson fault.Text
}

// Point is a teaching point, cited in expert comments as [@T14].
type Point struct {
	ID         string
	Source     string
	Competency string
	Text       fault.Text
	Quote      fault.Text // empty where there is none
	Line       int        // of sources.yaml
}

// Competency finds a competency by id.
func (r *Registers) Competency(id string) (Competency, bool) {
	return find(r, func(r *Registers) []Competency { return r.Competencies }, func(c Competency) bool { return c.ID == id })
}

// Source finds a source by id.
func (r *Registers) Source(id string) (Source, bool) {
	return find(r, func(r *Registers) []Source { return r.Sources }, func(s Source) bool { return s.ID == id })
}

// Point finds a teaching point by id.
func (r *Registers) Point(id string) (Point, bool) {
	return find(r, func(r *Registers) []Point { return r.Points }, func(p Point) bool { return p.ID == id })
}

func find[T any](r *Registers, in func(*Registers) []T, is func(T) bool) (found T, ok bool) {
	if r == nil {
		return found, false
	}
	for _, x := range in(r) {
		if is(x) {
			return x, true
		}
	}
	return found, false
}

func (r *Registers) competencyIDs() (ids []string) {
	if r != nil {
		for _, c := range r.Competencies {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

func (r *Registers) sourceIDs() (ids []string) {
	if r != nil {
		for _, s := range r.Sources {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

func (r *Registers) pointIDs() (ids []string) {
	for _, p := range r.Points {
		ids = append(ids, p.ID)
	}
	return ids
}

// ParseRegisters reads competencies.yaml and sources.yaml. The registers are nil when there is any issue.
func ParseRegisters(folder fs.FS) (*Registers, Issues) {
	r := &report{}
	regs := &Registers{}
	(&registerReader{yamlFile{report: r, name: "competencies.yaml"}, regs}).readCompetencies(folder)
	(&registerReader{yamlFile{report: r, name: "sources.yaml"}, regs}).readSources(folder)
	if len(r.issues) > 0 {
		return nil, r.sorted()
	}
	return regs, nil
}

type registerReader struct {
	yamlFile
	regs *Registers
}

func (r *registerReader) readCompetencies(folder fs.FS) {
	top := r.object(r.load(folder), "families", "competencies")
	r.require(top, "families", "competencies")
	families := index{}
	for i, p := range r.named(top.get("families")) {
		families[p.key.Value] = i
		r.regs.Families = append(r.regs.Families, Family{p.key.Value, r.bilingual(p.value)})
	}
	for _, p := range r.named(top.get("competencies")) {
		o := r.object(p.value, "family", "label", "anchors")
		r.require(o, "family", "label", "anchors")
		c := Competency{ID: p.key.Value, Label: r.bilingual(o.get("label"))}
		c.Family = r.reference(o.get("family"), families.ids(), ruleUnknownFamily)
		anchors := r.object(o.get("anchors"), "-2", "0", "2")
		r.require(anchors, "-2", "0", "2")
		for i, key := range []string{"-2", "0", "2"} {
			c.Anchors[i] = r.bilingual(anchors.get(key))
		}
		r.regs.Competencies = append(r.regs.Competencies, c)
	}
}

func (r *registerReader) readSources(folder fs.FS) {
	top := r.object(r.load(folder), "sources", "points")
	r.require(top, "sources", "points")
	for _, p := range r.named(top.get("sources")) {
		o := r.object(p.value, "author", "year", "title", "lesson")
		r.require(o, "author", "title")
		s := Source{ID: p.key.Value, Title: r.bilingual(o.get("title")), Lesson: r.bilingual(o.get("lesson"))}
		s.Author, _ = r.text(o.get("author"))
		s.Year = r.integer(o.get("year"), 0, 9999)
		r.regs.Sources = append(r.regs.Sources, s)
	}
	for _, p := range r.pairs(top.get("points")) {
		if !pointPattern.MatchString(p.key.Value) {
			r.add(r.at(p.key), ruleCitation, clip(p.key.Value))
		}
		o := r.object(p.value, "source", "competency", "point", "quote")
		r.require(o, "source", "competency", "point")
		point := Point{ID: p.key.Value, Text: r.bilingual(o.get("point")), Quote: r.quote(o.get("quote")), Line: p.key.Line}
		point.Source = r.reference(o.get("source"), r.regs.sourceIDs(), ruleUnknownSource)
		point.Competency = r.reference(o.get("competency"), r.regs.competencyIDs(), ruleUnknownCompetency)
		r.regs.Points = append(r.regs.Points, point)
	}
}

func (r *registerReader) reference(n *yaml.Node, known []string, rule *Rule) string {
	id, ok := r.text(n)
	for _, k := range known {
		if k == id {
			return id
		}
	}
	if ok {
		r.add(r.at(n), rule, clip(id), hint{id, known})
	}
	return id
}

// bilingual reads a sentence in both languages.
func (r *registerReader) bilingual(n *yaml.Node) fault.Text {
	o := r.object(n, "fr", "en")
	r.require(o, "fr", "en")
	return r.spoken(o)
}

// quote reads words as they were published, in one language or both.
func (r *registerReader) quote(n *yaml.Node) fault.Text { return r.spoken(r.object(n, "fr", "en")) }

func (r *registerReader) spoken(o object) fault.Text {
	fr, _ := r.text(o.get("fr"))
	en, _ := r.text(o.get("en"))
	return fault.Text{FR: fr, EN: en}
}
