package engine

import (
	"fmt"

	"casebook/internal/scenario"
)

// Entry is one line of an attempt's log as people write it: all that is needed, with the scenario and the dice, to
// play it again.
type Entry struct {
	Move     string // a choice's id, or ? and a look's
	TimedOut bool
}

// Made is an Entry in the codes of its version, which never changes.
type Made struct {
	Move     Move
	TimedOut bool
}

// Moment is one move of a history: where it was made, and what it led to. What was on offer is Before.Offer.
type Moment struct {
	Before Play
	Made
	Events []Event
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

// Open is a history without a move.
func Open(s *scenario.Scenario, dice Dice) (History, error) {
	var h History
	p, err := Start(s, dice, &h.Opening)
	h.Start, h.End = p, p
	return h, err
}

// Replay plays a log from the start. The same scenario, dice and log give the same history, to the last byte.
func Replay(s *scenario.Scenario, dice Dice, log []Entry) (History, error) {
	h, err := Open(s, dice)
	if err != nil {
		return History{}, err
	}
	h.Moments = make([]Moment, 0, len(log))
	for i, e := range log {
		m, err := h.End.find(s, e.Move)
		if err == nil {
			err = h.Go(s, Made{m, e.TimedOut})
		}
		if err != nil {
			return History{}, fmt.Errorf("move %d, %s: %w", i+1, e.Move, err)
		}
	}
	return h, nil
}

// Retrace is Replay for a log in codes. Of the first moves, so many as are skipped, nothing is told: the history begins
// where they have led, without their moments and without the opening, unless none is skipped.
func Retrace(s *scenario.Scenario, dice Dice, log []Made, skipped int) (h History, err error) {
	if skipped == 0 {
		h, err = Open(s, dice)
	} else {
		h, err = skip(s, dice, log[:skipped])
	}
	if err != nil {
		return History{}, err
	}
	h.Moments = make([]Moment, 0, len(log)-skipped+1)
	for i, made := range log[skipped:] {
		if err := h.Go(s, made); err != nil {
			return History{}, fmt.Errorf("move %d: %w", skipped+i+1, err)
		}
	}
	return h, nil
}

func skip(s *scenario.Scenario, dice Dice, log []Made) (History, error) {
	p, err := Start(s, dice, nil)
	for i := 0; i < len(log) && err == nil; i++ {
		if p, err = p.again(s, log[i], nil); err != nil {
			err = fmt.Errorf("move %d: %w", i+1, err)
		}
	}
	return History{Start: p, End: p}, err
}

// Go makes one move more. A history whose move is refused is left as it was.
func (h *History) Go(s *scenario.Scenario, made Made) error {
	m := Moment{Before: h.End, Made: made}
	if made.TimedOut {
		m.Move = Move(s.Nodes[h.End.State.Node].OnTimeout)
	}
	next, err := h.End.again(s, made, &m.Events)
	if err != nil {
		return err
	}
	h.Moments, h.End = append(h.Moments, m), next
	return nil
}

func (p Play) again(s *scenario.Scenario, made Made, trace *[]Event) (Play, error) {
	if made.TimedOut {
		return p.Timeout(s, trace)
	}
	return p.Make(s, made.Move, trace)
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
