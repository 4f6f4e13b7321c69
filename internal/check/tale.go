package check

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// TaleKind says what a step of a tale is; the values are the contract's.
type TaleKind string

// The kinds of step.
const (
	TruthStep  TaleKind = "truth"  // something hidden turns out to be so
	ChanceStep TaleKind = "chance" // chance leads somewhere
	LookStep   TaleKind = "look"
	ChoiceStep TaleKind = "choice"
)

// Step is one thing that happens in a tale: the moment by its title, and what was done there or happened.
type Step struct {
	Kind         TaleKind
	Title, Label string
}

// Tale is a witness told by titles, for readers to whom ids say nothing.
type Tale struct {
	Steps  []Step
	Ending string // the title of the ending; empty when it does not come to one
}

// Tell tells a witness in a language. What cannot be played of it is left out.
func Tell(sc *scenario.Scenario, lang string, w solve.Witness) Tale {
	n := narrator{sc: sc, text: sc.Text(lang)}
	h, err := engine.Open(sc, engine.Dice{Fixed: w.Chance})
	if err != nil {
		return n.tale
	}
	for i := range sc.Truths {
		n.add(TruthStep, sc.Truths[i].ID, sc.Truths[i].Values[h.End.World[i]].ID)
	}
	n.draws(h.Opening)
	for _, name := range w.Moves {
		move, ok := engine.Find(sc, int(h.End.State.Node), name)
		if !ok || h.Go(sc, engine.Made{Move: move}) != nil {
			return n.tale
		}
		m := &h.Moments[len(h.Moments)-1]
		n.move(m.Node(), m.Move)
		n.draws(m.Events)
	}
	if end := int(h.End.State.Node); sc.Nodes[end].Kind == scenario.Ending {
		n.tale.Ending = n.text.Nodes[end].Title
	}
	return n.tale
}

type narrator struct {
	sc   *scenario.Scenario
	text *scenario.Text
	tale Tale
}

func (n *narrator) add(kind TaleKind, title, label string) {
	n.tale.Steps = append(n.tale.Steps, Step{kind, title, label})
}

func (n *narrator) move(node int, m engine.Move) {
	if i, look := m.IsLook(); look {
		n.add(LookStep, n.text.Nodes[node].Title, n.text.Nodes[node].Looks[i].Label)
		return
	}
	n.add(ChoiceStep, n.text.Nodes[node].Title, n.text.Nodes[node].Choices[m].Label)
}

func (n *narrator) draws(events []engine.Event) {
	for i := range events {
		if e := &events[i]; e.Kind == engine.Drew {
			n.add(ChanceStep, n.text.Nodes[e.Node].Title, n.text.Nodes[e.Index].Title)
		}
	}
}

// Where names what a flaw is of by its titles in a language: the moment and the move; empty for the whole case.
func (f *Flaw) Where(sc *scenario.Scenario, lang string) string {
	i, ok := sc.NodeIndex(f.Node)
	if !ok {
		return ""
	}
	text := &sc.Text(lang).Nodes[i]
	move, ok := engine.Find(sc, i, f.Move)
	if f.Move == "" || !ok {
		return text.Title
	}
	label := ""
	if k, look := move.IsLook(); look {
		label = text.Looks[k].Label
	} else {
		label = text.Choices[move].Label
	}
	if text.Title == "" || label == "" {
		return text.Title + label
	}
	return text.Title + " · " + label
}
