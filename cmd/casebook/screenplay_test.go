package main

import (
	"strings"

	"casebook/internal/scenario"
)

// secrets are the texts, in every language, that have not been reached yet, by place.
func (l *listener) secrets() map[string]string {
	s := screenplay{sc: l.sc, open: l.reached, revealed: map[string]bool{}, hidden: map[string]string{}}
	for lang, text := range l.sc.Texts {
		s.lang, s.text = lang, text
		s.read()
	}
	for place, text := range s.hidden {
		if s.revealed[text] { // said elsewhere too
			delete(s.hidden, place)
		}
	}
	return s.hidden
}

// screenplay sorts every text of a case into what may be told and what may not.
type screenplay struct {
	sc       *scenario.Scenario
	open     map[string]bool
	lang     string
	text     *scenario.Text
	revealed map[string]bool
	hidden   map[string]string
}

// put sorts one text.
func (s *screenplay) put(place, html string, open bool) {
	html = strings.TrimSpace(html)
	switch {
	case len(html) < 12: // too short to be told from other words
	case open:
		s.revealed[html] = true
	default:
		s.hidden[s.lang+" "+place] = html
	}
}

func (s *screenplay) block(place string, b scenario.Block, open bool) {
	for _, p := range b.Parts {
		s.put(place, p.HTML, open)
	}
}

func (s *screenplay) read() {
	s.block("pitch", s.text.Pitch, true)
	for key, b := range s.text.Note {
		s.block("note "+key, b, false)
	}
	for i := range s.sc.Exhibits {
		id := "#" + s.sc.Exhibits[i].ID
		s.put(id, s.text.Exhibits[i].Title, s.open[id])
		for _, p := range s.text.Exhibits[i].Parts {
			s.put(id, p.HTML, s.open[id])
			for _, m := range p.Messages {
				s.put(id, m.HTML, s.open[id])
			}
		}
	}
	for i := range s.sc.Nodes {
		s.node(&s.sc.Nodes[i], &s.text.Nodes[i])
	}
}

func (s *screenplay) node(n *scenario.Node, text *scenario.NodeText) {
	open := s.open[n.ID]
	s.put(n.ID, text.Title, open)
	s.put(n.ID, text.Ask, open)
	s.block(n.ID, text.Body, open)
	for i, look := range text.Looks {
		place := n.ID + "?" + n.Looks[i].ID
		s.put(place, look.Label, s.open[place+" offered"])
		s.block(place, look.Body, s.open[place])
	}
	for i, choice := range text.Choices {
		place := n.ID + "/" + n.Choices[i].ID
		s.put(place, choice.Label, s.open[place+" offered"])
		s.block(place, choice.Body, s.open[place+" offered"])
		s.block(place+" tempting", choice.Tempting, s.open[place+" explained"])
		s.block(place+" expert", choice.Expert, s.open[place+" explained"])
		s.block(place+" result", choice.Result, s.open[place])
		s.block(place+" later", choice.Later, s.open[place+"+"])
	}
	for to, branch := range text.Branches {
		place := n.ID + ">" + s.sc.Nodes[to].ID
		s.block(place, branch, s.open[place])
	}
}
