package scenario

import "strings"

// graph checks what the nodes' ways alone can show, conditions left aside: that every node can be met, that an ending
// can be reached from everywhere, and where play can come back to.
func (m *mapReader) graph(top object) {
	nodes := m.sc.Nodes
	if len(nodes) == 0 || top.get("start") == nil {
		return
	}
	met := reach(len(nodes), []int{m.sc.Start}, m.sc.Ways)
	back := make([][]int, len(nodes))
	var endings []int
	broken := false
	for i := range nodes {
		if nodes[i].Kind == Ending {
			endings = append(endings, i)
		}
		ways := m.sc.Ways(i)
		broken = broken || nodes[i].Kind != Ending && len(ways) == 0
		for _, to := range ways {
			back[to] = append(back[to], i)
		}
	}
	if len(endings) == 0 {
		m.add(m.at(top.get("nodes")), ruleNoEnding)
	}
	finite := reach(len(nodes), endings, func(i int) []int { return back[i] })
	for i := range nodes {
		switch {
		case broken: // ways are missing: what follows from that would only be noise
		case !met[i]:
			m.add(m.at(m.nodeAt[i].key), ruleUnreachable, nodes[i].ID)
		case !finite[i] && len(endings) > 0:
			m.add(m.at(m.nodeAt[i].key), ruleNoWayOut, nodes[i].ID)
		}
	}
	m.loops()
}

// loops gives a slot to each node that can be met again, and refuses circles in which nobody decides anything.
func (m *mapReader) loops() {
	slots := 0
	for _, part := range circles(len(m.sc.Nodes), m.sc.Ways) {
		for _, i := range part {
			m.sc.Nodes[i].LoopSlot = 0
		}
		slots += len(part)
	}
	if slots > MaxLoopNodes {
		m.add(Place{mapName, 1, 1}, ruleLoopNodes, slots, MaxLoopNodes)
	}
	slot := 0
	for i := range m.sc.Nodes {
		if m.sc.Nodes[i].LoopSlot == 0 {
			m.sc.Nodes[i].LoopSlot = slot
			slot++
		}
	}
	idle := func(i int) []int {
		if m.sc.Nodes[i].Kind == Decision {
			return nil
		}
		return m.sc.Ways(i)
	}
	for _, part := range circles(len(m.sc.Nodes), idle) {
		ids := make([]string, len(part))
		for j, i := range part {
			ids[j] = "`" + m.sc.Nodes[i].ID + "`"
		}
		m.add(m.at(m.nodeAt[part[0]].key), ruleIdleLoop, clip(strings.Join(ids, ", ")))
	}
}

// Ways lists the nodes that a node can lead to, whatever the conditions say.
func (s *Scenario) Ways(i int) []int {
	n := &s.Nodes[i]
	var to []int
	for _, r := range n.Next {
		to = append(to, r.To)
	}
	for _, row := range n.Rows {
		for _, t := range row.Targets {
			to = append(to, t.To)
		}
	}
	for _, c := range n.Choices {
		for _, r := range c.Next {
			to = append(to, r.To)
		}
	}
	return to
}

// Avoidable tells whether an ending can be reached without meeting a node, whatever the conditions say.
func (s *Scenario) Avoidable(node int) bool {
	met := reach(len(s.Nodes), []int{s.Start}, func(i int) []int {
		if i == node {
			return nil
		}
		return s.Ways(i)
	})
	for i := range met {
		if met[i] && i != node && s.Nodes[i].Kind == Ending {
			return true
		}
	}
	return false
}

// reach marks every node that can be reached from those given.
func reach(count int, from []int, ways func(int) []int) []bool {
	met := make([]bool, count)
	queue := append([]int(nil), from...)
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		if met[i] {
			continue
		}
		met[i] = true
		queue = append(queue, ways(i)...)
	}
	return met
}
