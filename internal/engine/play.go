package engine

import (
	"fmt"

	"casebook/internal/fault"
	"casebook/internal/scenario"
)

// maxPassage bounds how many nodes may follow one another without a decision; the parser refuses circles of scenes,
// so only a circle through chance can come near it.
const maxPassage = 10_000

// Play is a play-through: the state of its story, the hidden truths that were drawn for it, and how often each node
// was met. It is a value.
type Play struct {
	Dice   Dice
	World  scenario.World
	State  State
	Step   int // how many moves led here
	visits [scenario.MaxLoopNodes]uint8
	drawn  int // outcomes taken from Dice.Fixed
}

// Start draws the truths and goes to the first decision point or ending. The events are appended to trace, when it
// is not nil; likewise below.
func Start(s *scenario.Scenario, dice Dice, trace *[]Event) (Play, error) {
	p := Play{Dice: dice}
	for i := range s.Truths {
		v, err := p.drawTruth(s, i)
		if err != nil {
			return Play{}, err
		}
		p.World[i] = uint8(v)
	}
	p.State = Enter(s, trace)
	p.visited(s)
	return p, p.run(s, trace)
}

// Look takes a look by its id.
func (p Play) Look(s *scenario.Scenario, id string, trace *[]Event) (Play, error) {
	m, err := p.find(s, "?"+id)
	if err != nil {
		return Play{}, err
	}
	return p.Make(s, m, trace)
}

// Choose makes a choice by its id, and goes on to the next decision point or ending.
func (p Play) Choose(s *scenario.Scenario, id string, trace *[]Event) (Play, error) {
	m, err := p.find(s, id)
	if err != nil {
		return Play{}, err
	}
	return p.Make(s, m, trace)
}

// Timeout makes the choice that the author named for silence.
func (p Play) Timeout(s *scenario.Scenario, trace *[]Event) (Play, error) {
	n := &s.Nodes[p.State.Node]
	if n.Kind != scenario.Decision || n.OnTimeout < 0 {
		return Play{}, fault.New(fault.Invalid, "not_timed", notTimed)
	}
	from := 0
	if trace != nil {
		from = len(*trace)
	}
	next, err := p.Make(s, Move(n.OnTimeout), trace)
	if err == nil && trace != nil {
		(*trace)[from].Kind = TimedOut
	}
	return next, err
}

// Make makes an available move.
func (p Play) Make(s *scenario.Scenario, m Move, trace *[]Event) (Play, error) {
	if !p.State.Open(s) || !p.State.Available(s, m) {
		return Play{}, fault.New(fault.Invalid, "not_available", notAvailable, p.name(s, m))
	}
	if err := p.State.Make(s, m, p.World, trace); err != nil {
		return Play{}, err
	}
	p.Step++
	if m >= 0 {
		p.visited(s)
	}
	return p, p.run(s, trace)
}

// Visit says how often the present node has been met, 1 for the first time.
func (p *Play) Visit(s *scenario.Scenario) int {
	if slot := s.Nodes[p.State.Node].LoopSlot; slot >= 0 {
		return int(p.visits[slot])
	}
	return 1
}

// run goes through scenes and chance to where a trainee has a say.
func (p *Play) run(s *scenario.Scenario, trace *[]Event) error {
	for range maxPassage {
		switch s.Nodes[p.State.Node].Kind {
		case scenario.Scene:
			p.State.Pass(s, p.World, trace)
		case scenario.Chance:
			if err := p.chance(s, trace); err != nil {
				return err
			}
		default:
			return nil
		}
		p.visited(s)
	}
	return fmt.Errorf("node %s: the story turns in circles without a decision", s.Nodes[p.State.Node].ID)
}

// visited counts a node just entered. A count that is full stays full: the draws after it repeat.
func (p *Play) visited(s *scenario.Scenario) {
	if slot := s.Nodes[p.State.Node].LoopSlot; slot >= 0 && p.visits[slot] < 255 {
		p.visits[slot]++
	}
}

func (p *Play) chance(s *scenario.Scenario, trace *[]Event) error {
	node := int(p.State.Node)
	n := &s.Nodes[node]
	row := p.State.Row(s, p.World)
	targets := n.Rows[row].Targets
	to := -1
	if p.drawn < len(p.Dice.Fixed) {
		want := p.Dice.Fixed[p.drawn]
		for _, t := range targets {
			if s.Nodes[t.To].ID == want && t.Weight > 0 {
				to = t.To
			}
		}
		if to < 0 {
			return fault.New(fault.Invalid, "no_such_outcome", noSuchOutcome, want, n.ID)
		}
		p.drawn++
	} else {
		to = targets[pick(Draw(p.Dice.Seed, s.ID, s.Rev, n.ID, p.Visit(s)), targets)].To
	}
	if trace != nil {
		*trace = append(*trace, Event{Kind: Drew, Node: node, Index: to, Row: row, Vars: p.State.Vars})
	}
	p.State.Land(s, to, trace)
	return nil
}

func (p *Play) drawTruth(s *scenario.Scenario, i int) (int, error) {
	t := &s.Truths[i]
	if p.drawn < len(p.Dice.Fixed) {
		for v := range t.Values {
			if t.Values[v].ID == p.Dice.Fixed[p.drawn] {
				p.drawn++
				return v, nil
			}
		}
		return 0, fault.New(fault.Invalid, "no_such_outcome", noSuchOutcome, p.Dice.Fixed[p.drawn], t.ID)
	}
	targets := make([]scenario.Target, len(t.Values))
	for v := range t.Values {
		targets[v].Weight = t.Values[v].Weight
	}
	return pick(Draw(p.Dice.Seed, s.ID, s.Rev, t.ID, 0), targets), nil
}

// Unused lists the outcomes laid down in Dice.Fixed that chance has not asked for.
func (p *Play) Unused() []string { return p.Dice.Fixed[p.drawn:] }
