package solve

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// shown is what one play-through shows: which facts held at some moment of it, and which were looked for and did not.
type shown struct {
	s       *scenario.Scenario
	w       scenario.World
	yes, no map[Subject]bool
	handed  []bool   // exhibits
	pending [][2]int // delayed consequences: which, and in how many nodes
	fired   []int
}

func showing(s *scenario.Scenario, h engine.History) *shown {
	p := &shown{s: s, w: h.End.World, yes: map[Subject]bool{}, no: map[Subject]bool{}, handed: make([]bool, len(s.Exhibits))}
	start := &h.Start.State.Vars
	for _, t := range s.Texts {
		p.read(t.Pitch, start, Subject{Kind: PitchText, Node: -1, Lang: t.Lang})
	}
	for i := range s.Exhibits {
		if s.Exhibits[i].FromStart {
			p.hand([]int{i}, start)
		}
	}
	p.events(h.Opening)
	for i := range h.Moments {
		m := &h.Moments[i]
		p.stop(&m.Before.State)
		p.say(m.Move, m.Before.State.Node, true)
		p.events(m.Events)
	}
	p.stop(&h.End.State)
	return p
}

func (p *shown) mark(about Subject, holds bool) {
	if holds {
		p.yes[about] = true
	} else {
		p.no[about] = true
	}
}

func (p *shown) say(m engine.Move, node uint16, offered bool) {
	about := Subject{Kind: ChoiceOffer, Node: int(node), Index: int(m)}
	if i, look := m.IsLook(); look {
		about.Kind, about.Index = LookOffer, i
	}
	p.mark(about, offered)
}

func (p *shown) read(b scenario.Block, v *scenario.Vars, about Subject) {
	for _, part := range b.Parts {
		if part.When != nil {
			p.mark(about, part.When.Holds(v, p.w))
			about.Part++
		}
	}
}

func (p *shown) hand(which []int, v *scenario.Vars) {
	for _, e := range which {
		if p.handed[e] {
			continue
		}
		p.handed[e] = true
		for _, t := range p.s.Texts {
			about := Subject{Kind: ExhibitText, Node: -1, Index: e, Lang: t.Lang}
			for _, part := range t.Exhibits[e].Parts {
				if part.When != nil {
					p.mark(about, part.When.Holds(v, p.w))
					about.Part++
				}
			}
		}
	}
}

func (p *shown) stop(st *engine.State) {
	n := &p.s.Nodes[st.Node]
	for _, t := range p.s.Texts {
		for i := range t.Cast {
			p.read(t.Cast[i].Body, &st.Vars, Subject{Kind: CastText, Node: -1, Index: i, Lang: t.Lang})
		}
	}
	for i := range n.Choices {
		if !n.Choices[i].When.Holds(&st.Vars, p.w) {
			p.say(engine.Move(i), st.Node, false)
			continue
		}
		for _, t := range p.s.Texts {
			p.read(t.Nodes[st.Node].Choices[i].Body, &st.Vars, Subject{Kind: ChoiceText, Node: int(st.Node), Index: i, Lang: t.Lang})
		}
	}
	for i, l := range n.Looks {
		taken := st.Looked>>i&1 == 1
		if !taken && (l.Cost == 0 || p.s.Clock >= 0 && l.Cost <= st.Vars[p.s.Clock]) && !l.When.Holds(&st.Vars, p.w) {
			p.say(engine.LookMove(i), st.Node, false)
		}
	}
}

func (p *shown) ways(routes []*scenario.Condition, v *scenario.Vars, about func(int) Subject) int {
	for i, when := range routes {
		p.mark(about(i), when.Holds(v, p.w))
		if when.Holds(v, p.w) {
			return i
		}
	}
	panic("no way on")
}

func conditions(routes []scenario.Route) []*scenario.Condition {
	var list []*scenario.Condition
	for _, r := range routes {
		list = append(list, r.When)
	}
	return list
}

func (p *shown) events(events []engine.Event) {
	for i := range events {
		e := &events[i]
		n := &p.s.Nodes[e.Node]
		at := func(kind Kind, index, part int) Subject {
			return Subject{Kind: kind, Node: e.Node, Index: index, Part: part}
		}
		switch e.Kind {
		case engine.Entered:
			p.mark(at(NodeReached, 0, 0), true)
			p.entered(e)
			p.hand(n.Show, &e.Vars)
			if n.Kind == scenario.Scene {
				p.ways(conditions(n.Next), &e.Vars, func(i int) Subject { return at(SceneRoute, 0, i) })
			}
			if n.Kind == scenario.Chance {
				var rows []*scenario.Condition
				for _, r := range n.Rows {
					rows = append(rows, r.When)
				}
				p.ways(rows, &e.Vars, func(i int) Subject { return at(ChanceRow, i, 0) })
			}
		case engine.Looked:
			p.hand(n.Looks[e.Index].Reveal, &e.Vars)
		case engine.Chose:
			p.ways(conditions(n.Choices[e.Index].Next), &e.Vars, func(i int) Subject { return at(ChoiceRoute, e.Index, i) })
			if l := n.Choices[e.Index].Later; l >= 0 {
				p.pending = append(p.pending, [2]int{l, p.s.Laters[l].After})
			}
		case engine.Drew:
			to := slices.IndexFunc(n.Rows[e.Row].Targets, func(t scenario.Target) bool { return t.To == e.Index })
			p.mark(at(ChanceTarget, e.Row, to), true)
		case engine.Fired:
			p.fired = append(p.fired, e.Index)
		}
		p.texts(e)
	}
}

// entered counts one more node for what is pending.
func (p *shown) entered(e *engine.Event) {
	var still [][2]int
	for _, l := range p.pending {
		if l[1]--; l[1] > 0 && p.s.Nodes[e.Node].Kind != scenario.Ending {
			still = append(still, l)
			continue
		}
		i := slices.Index(p.fired, l[0])
		p.mark(Subject{Kind: LaterFired, Node: p.s.Laters[l[0]].Node, Index: p.s.Laters[l[0]].Choice}, i >= 0)
		if i >= 0 {
			p.fired = slices.Delete(p.fired, i, i+1)
		}
	}
	p.pending = still
}

func (p *shown) texts(e *engine.Event) {
	for _, t := range p.s.Texts {
		text := &t.Nodes[e.Node]
		at := func(kind Kind, index int) Subject {
			return Subject{Kind: kind, Node: e.Node, Index: index, Lang: t.Lang}
		}
		switch e.Kind {
		case engine.Entered:
			p.read(text.Body, &e.Vars, at(NodeText, 0))
		case engine.Looked:
			p.read(text.Looks[e.Index].Body, &e.Vars, at(LookText, e.Index))
		case engine.Chose:
			c := &text.Choices[e.Index]
			p.read(c.Tempting, &e.Vars, at(TemptingText, e.Index))
			p.read(c.Result, &e.Vars, at(ResultText, e.Index))
			p.read(c.Expert, &e.Vars, at(ExpertText, e.Index))
		case engine.Drew:
			p.read(text.Branches[e.Index], &e.Vars, at(BranchText, e.Index))
		case engine.Fired:
			l := &p.s.Laters[e.Index]
			about := Subject{Kind: LaterText, Node: l.Node, Index: l.Choice, Lang: t.Lang}
			p.read(t.Nodes[l.Node].Choices[l.Choice].Later, &e.Vars, about)
		}
	}
}
