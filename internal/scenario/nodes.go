package scenario

import (
	"slices"

	"go.yaml.in/yaml/v3"
)

var nodeKinds = map[string]NodeKind{"scene": Scene, "decision": Decision, "chance": Chance, "ending": Ending}

// nodeKeys are the keys of each kind of node.
var nodeKeys = map[NodeKind][]string{
	Scene:    {"kind", "show", "next"},
	Decision: {"kind", "show", "look", "timer", "on-timeout", "choices", "shuffle", "scored"},
	Chance:   {"kind", "show", "branches"},
	Ending:   {"kind", "show", "tone"},
}

// declareNodes learns the ids and kinds of all nodes.
func (m *mapReader) declareNodes(n *yaml.Node) {
	for _, p := range m.named(n) {
		if len(m.sc.Nodes) == MaxNodes {
			m.add(m.at(p.key), ruleTooMany, MaxNodes, ofNodes)
			return
		}
		if p.key.Value == "when" {
			m.add(m.at(p.key), ruleNodeWhen, "when")
		}
		m.nodes[p.key.Value] = len(m.sc.Nodes)
		m.nodeAt = append(m.nodeAt, p)
		m.sc.Nodes = append(m.sc.Nodes, Node{
			ID: p.key.Value, Kind: m.nodeKind(p), Shuffle: true, Scored: true, OnTimeout: -1, LoopSlot: -1,
		})
	}
}

// nodeKind looks ahead for a node's kind; it is zero where there is none to be found.
func (m *mapReader) nodeKind(p pair) NodeKind {
	if p.value.Kind != yaml.MappingNode {
		return 0
	}
	for i := 0; i+1 < len(p.value.Content); i += 2 {
		if p.value.Content[i].Value != "kind" {
			continue
		}
		word, ok := m.text(p.value.Content[i+1])
		kind := nodeKinds[word]
		if ok && kind == 0 {
			known := []string{"scene", "decision", "chance", "ending"}
			m.add(m.at(p.value.Content[i+1]), ruleNodeKind, clip(word), hint{word, known})
		}
		return kind
	}
	m.add(m.at(p.key), ruleMissingKey, "kind")
	return 0
}

func (m *mapReader) readNodes() {
	for i, p := range m.nodeAt {
		n := &m.sc.Nodes[i]
		if n.Kind == 0 {
			m.pairs(p.value) // reports what is no mapping
			continue
		}
		o := m.object(p.value, nodeKeys[n.Kind]...)
		n.Show = m.findAll(o.get("show"), m.exhibits, ruleUnknownExhibit)
		switch n.Kind {
		case Scene:
			m.require(o, "next")
			n.Next = m.routes(o.get("next"))
		case Decision:
			m.require(o, "choices")
			m.decision(i, o)
		case Chance:
			m.require(o, "branches")
			n.Rows = m.rows(o.get("branches"))
		case Ending:
			m.ending(n, o)
		}
	}
}

var tones = []string{"good", "mixed", "bad"}

func (m *mapReader) ending(n *Node, o object) {
	n.Tone = "mixed"
	tone, ok := m.text(o.get("tone"))
	if !ok {
		return
	}
	if !slices.Contains(tones, tone) {
		m.add(m.at(o.get("tone")), ruleTone, clip(tone), hint{tone, tones})
	}
	n.Tone = tone
}

// routes reads a `next`: one node, or a list whose last member alone has no condition.
func (m *mapReader) routes(n *yaml.Node) []Route {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		to, ok := m.find(n, m.nodes, ruleUnknownNode)
		if !ok {
			return nil
		}
		return []Route{{To: to}}
	}
	if len(n.Content) == 0 {
		m.add(m.at(n), ruleNextEmpty)
	}
	var routes []Route
	for i, item := range n.Content {
		o := m.object(item, "when", "to")
		m.require(o, "to")
		m.onlyLastFree(o, i == len(n.Content)-1)
		to, ok := m.find(o.get("to"), m.nodes, ruleUnknownNode)
		when := m.condition(o.get("when"), true)
		if ok {
			routes = append(routes, Route{When: when, To: to})
		}
	}
	return routes
}

// onlyLastFree demands a condition of each row but the last: the first row that holds is taken.
func (m *mapReader) onlyLastFree(o object, last bool) {
	switch {
	case o.node.Kind != yaml.MappingNode:
	case last && o.get("when") != nil:
		m.add(m.at(o.get("when")), ruleLastWhen)
	case !last && o.get("when") == nil:
		m.add(m.at(o.node), ruleRowWhen)
	}
}

// rows reads the branches of a chance node. Weights keep the order written: a draw walks through them.
func (m *mapReader) rows(n *yaml.Node) []Row {
	if n == nil || n.Kind == yaml.AliasNode {
		return nil
	}
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		m.add(m.at(n), ruleRows)
		return nil
	}
	var rows []Row
	for i, item := range n.Content {
		rows = append(rows, m.row(item, i == len(n.Content)-1))
	}
	return rows
}

func (m *mapReader) row(n *yaml.Node, last bool) Row {
	o := object{n, map[string]*yaml.Node{}}
	var row Row
	for _, p := range m.pairs(n) {
		if p.key.Value == "when" {
			o.keys["when"] = p.value
			row.When = m.condition(p.value, true)
			continue
		}
		to, ok := m.find(p.key, m.nodes, ruleUnknownNode)
		weight := uint32(m.integer(p.value, 0, maxWeight))
		if ok {
			row.Targets = append(row.Targets, Target{To: to, Weight: weight})
			row.Sum += uint64(weight)
		}
	}
	m.onlyLastFree(o, last)
	if n.Kind == yaml.MappingNode && row.Sum == 0 {
		m.add(m.at(n), ruleRowEmpty)
	}
	if row.Sum > maxWeightSum {
		m.add(m.at(n), ruleRowSum, int64(maxWeightSum))
	}
	return row
}

// Limits of chance: a draw is the remainder of a 64-bit number, which stays even enough below 2³².
const (
	maxWeight    = 1<<32 - 1
	maxWeightSum = 1 << 32
)
