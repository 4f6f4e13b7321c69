package check

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// walk is a walkthrough as far as it could be played. Its history may be cut after any of its moves.
type walk struct {
	sc       *scenario.Scenario
	of       *scenario.Walkthrough
	opening  []engine.Event
	moments  []engine.Moment
	stops    []engine.Play // where it stood before the first move, and after each
	failures []failure
}

// newWalk plays the moves of a walkthrough until one is impossible.
func newWalk(sc *scenario.Scenario, of *scenario.Walkthrough) *walk {
	w := &walk{sc: sc, of: of}
	dice := engine.Dice{Seed: of.Seed}
	for _, c := range of.Chance {
		dice.Fixed = append(dice.Fixed, c.Text)
	}
	p, err := engine.Start(sc, dice, &w.opening)
	if err != nil {
		w.stumble(err, 0, w.opening, w.truths())
		return w
	}
	w.stops = append(w.stops, p)
	for i := range of.Moves {
		if !w.move(i) {
			break
		}
	}
	w.settle()
	return w
}

// move makes the i-th move; false when it is impossible.
func (w *walk) move(i int) bool {
	p, made := &w.stops[i], w.of.Moves[i]
	m, ok := engine.Find(w.sc, int(p.State.Node), made.Text)
	switch {
	case p.State.Ended(w.sc):
		w.fail(ruleWalkOver, made.Place, i+1, made.Text, w.node(i).ID)
		return false
	case !ok || !p.State.Available(w.sc, m):
		w.fail(ruleWalkMove, made.Place, i+1, made.Text, w.node(i).ID, possible(w.offered(i)))
		return false
	}
	moment := engine.Moment{Before: *p, Made: engine.Made{Move: m}}
	next, err := p.Make(w.sc, m, &moment.Events)
	if err != nil {
		w.stumble(err, i+1, moment.Events, w.settled(i))
		return false
	}
	w.moments = append(w.moments, moment)
	w.stops = append(w.stops, next)
	return true
}

// offered names the moves that can be made after so many.
func (w *walk) offered(after int) []string {
	p := &w.stops[after]
	if !p.State.Open(w.sc) {
		return nil
	}
	var names []string
	for _, m := range p.State.Moves(w.sc, nil) {
		names = append(names, engine.Name(w.sc, int(p.State.Node), m))
	}
	return names
}

// history is what happened until after so many moves.
func (w *walk) history(after int) engine.History {
	return engine.History{Opening: w.opening, Start: w.stops[0], Moments: w.moments[:after], End: w.stops[after]}
}

func (w *walk) node(after int) *scenario.Node { return &w.sc.Nodes[w.stops[after].State.Node] }

// fail notes something that is not as expected. The sentence begins with the name of the walkthrough.
func (w *walk) fail(r *Rule, at scenario.Place, args ...any) {
	w.failures = append(w.failures, failure{r, at, append([]any{w.of.Name}, args...)})
}
