package engine

import (
	"fmt"

	"casebook/internal/scenario"
)

// Entry is one line of an attempt's log: all that is needed, with the scenario and the dice, to play it again.
type Entry struct {
	Move     string // a choice's id, or ? and a look's
	TimedOut bool
}

// Moment is one move of a history: where it was made, what was on offer, and what it led to.
type Moment struct {
	Before    Play
	Move      Move
	TimedOut  bool
	Offered   []Move // choices then looks, in written order
	Displayed []Move // choices as shown
	Events    []Event
}

// Node is where the move was made.
func (m *Moment) Node() int { return int(m.Before.State.Node) }

// History is a whole play-through as it unfolded.
type History struct {
	Opening []Event // what happened before the first move
	Start   Play    // where the first move was made
	Moments []Moment
	End     Play // where it stands
}

// Replay plays a log from the start. The same scenario, dice and log give the same history, to the last byte.
func Replay(s *scenario.Scenario, dice Dice, log []Entry) (History, error) {
	var h History
	p, err := Start(s, dice, &h.Opening)
	if err != nil {
		return History{}, err
	}
	h.Start = p
	h.Moments = make([]Moment, 0, len(log))
	for i, e := range log {
		m, next, err := p.replay(s, e)
		if err != nil {
			return History{}, fmt.Errorf("move %d, %s: %w", i+1, e.Move, err)
		}
		h.Moments = append(h.Moments, m)
		p = next
	}
	h.End = p
	return h, nil
}

// Offer is what can be done at a decision point.
type Offer struct {
	Offered   []Move // choices then looks, in written order
	Displayed []Move // choices as shown
}

// Offer says what can be done now; nothing, at an ending.
func (p *Play) Offer(s *scenario.Scenario) Offer {
	if !p.State.Open(s) {
		return Offer{}
	}
	offered := p.State.Moves(s, nil)
	return Offer{offered, Displayed(s, p.Dice.Seed, int(p.State.Node), p.Visit(s), offered)}
}

func (p Play) replay(s *scenario.Scenario, e Entry) (Moment, Play, error) {
	offer := p.Offer(s)
	m := Moment{Before: p, TimedOut: e.TimedOut, Offered: offer.Offered, Displayed: offer.Displayed}
	var err error
	if m.Move, err = p.find(s, e.Move); err != nil {
		return Moment{}, Play{}, err
	}
	var next Play
	if e.TimedOut {
		next, err = p.Timeout(s, &m.Events)
	} else {
		next, err = p.Make(s, m.Move, &m.Events)
	}
	return m, next, err
}
