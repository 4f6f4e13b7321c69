package attempt

import (
	"context"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/scoring"
)

// WhatIf is an attempt replayed with one move changed and the same dice, beside the original.
type WhatIf struct {
	Step     int
	Move     string
	Moves    []WhatIfMove
	Chance   []ChanceStory
	Changed  WhatIfEnd
	Original WhatIfEnd
}

// WhatIfMove is a move of the replay, with where it comes from.
type WhatIfMove struct {
	Step                           int
	Node, Title, ID, Label, Result string
	Origin                         scoring.Origin
}

// WhatIfEnd is where a play-through came to.
type WhatIfEnd struct {
	Outcome Outcome
	Gauges  []GaugeStory
}

// WhatIf replays an ended attempt with the move at a step changed. Nothing is recorded.
func (s *Service) WhatIf(ctx context.Context, by account.Account, id uuid.UUID, step int, move string) (WhatIf, error) {
	at, err := s.ended(ctx, by, id)
	if err != nil {
		return WhatIf{}, err
	}
	if step >= at.Step() {
		return WhatIf{}, fault.New(fault.Invalid, "no_such_step", fault.Text{
			FR: "Cette partie compte %[1]d étapes, numérotées de 0 à %[2]d.",
			EN: "This attempt has %[1]d steps, numbered from 0 to %[2]d.",
		}, at.Step(), at.Step()-1)
	}
	sol, err := at.v.Solution()
	if err != nil {
		return WhatIf{}, err
	}
	changed, origins, err := scoring.WhatIf(sol, at.dice(), at.log(), step, move)
	if err != nil {
		return WhatIf{}, err
	}
	was, is := s.tell(at.v, at.Lang, &at.h), s.tell(at.v, at.Lang, &changed)
	w := WhatIf{Step: step, Move: move}
	for i := range changed.Moments {
		w.Moves = append(w.Moves, is.whatIfMove(i, origins[i]))
	}
	j, err := judge(at.v, changed)
	if err != nil {
		return WhatIf{}, err
	}
	w.Chance = is.chance(j)
	w.Changed = WhatIfEnd{is.outcome(j.result), is.gaugeStories()}
	if j, err = judge(at.v, at.h); err != nil {
		return WhatIf{}, err
	}
	w.Original = WhatIfEnd{was.outcome(j.result), was.gaugeStories()}
	return w, nil
}

func (t *told) whatIfMove(i int, origin scoring.Origin) WhatIfMove {
	m := &t.h.Moments[i]
	at := m.Node()
	w := WhatIfMove{
		Step: i, Node: t.s.Nodes[at].ID, Title: t.t.Nodes[at].Title, ID: engine.Name(t.s, at, m.Move),
		Label: t.label(at, m.Move), Origin: origin,
	}
	if k, look := m.Move.IsLook(); look {
		w.Result = t.html(t.t.Nodes[at].Looks[k].Body, &m.Events[0])
	} else {
		w.Result = t.html(t.t.Nodes[at].Choices[m.Move].Result, &m.Events[0])
	}
	return w
}
