package solve

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// sight is what texts give away: for each text that a trainee may meet, the conditions in it that depend on a
// hidden truth. Who reads the text learns whether they hold.
type sight struct {
	opening  []*scenario.Condition     // with the first node
	cast     []*scenario.Condition     // wherever there is a move to make
	offers   [][][]*scenario.Condition // of the choices on offer there
	nodes    [][]*scenario.Condition   // on entering
	looks    [][][]*scenario.Condition
	results  [][][]*scenario.Condition
	laters   [][]*scenario.Condition
	branches []map[int][]*scenario.Condition // by target
}

func newSight(s *scenario.Scenario) sight {
	n := len(s.Nodes)
	g := sight{
		offers:   make([][][]*scenario.Condition, n),
		nodes:    make([][]*scenario.Condition, n),
		looks:    make([][][]*scenario.Condition, n),
		results:  make([][][]*scenario.Condition, n),
		laters:   make([][]*scenario.Condition, len(s.Laters)),
		branches: make([]map[int][]*scenario.Condition, n),
	}
	t := s.Texts[s.Lang]
	if t == nil {
		t = &scenario.Text{}
	}
	exhibits := make([][]*scenario.Condition, len(s.Exhibits))
	for i := range min(len(t.Exhibits), len(exhibits)) {
		exhibits[i] = t.Exhibits[i].OnTruth()
		if s.Exhibits[i].FromStart {
			g.opening = append(g.opening, exhibits[i]...)
		}
	}
	g.opening = append(g.opening, t.Pitch.OnTruth()...)
	for i := range t.Cast {
		g.cast = append(g.cast, t.Cast[i].Body.OnTruth()...)
	}
	for i := range n {
		var text scenario.NodeText
		if i < len(t.Nodes) {
			text = t.Nodes[i]
		}
		g.read(s, &text, i, exhibits)
	}
	return g
}

func (g *sight) read(s *scenario.Scenario, t *scenario.NodeText, at int, exhibits [][]*scenario.Condition) {
	n := &s.Nodes[at]
	handOut := func(text scenario.Block, shown []int) []*scenario.Condition {
		cs := text.OnTruth()
		for _, e := range shown {
			cs = append(cs, exhibits[e]...)
		}
		return cs
	}
	g.nodes[at] = handOut(t.Body, n.Show)
	g.looks[at] = make([][]*scenario.Condition, len(n.Looks))
	for i := range min(len(t.Looks), len(n.Looks)) {
		g.looks[at][i] = handOut(t.Looks[i].Body, n.Looks[i].Reveal)
	}
	g.offers[at] = make([][]*scenario.Condition, len(n.Choices))
	g.results[at] = make([][]*scenario.Condition, len(n.Choices))
	for i := range min(len(t.Choices), len(n.Choices)) {
		g.offers[at][i] = t.Choices[i].Body.OnTruth()
		g.results[at][i] = t.Choices[i].Result.OnTruth()
		if l := n.Choices[i].Later; l >= 0 {
			g.laters[l] = t.Choices[i].Later.OnTruth()
		}
	}
	g.branches[at] = make(map[int][]*scenario.Condition, len(t.Branches))
	for to, text := range t.Branches {
		g.branches[at][to] = text.OnTruth()
	}
}

// in lists the conditions that an event shows the truth of.
func (g *sight) in(e *engine.Event) []*scenario.Condition {
	switch e.Kind {
	case engine.Entered:
		return g.nodes[e.Node]
	case engine.Looked:
		return g.looks[e.Node][e.Index]
	case engine.Chose:
		return g.results[e.Node][e.Index]
	case engine.Drew:
		return g.branches[e.Node][e.Index]
	case engine.Fired:
		return g.laters[e.Index]
	default:
		return nil
	}
}
