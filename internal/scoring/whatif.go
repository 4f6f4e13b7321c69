package scoring

import (
	"errors"
	"slices"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// Origin says where a move of a replay comes from.
type Origin string

// The origins.
const (
	Before  Origin = "before"  // as it was, before the change
	Changed Origin = "changed" // the change itself
	Kept    Origin = "kept"    // as it was, after the change
	Best    Origin = "best"    // the best move, where what was done is not possible any more
)

// WhatIf replays a log with the move at a step changed, and the same dice. Later moves are kept, in their order,
// where the replay comes by the node they were made at and they are available; a choice that gave way to a look is
// kept after it. Elsewhere the best move is made. The history goes on to an ending, with the origin of each move.
func WhatIf(sol *solve.Solution, dice engine.Dice, log []engine.Entry, step int, move string) (engine.History, []Origin, error) {
	s := sol.Scenario()
	was, err := engine.Replay(s, dice, log)
	if err != nil {
		return engine.History{}, nil, err
	}
	if step < 0 || step >= len(log) {
		return engine.History{}, nil, errors.New("what if: no such step")
	}
	changed := append(slices.Clone(log[:step]), engine.Entry{Move: move})
	is, err := engine.Replay(s, dice, changed)
	if err != nil {
		return engine.History{}, nil, err
	}
	origins := append(slices.Repeat([]Origin{Before}, step), Changed)
	r := replay{sol: sol, s: s, later: laterMoves(was.Moments[step:], is.Moments[step].Move)}
	at, err := reach(sol, is)
	if err != nil {
		return engine.History{}, nil, err
	}
	for p := is.End; p.State.Open(s); {
		m, timedOut, origin := r.next(&p.State, at)
		changed = append(changed, engine.Entry{Move: engine.Name(s, int(p.State.Node), m), TimedOut: timedOut})
		origins = append(origins, origin)
		var events []engine.Event
		if p, err = p.Make(s, m, &events); err != nil {
			return engine.History{}, nil, err
		}
		if at, _, err = sol.Follow(at, m, p.World, events); err != nil {
			return engine.History{}, nil, err
		}
	}
	is, err = engine.Replay(s, dice, changed)
	return is, origins, err
}

// laterMoves are the moves to keep. A choice ends the visit, and with it what else was done there; a look leaves the
// rest of the visit as it was, but for a look that it took the place of.
func laterMoves(was []engine.Moment, change engine.Move) []engine.Moment {
	_, look := change.IsLook()
	_, looked := was[0].Move.IsLook()
	if look && !looked {
		return was
	}
	for !look && looked && len(was) > 1 {
		was = was[1:]
		_, looked = was[0].Move.IsLook()
	}
	return was[1:]
}

// reach is the state that a history has come to.
func reach(sol *solve.Solution, h engine.History) (solve.ID, error) {
	at, _, err := sol.Open(h.Start.World, h.Opening)
	for i := range h.Moments {
		if err != nil {
			return 0, err
		}
		m := &h.Moments[i]
		at, _, err = sol.Follow(at, m.Move, m.Before.World, m.Events)
	}
	return at, err
}

type replay struct {
	sol   *solve.Solution
	s     *scenario.Scenario
	later []engine.Moment // not come by yet
}

// next is the first later move made at this node that is available. A look that is not is passed over; in place of a
// choice that is not, the best move is made.
func (r *replay) next(st *engine.State, at solve.ID) (m engine.Move, timedOut bool, origin Origin) {
	for i := range r.later {
		was := &r.later[i]
		if was.Node() != int(st.Node) {
			continue
		}
		if st.Available(r.s, was.Move) {
			r.later = r.later[i+1:]
			return was.Move, was.TimedOut, Kept
		}
		if _, look := was.Move.IsLook(); !look {
			r.later = r.later[i+1:]
			break
		}
	}
	return r.sol.BestMove(at), false, Best
}
