package scenario

import (
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"
)

var assignPattern = regexp.MustCompile(`^=\s*([+-]?[0-9]{1,6})$`)

// effects reads a `set`: a number moves a gauge, "=3" puts it there, true or false sets a flag.
func (m *mapReader) effects(n *yaml.Node) []Effect {
	var effects []Effect
	for _, p := range m.pairs(n) {
		i, ok := m.find(p.key, m.gauges, ruleUnknownVariable)
		if !ok {
			continue
		}
		if e, ok := m.effect(i, p.value); ok {
			effects = append(effects, e)
		}
	}
	return effects
}

func (m *mapReader) effect(i int, n *yaml.Node) (Effect, bool) {
	if n.Kind == yaml.AliasNode {
		return Effect{}, false
	}
	v := m.sc.Vars[i]
	if v.Flag {
		if !isBool(n) {
			m.add(m.at(n), ruleFlagValue, v.ID)
			return Effect{}, false
		}
		e := Effect{Var: i, Assign: true}
		if n.Value == "true" {
			e.Amount = 1
		}
		return e, true
	}
	if n.Kind == yaml.ScalarNode && n.Style == 0 && intPattern.MatchString(n.Value) {
		return Effect{Var: i, Amount: int16(m.integer(n, -MaxGauge, MaxGauge))}, true
	}
	to := assignPattern.FindStringSubmatch(n.Value)
	if n.Kind != yaml.ScalarNode || to == nil {
		m.add(m.at(n), ruleGaugeValue, v.ID)
		return Effect{}, false
	}
	amount, err := strconv.Atoi(to[1])
	if err != nil || amount < int(v.Min) || amount > int(v.Max) {
		m.add(m.at(n), ruleOutOfRange, to[1], v.Min, v.Max)
		return Effect{}, false
	}
	return Effect{Var: i, Assign: true, Amount: int16(amount)}, true
}

// evidence reads what a move shows of each competency, and what that is worth.
func (m *mapReader) evidence(n *yaml.Node) ([]Evidence, int) {
	var evidence []Evidence
	for _, p := range m.pairs(n) {
		i, ok := m.find(p.key, m.competencies, ruleCompetencyUnlisted)
		if !ok {
			continue
		}
		evidence = append(evidence, Evidence{Competency: i, Points: int8(m.integer(p.value, -2, 2))})
	}
	return evidence, m.sc.Value.Points(evidence)
}

// condition reads a `when`. What is offered to the trainee may not depend on a truth: it would give it away.
func (m *mapReader) condition(n *yaml.Node, truths bool) *Condition {
	c := m.compile(n, m.names)
	if c.OnTruth() && !truths {
		m.add(m.at(n), ruleTruthHere)
	}
	return c
}

// compile reads a condition, or reports at which of its letters it cannot be read.
func (y *yamlFile) compile(n *yaml.Node, names Names) *Condition {
	src, ok := y.text(n)
	if !ok {
		return nil
	}
	c, err := Compile(src, names)
	if err != nil {
		at := y.at(n)
		at.Column += err.Column - 1
		if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
			at.Column++
		}
		y.add(at, err.Rule, err.args...)
		return nil
	}
	return c
}

// scoring reads what the case optimises and the limits of a score.
func (m *mapReader) scoring(top object) {
	s := m.sc
	o := m.object(top.get("value"), "evidence", "endings", "state")
	s.Value = Value{Evidence: m.integer(o.get("evidence"), 0, 1000), Endings: make([]int, len(s.Nodes)), State: make([]int, len(s.Vars))}
	for _, p := range m.pairs(o.get("endings")) {
		i, ok := m.find(p.key, m.nodes, ruleUnknownNode)
		if !ok {
			continue
		}
		if s.Nodes[i].Kind != Ending {
			m.add(m.at(p.key), ruleNotEnding, p.key.Value)
		}
		s.Value.Endings[i] = m.integer(p.value, -MaxGauge, MaxGauge)
	}
	for _, p := range m.pairs(o.get("state")) {
		if i, ok := m.find(p.key, m.gauges, ruleUnknownVariable); ok {
			s.Value.State[i] = m.integer(p.value, -MaxGauge, MaxGauge)
		}
	}
	for _, p := range m.named(top.get("must")) {
		i, ok := m.find(p.value, m.gauges, ruleUnknownVariable)
		if ok && !s.Vars[i].Flag {
			m.add(m.at(p.value), ruleMustFlag, p.value.Value)
		}
		s.Must = append(s.Must, Must{ID: p.key.Value, Flag: i})
	}
	for _, n := range m.ids(top.get("must-not")) {
		m.checkID(n)
		m.incidents[n.Value] = len(s.MustNot)
		s.MustNot = append(s.MustNot, n.Value)
	}
	s.Cap = 100
	if n := top.get("cap"); n != nil {
		s.Cap = m.integer(n, 0, 100)
	} else if len(s.MustNot) > 0 {
		m.add(m.at(top.get("must-not")), ruleCapMissing)
	}
}
