package sketch

import "casebook/internal/scenario"

func (b *builder) node(at int, c *Node) {
	n := scenario.Node{ID: c.ID, Scored: !c.Discussion, OnTimeout: -1, LoopSlot: -1, Next: b.routes(c.Next)}
	t := &b.s.Texts["fr"].Nodes[at]
	t.Body = b.tells(c.Tells)
	for _, l := range c.Looks {
		shown, points := b.shows(l.Evidence)
		n.Looks = append(n.Looks, scenario.Look{
			ID: l.ID, Cost: l.Cost, When: b.when(l.When), Set: b.set(l.Set), Evidence: shown, Points: points,
		})
		t.Looks = append(t.Looks, scenario.LookText{Body: b.tells(l.Tells)})
	}
	for i, ch := range c.Choices {
		n.Choices = append(n.Choices, b.choice(at, i, &ch, t))
	}
	for _, r := range c.Rows {
		n.Rows = append(n.Rows, b.row(r))
	}
	switch {
	case len(n.Choices) > 0:
		n.Kind = scenario.Decision
	case len(n.Rows) > 0:
		n.Kind = scenario.Chance
	case len(n.Next) > 0:
		n.Kind = scenario.Scene
	default:
		n.Kind = scenario.Ending
		b.s.Value.Endings[at] = c.Worth
	}
	b.s.Nodes = append(b.s.Nodes, n)
}

func (b *builder) choice(at, i int, c *Choice, t *scenario.NodeText) scenario.Choice {
	shown, points := b.shows(c.Evidence)
	choice := scenario.Choice{
		ID: c.ID, When: b.when(c.When), Evidence: shown, Points: points,
		Set: b.set(c.Set), Incident: c.Incident, Later: -1, Next: b.routes(c.Next),
	}
	text := scenario.ChoiceText{Result: b.tells(c.Tells)}
	if l := c.Later; l != nil {
		choice.Later = len(b.s.Laters)
		b.s.Laters = append(b.s.Laters, scenario.Later{
			Node: at, Choice: i, After: l.After, When: b.when(l.When), Set: b.set(l.Set),
		})
		text.Later = b.tells(l.Tells)
	}
	t.Choices = append(t.Choices, text)
	return choice
}

func (b *builder) routes(routes []Route) []scenario.Route {
	var made []scenario.Route
	for _, r := range routes {
		to, ok := b.nodes[r.To]
		if !ok {
			panic("no node " + r.To)
		}
		made = append(made, scenario.Route{When: b.when(r.When), To: to})
	}
	return made
}

func (b *builder) row(r Row) scenario.Row {
	row := scenario.Row{When: b.when(r.When)}
	for _, t := range r.Targets {
		row.Targets = append(row.Targets, scenario.Target{To: b.nodes[t.To], Weight: t.Weight})
		row.Sum += uint64(t.Weight)
	}
	return row
}

// loops gives a slot to every node that can be met again.
func (b *builder) loops() {
	slot := 0
	for i := range b.s.Nodes {
		if b.leads(i, i, map[int]bool{}) {
			b.s.Nodes[i].LoopSlot = slot
			slot++
		}
	}
}

func (b *builder) leads(from, to int, seen map[int]bool) bool {
	n := &b.s.Nodes[from]
	routes := n.Next
	for _, c := range n.Choices {
		routes = append(routes[:len(routes):len(routes)], c.Next...)
	}
	for _, r := range n.Rows {
		for _, t := range r.Targets {
			routes = append(routes[:len(routes):len(routes)], scenario.Route{To: t.To})
		}
	}
	for _, r := range routes {
		if r.To == to {
			return true
		}
		if !seen[r.To] {
			seen[r.To] = true
			if b.leads(r.To, to, seen) {
				return true
			}
		}
	}
	return false
}
