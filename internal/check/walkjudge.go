package check

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/scoring"
	"casebook/internal/solve"
)

// judge compares what the walkthrough expects with what it found, as far as it came; without a solution, claims on
// the score are left aside.
func (w *walk) judge(sol *solve.Solution) {
	for i := range w.of.Expect {
		e := &w.of.Expect[i]
		if e.After >= len(w.stops) || w.adrift() {
			return
		}
		w.stands(e)
		w.claims(e, sol)
		w.handed(e)
		w.refused(e)
	}
}

// adrift reports whether chance was left to itself: then nothing that follows means anything.
func (w *walk) adrift() bool {
	return len(w.failures) > 0 && w.failures[0].rule == ruleWalkUnsettled
}

func (w *walk) stands(e *scenario.Expectation) {
	at := w.node(e.After).ID
	for _, wanted := range []scenario.Written{e.At, e.Ending} {
		if wanted.Text != "" && wanted.Text != at {
			w.fail(ruleWalkElsewhere, wanted.Place, w.moment(e.After), at, wanted.Text)
		}
	}
}

func (w *walk) claims(e *scenario.Expectation, sol *solve.Solution) {
	p := &w.stops[e.After]
	var score *float64
	known := false
	for i := range e.Holds {
		c := &e.Holds[i]
		if c.OnScore() {
			if sol == nil {
				continue
			}
			if !known {
				score, known = w.score(sol, e.After), true
			}
			if score == nil {
				w.fail(ruleWalkScoreless, c.Place, w.moment(e.After))
				continue
			}
		}
		if s := orZero(score); !c.Holds(&p.State.Vars, p.World, s) {
			w.fail(ruleWalkClaim, c.Place, w.moment(e.After), c.Source(), w.values(c, p, s))
		}
	}
}

// score is what the debrief would say after so many moves.
func (w *walk) score(sol *solve.Solution, after int) *float64 {
	r, err := scoring.Score(sol, w.history(after))
	if err != nil {
		return nil
	}
	return r.Capped
}

func orZero(score *float64) float64 {
	if score == nil {
		return 0
	}
	return *score
}

func (w *walk) handed(e *scenario.Expectation) {
	if len(e.Sees) == 0 {
		return
	}
	seen := w.exhibits(e.After)
	for _, x := range e.Sees {
		if !slices.Contains(seen, x.Text) {
			w.fail(ruleWalkUnseen, x.Place, w.moment(e.After), x.Text, listed(seen))
		}
	}
}

// exhibits are those handed out until after so many moves, each once, the first first.
func (w *walk) exhibits(after int) []string {
	var seen []string
	hand := func(which []int) {
		for _, i := range which {
			if id := w.sc.Exhibits[i].ID; !slices.Contains(seen, id) {
				seen = append(seen, id)
			}
		}
	}
	for i := range w.sc.Exhibits {
		if w.sc.Exhibits[i].FromStart {
			hand([]int{i})
		}
	}
	tell := func(events []engine.Event) {
		for i := range events {
			switch e := &events[i]; e.Kind {
			case engine.Entered:
				hand(w.sc.Nodes[e.Node].Show)
			case engine.Looked:
				hand(w.sc.Nodes[e.Node].Looks[e.Index].Reveal)
			}
		}
	}
	tell(w.opening)
	for i := range w.moments[:after] {
		tell(w.moments[i].Events)
	}
	return seen
}

// refused checks what must not be on offer. A move that the node does not have at all is no test.
func (w *walk) refused(e *scenario.Expectation) {
	p := &w.stops[e.After]
	at := w.node(e.After)
	for _, r := range e.Refuses {
		m, known := engine.Find(w.sc, int(p.State.Node), r.Text)
		switch {
		case !known:
			w.fail(ruleWalkVacant, r.Place, w.moment(e.After), r.Text, at.ID, possible(w.offered(e.After)))
		case p.State.Available(w.sc, m):
			w.fail(ruleWalkOffered, r.Place, w.moment(e.After), r.Text, at.ID)
		}
	}
}
