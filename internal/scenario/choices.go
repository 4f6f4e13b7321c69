package scenario

import "go.yaml.in/yaml/v3"

const maxTimer = 3600 // seconds

func (m *mapReader) decision(at int, o object) {
	n := &m.sc.Nodes[at]
	n.Shuffle = m.boolean(o.get("shuffle"), true)
	n.Scored = m.boolean(o.get("scored"), true)
	looks := m.named(o.get("look"))
	m.atMost(len(looks), o.get("look"), ofLooks)
	for _, p := range looks {
		n.Looks = append(n.Looks, m.look(p))
	}
	choices := m.named(o.get("choices"))
	m.atMost(len(choices), o.get("choices"), ofChoices)
	ids := index{}
	for i, p := range choices {
		ids[p.key.Value] = i
		n.Choices = append(n.Choices, m.choice(at, i, p))
	}
	if c := o.get("choices"); len(choices) == 0 && c != nil && c.Kind == yaml.MappingNode {
		m.add(m.at(m.nodeAt[at].key), ruleNoChoice, n.ID)
	}
	m.timer(n, o, ids)
}

func (m *mapReader) atMost(count int, n *yaml.Node, what any) {
	if count > MaxChoices {
		m.add(m.at(n), ruleTooMany, MaxChoices, what)
	}
}

// timer reads a timed decision. What happens when time is up has to be possible always.
func (m *mapReader) timer(n *Node, o object, choices index) {
	timer, timeout := o.get("timer"), o.get("on-timeout")
	if timer != nil {
		n.Timer = m.integer(timer, 1, maxTimer)
	}
	switch {
	case timer != nil && timeout == nil:
		m.add(m.at(timer), ruleTimerAlone)
	case timer == nil && timeout != nil:
		m.add(m.at(timeout), ruleTimeoutAlone)
	}
	i, ok := m.find(timeout, choices, ruleUnknownChoice)
	if !ok {
		return
	}
	if n.Choices[i].When != nil {
		m.add(m.at(timeout), ruleTimeoutWhen, n.Choices[i].ID)
	}
	n.OnTimeout = i
}

func (m *mapReader) look(p pair) Look {
	o := m.object(p.value, "cost", "when", "reveal", "set", "evidence")
	l := Look{
		ID:     p.key.Value,
		Cost:   int16(m.integer(o.get("cost"), 0, MaxGauge)),
		When:   m.condition(o.get("when"), false),
		Reveal: m.findAll(o.get("reveal"), m.exhibits, ruleUnknownExhibit),
		Set:    m.effects(o.get("set")),
	}
	if l.Cost > 0 && m.sc.Clock < 0 {
		m.add(m.at(o.get("cost")), ruleCostClock)
	}
	l.Evidence, l.Points = m.evidence(o.get("evidence"))
	return l
}

func (m *mapReader) choice(node, at int, p pair) Choice {
	o := m.object(p.value, "when", "evidence", "set", "incident", "later", "next")
	m.require(o, "next")
	c := Choice{
		ID:    p.key.Value,
		When:  m.condition(o.get("when"), false),
		Set:   m.effects(o.get("set")),
		Later: -1,
		Next:  m.routes(o.get("next")),
	}
	c.Evidence, c.Points = m.evidence(o.get("evidence"))
	if n := o.get("incident"); n != nil {
		if i, ok := m.find(n, m.incidents, ruleUnknownIncident); ok {
			c.Incident = m.sc.MustNot[i]
		}
	}
	if n := o.get("later"); n != nil {
		c.Later = len(m.sc.Laters)
		m.sc.Laters = append(m.sc.Laters, m.later(node, at, n))
	}
	return c
}

func (m *mapReader) later(node, choice int, n *yaml.Node) Later {
	o := m.object(n, "after", "set", "when")
	m.require(o, "after", "set")
	return Later{
		Node: node, Choice: choice,
		After: m.integer(o.get("after"), 1, MaxLater),
		When:  m.condition(o.get("when"), false),
		Set:   m.effects(o.get("set")),
	}
}
