package scenario

import (
	"io/fs"
	"maps"
	"slices"

	"go.yaml.in/yaml/v3"
)

const (
	mapName   = "scenario.yaml"
	mapFormat = "scenario/1"
)

// index says where in its slice a thing stands, by id.
type index map[string]int

func (x index) ids() []string { return slices.Collect(maps.Keys(x)) }

// mapReader reads scenario.yaml. Everything is declared before anything refers to it, so that no order is forced on
// the author.
type mapReader struct {
	yamlFile
	root         *yaml.Node
	sc           *Scenario
	registers    *Registers
	names        Names
	competencies index
	gauges       index // and flags
	exhibits     index
	nodes        index
	incidents    index
	nodeAt       []pair // where each node is declared
}

func (r *report) readMap(folder fs.FS, registers *Registers) *mapReader {
	m := &mapReader{
		yamlFile: yamlFile{report: r, name: mapName}, sc: &Scenario{Clock: -1}, registers: registers,
		competencies: index{}, gauges: index{}, exhibits: index{}, nodes: index{}, incidents: index{},
	}
	root := m.load(folder)
	if root == nil || root.Kind != yaml.MappingNode {
		m.pairs(root)
		return nil
	}
	top := m.object(root, "format", "id", "rev", "lang", "minutes", "level", "sources", "competencies", "cast", "state",
		"clock", "flags", "truths", "exhibits", "value", "must", "must-not", "cap", "start", "nodes")
	m.require(top, "format", "id", "rev", "lang", "minutes", "level", "competencies", "value", "start", "nodes")
	m.root = root
	m.identity(top)
	m.variables(top)
	m.declareExhibits(top.get("exhibits"))
	m.declareNodes(top.get("nodes"))
	m.scoring(top)
	m.readNodes()
	m.sc.Start, _ = m.find(top.get("start"), m.nodes, ruleUnknownNode)
	m.graph(top)
	m.sc.StructureHash = structureHash(root)
	return m
}

func (m *mapReader) identity(top object) {
	if format, ok := m.text(top.get("format")); ok && format != mapFormat {
		m.add(m.at(top.get("format")), ruleFormat, clip(format), mapFormat)
	}
	if id, ok := m.text(top.get("id")); ok {
		m.checkID(top.get("id"))
		m.sc.ID = id
	}
	if lang, ok := m.text(top.get("lang")); ok {
		if !slices.Contains(languages, lang) {
			m.add(m.at(top.get("lang")), ruleLanguage, clip(lang))
		}
		m.sc.Lang = lang
	}
	m.sc.Rev = m.integer(top.get("rev"), 1, 1000000)
	m.sc.Minutes = m.integer(top.get("minutes"), 1, 600)
	m.sc.Level = m.integer(top.get("level"), 1, 3)
	for _, n := range m.ids(top.get("sources")) {
		m.registered(n, m.registers.sourceIDs(), ruleUnknownSource)
		m.sc.Sources = append(m.sc.Sources, n.Value)
	}
	for i, n := range m.ids(top.get("competencies")) {
		m.registered(n, m.registers.competencyIDs(), ruleUnknownCompetency)
		m.sc.Competencies = append(m.sc.Competencies, n.Value)
		m.competencies[n.Value] = i
	}
}

// registered checks an id against a register, where there is one.
func (m *mapReader) registered(n *yaml.Node, known []string, rule *Rule) {
	m.checkID(n)
	if m.registers != nil && !slices.Contains(known, n.Value) {
		m.add(m.at(n), rule, clip(n.Value), hint{n.Value, known})
	}
}

// find resolves a reference.
func (m *mapReader) find(n *yaml.Node, in index, rule *Rule) (int, bool) {
	id, ok := m.text(n)
	if !ok {
		return 0, false
	}
	i, ok := in[id]
	if !ok {
		m.add(m.at(n), rule, clip(id), m.hint(id, in))
	}
	return i, ok
}

// hint gathers the known ids only while hints are still given.
func (m *mapReader) hint(id string, in index) hint {
	if m.hints >= maxHints {
		return hint{}
	}
	return hint{id, in.ids()}
}

// findAll resolves a list of distinct references.
func (m *mapReader) findAll(n *yaml.Node, in index, rule *Rule) []int {
	var found []int
	for _, id := range m.ids(n) {
		if i, ok := m.find(id, in, rule); ok {
			found = append(found, i)
		}
	}
	return found
}

func (m *mapReader) declareExhibits(n *yaml.Node) {
	for _, p := range m.named(n) {
		o := m.object(p.value, "kind", "from")
		m.require(o, "kind")
		x := Exhibit{ID: p.key.Value}
		if kind, ok := m.text(o.get("kind")); ok {
			x.Kind = ExhibitKind(kind)
			if !slices.Contains(exhibitKinds, kind) {
				m.add(m.at(o.get("kind")), ruleExhibitKind, clip(kind), hint{kind, exhibitKinds})
			}
		}
		if from, ok := m.text(o.get("from")); ok {
			x.FromStart = true
			if from != "start" {
				m.add(m.at(o.get("from")), ruleExhibitFrom, clip(from))
			}
		}
		m.exhibits[x.ID] = len(m.sc.Exhibits)
		m.sc.Exhibits = append(m.sc.Exhibits, x)
	}
}

var exhibitKinds = []string{
	string(Email), string(Chat), string(Call), string(Meeting), string(Doc), string(Table), string(OrgChart), string(Figure),
}
