package scenario

import "go.yaml.in/yaml/v3"

// variables declares what a case counts and remembers: gauges, flags, truths, and the names they have in conditions.
func (m *mapReader) variables(top object) {
	for _, p := range m.named(top.get("cast")) {
		m.character(p)
	}
	for _, p := range m.named(top.get("state")) {
		m.checkName(p.key)
		o := m.object(p.value, "start", "min", "max", "unit", "shown")
		m.require(o, "start", "max")
		m.gauge(p.key, Var{ID: p.key.Value, Character: -1}, o)
	}
	for _, n := range m.ids(top.get("flags")) {
		m.checkID(n)
		m.checkName(n)
		m.declare(n, Var{ID: n.Value, Flag: true, Character: -1, Max: 1})
	}
	m.truths(top.get("truths"))
	m.names = m.sc.Names()
	m.clock(top.get("clock"))
}

func (m *mapReader) character(p pair) {
	o := m.object(p.value, "role", "vars")
	c := Character{ID: p.key.Value}
	c.Role, _ = m.text(o.get("role"))
	at := len(m.sc.Cast)
	for _, g := range m.named(o.get("vars")) {
		v := Var{ID: c.ID + "." + g.key.Value, Character: at}
		before := len(m.sc.Vars)
		if g.value.Kind == yaml.ScalarNode {
			v.Max, v.Start = 10, int16(m.integer(g.value, 0, 10))
			m.declare(g.key, v)
		} else {
			gauge := m.object(g.value, "start", "min", "max", "unit", "shown")
			m.require(gauge, "start")
			m.gauge(g.key, v, gauge)
		}
		if len(m.sc.Vars) > before {
			c.Vars = append(c.Vars, before)
		}
	}
	m.sc.Cast = append(m.sc.Cast, c)
}

// gauge reads the bounds of a gauge: 0 to 10 where nothing is written.
func (m *mapReader) gauge(key *yaml.Node, v Var, o object) {
	low, high := 0, 10
	if n := o.get("min"); n != nil {
		low = m.integer(n, -MaxGauge, MaxGauge)
	}
	if n := o.get("max"); n != nil {
		high = m.integer(n, -MaxGauge, MaxGauge)
	}
	if low >= high {
		m.add(m.at(o.node), ruleBounds, low, high)
		high = low
	}
	v.Min, v.Max = int16(low), int16(high)
	v.Start = int16(m.integer(o.get("start"), low, high))
	if o.get("unit") != nil {
		v.Unit, _ = m.text(o.get("unit"))
	}
	v.Shown = m.boolean(o.get("shown"), false)
	m.declare(key, v)
}

func (m *mapReader) declare(key *yaml.Node, v Var) {
	if _, twice := m.gauges[v.ID]; twice {
		m.add(m.at(key), ruleNameTwice, v.ID)
		return
	}
	if len(m.sc.Vars) == MaxVars {
		m.add(m.at(key), ruleTooMany, MaxVars, gaugesAndFlags)
	}
	if len(m.sc.Vars) >= MaxVars {
		m.gauges[v.ID] = 0 // known, so that one fault is not reported many times
		return
	}
	m.gauges[v.ID] = len(m.sc.Vars)
	m.sc.Vars = append(m.sc.Vars, v)
}

// checkName refuses the words that mean something else in a condition, and names that cannot begin there.
func (m *mapReader) checkName(n *yaml.Node) {
	switch {
	case keyword(n.Value):
		m.add(m.at(n), ruleKeyword, n.Value)
	case n.Value != "" && digit(rune(n.Value[0])):
		m.add(m.at(n), ruleNameDigit, clip(n.Value))
	}
}

func (m *mapReader) truths(n *yaml.Node) {
	worlds := 1
	for _, p := range m.named(n) {
		m.checkName(p.key)
		t := Truth{ID: p.key.Value}
		for _, v := range m.named(p.value) {
			if keyword(v.key.Value) {
				m.add(m.at(v.key), ruleKeyword, v.key.Value)
			}
			t.Values = append(t.Values, TruthValue{ID: v.key.Value, Weight: uint32(m.integer(v.value, 1, MaxGauge))})
		}
		if len(t.Values) < 2 && p.value.Kind == yaml.MappingNode {
			m.add(m.at(p.key), ruleTruthValues, t.ID)
		}
		if len(t.Values) == 0 {
			continue
		}
		if _, twice := m.gauges[t.ID]; twice {
			m.add(m.at(p.key), ruleNameTwice, t.ID)
		}
		worlds = min(worlds*len(t.Values), MaxWorlds+1)
		t.Values = t.Values[:min(len(t.Values), MaxWorlds)]
		m.sc.Truths = append(m.sc.Truths, t)
	}
	if len(m.sc.Truths) > MaxTruths || worlds > MaxWorlds {
		m.add(m.at(n), ruleWorlds, MaxTruths, MaxWorlds)
		m.sc.Truths = m.sc.Truths[:min(len(m.sc.Truths), MaxTruths)]
	}
}

func (m *mapReader) clock(n *yaml.Node) {
	i, ok := m.find(n, m.gauges, ruleUnknownGauge)
	if !ok {
		return
	}
	if v := m.sc.Vars[i]; v.Flag || v.Character >= 0 {
		m.add(m.at(n), ruleClock, v.ID)
	}
	m.sc.Clock = i
}
