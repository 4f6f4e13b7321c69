package solve

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// place is where facts are looked for.
type place struct {
	kind  placeKind
	node  int
	index int
}

type placeKind uint8

const (
	atOpening placeKind = iota
	atStop              // at every decision point and ending
	onOffer             // index: the move
	onReading           // index: the choice on offer
	onRoute             // index: the choice
	onRow
	onTarget   // index: the row
	onLater    // index: the delayed consequence
	onExhibit  // index: the exhibit
	afterEvent // with the kind of the event added
)

// after is the place of what an event shows.
func after(e *engine.Event) place {
	p := place{afterEvent + placeKind(e.Kind), e.Node, e.Index}
	switch e.Kind {
	case engine.Entered:
		p.index = 0
	case engine.Fired:
		p.node = 0
	}
	return p
}

// watch lists the facts of a scenario, and by place those that are to be looked for there.
type watch struct {
	s     *scenario.Scenario
	facts []Fact
	at    map[place][]int
}

func newWatch(s *scenario.Scenario) watch {
	w := watch{s: s, at: map[place][]int{}}
	for i := range s.Nodes {
		w.node(i)
	}
	for _, lang := range s.Langs() {
		if t := s.Texts[lang]; t != nil {
			w.text(t)
		}
	}
	return w
}

func (w *watch) add(p place, when *scenario.Condition, about Subject) {
	w.at[p] = append(w.at[p], len(w.facts))
	w.facts = append(w.facts, Fact{Subject: about, When: when})
}

func (w *watch) node(at int) {
	n := &w.s.Nodes[at]
	entered := after(&engine.Event{Kind: engine.Entered, Node: at})
	w.add(entered, nil, Subject{Kind: NodeReached, Node: at})
	w.routes(n.Next, Subject{Kind: SceneRoute, Node: at})
	for i := range n.Looks {
		move := int(engine.LookMove(i))
		w.add(place{onOffer, at, move}, n.Looks[i].When, Subject{Kind: LookOffer, Node: at, Index: i})
	}
	for i := range n.Choices {
		c := &n.Choices[i]
		w.add(place{onOffer, at, i}, c.When, Subject{Kind: ChoiceOffer, Node: at, Index: i})
		w.routes(c.Next, Subject{Kind: ChoiceRoute, Node: at, Index: i})
		if c.Later >= 0 {
			w.add(place{onLater, 0, c.Later}, w.s.Laters[c.Later].When, Subject{Kind: LaterFired, Node: at, Index: i})
		}
	}
	for i := range n.Rows {
		w.add(place{onRow, at, 0}, n.Rows[i].When, Subject{Kind: ChanceRow, Node: at, Index: i})
		for k, t := range n.Rows[i].Targets {
			if t.Weight > 0 {
				w.add(place{onTarget, at, i}, nil, Subject{Kind: ChanceTarget, Node: at, Index: i, Part: k})
			}
		}
	}
}

func (w *watch) routes(routes []scenario.Route, about Subject) {
	for i := range routes {
		about.Part = i
		w.add(place{onRoute, about.Node, about.Index}, routes[i].When, about)
	}
}

func (w *watch) text(t *scenario.Text) {
	opening := place{kind: atOpening}
	w.block(opening, t.Pitch, Subject{Kind: PitchText, Node: -1, Lang: t.Lang})
	for i := range t.Cast {
		w.block(place{kind: atStop}, t.Cast[i].Body, Subject{Kind: CastText, Node: -1, Index: i, Lang: t.Lang})
	}
	for i := range t.Exhibits {
		p := place{kind: onExhibit, index: i}
		if w.s.Exhibits[i].FromStart {
			p = opening
		}
		about := Subject{Kind: ExhibitText, Node: -1, Index: i, Lang: t.Lang}
		for _, part := range t.Exhibits[i].Parts {
			if part.When != nil {
				w.add(p, part.When, about)
				about.Part++
			}
		}
	}
	for i := range t.Nodes {
		w.nodeText(i, &t.Nodes[i], t.Lang)
	}
}

func (w *watch) nodeText(at int, t *scenario.NodeText, lang string) {
	about := func(kind Kind, index int) Subject { return Subject{Kind: kind, Node: at, Index: index, Lang: lang} }
	event := func(kind engine.EventKind, index int) place {
		return after(&engine.Event{Kind: kind, Node: at, Index: index})
	}
	w.block(event(engine.Entered, 0), t.Body, about(NodeText, 0))
	for i := range t.Looks {
		w.block(event(engine.Looked, i), t.Looks[i].Body, about(LookText, i))
	}
	for i := range t.Choices {
		c := &t.Choices[i]
		w.block(place{onReading, at, i}, c.Body, about(ChoiceText, i))
		w.block(event(engine.Chose, i), c.Tempting, about(TemptingText, i))
		w.block(event(engine.Chose, i), c.Result, about(ResultText, i))
		w.block(event(engine.Chose, i), c.Expert, about(ExpertText, i))
		if later := w.s.Nodes[at].Choices[i].Later; later >= 0 {
			w.block(event(engine.Fired, later), c.Later, about(LaterText, i))
		}
	}
	for _, to := range targets(&w.s.Nodes[at]) {
		w.block(event(engine.Drew, to), t.Branches[to], about(BranchText, to))
	}
}

func (w *watch) block(p place, b scenario.Block, about Subject) {
	for _, part := range b.Parts {
		if part.When != nil {
			w.add(p, part.When, about)
			about.Part++
		}
	}
}
