package attempt

import (
	"strings"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// ExhibitView is an exhibit that was handed out, as it was then.
type ExhibitView struct {
	ID       string
	Kind     scenario.ExhibitKind
	Title    string
	Step     int // how many moves had been made when it was handed out
	HTML     string
	Headers  []scenario.Header
	Messages []scenario.Message
	Bars     []scenario.Bar
}

// exhibits lists what has been handed out, each once, the first first.
func (t *told) exhibits() []ExhibitView {
	b := binder{told: t, list: []ExhibitView{}, seen: make([]bool, len(t.s.Exhibits))}
	for i := range t.s.Exhibits {
		if t.s.Exhibits[i].FromStart {
			b.hand([]int{i}, 0, &t.h.Start.State.Vars)
		}
	}
	b.tell(t.h.Opening, 0)
	for i := range t.h.Moments {
		b.tell(t.h.Moments[i].Events, i+1)
	}
	return b.list
}

// handed lists what a move has handed out, be it for the first time or again.
func (t *told) handed(m *engine.Moment) []ExhibitView {
	b := binder{told: t, list: []ExhibitView{}, seen: make([]bool, len(t.s.Exhibits))}
	b.tell(m.Events, m.Before.Step+1)
	return b.list
}

// binder gathers exhibits, each once.
type binder struct {
	*told
	list []ExhibitView
	seen []bool
}

func (b *binder) hand(which []int, step int, v *scenario.Vars) {
	for _, i := range which {
		if !b.seen[i] {
			b.seen[i] = true
			b.list = append(b.list, b.exhibit(i, step, v))
		}
	}
}

func (b *binder) tell(events []engine.Event, step int) {
	for i := range events {
		switch e := &events[i]; e.Kind {
		case engine.Entered:
			b.hand(b.s.Nodes[e.Node].Show, step, &e.Vars)
		case engine.Looked:
			b.hand(b.s.Nodes[e.Node].Looks[e.Index].Reveal, step, &e.Vars)
		}
	}
}

func (t *told) exhibit(i, step int, v *scenario.Vars) ExhibitView {
	e := ExhibitView{ID: t.s.Exhibits[i].ID, Kind: t.s.Exhibits[i].Kind, Title: t.t.Exhibits[i].Title, Step: step}
	var html strings.Builder
	for _, p := range t.t.Exhibits[i].Parts {
		if p.When.Holds(v, t.world()) {
			html.WriteString(p.HTML)
			e.Headers = append(e.Headers, p.Headers...)
			e.Messages = append(e.Messages, p.Messages...)
			e.Bars = append(e.Bars, p.Bars...)
		}
	}
	e.HTML = html.String()
	return e
}
