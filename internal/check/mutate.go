package check

import (
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// Mutation is what came of changing a case in one place at a time: how many of the changes some walkthrough noticed.
// Only what a walkthrough comes by is changed, and what nobody could notice by playing is not counted.
type Mutation struct {
	Walks     int     // walkthroughs that pass, and were tried
	Kinds     []Tally // those that occur, in the order of mutantKinds
	Survivors []Survivor
	LeftOut   int // changes that nobody could notice by playing, and those that make too large a case to tell
}

// Tally counts the changes of one kind.
type Tally struct {
	Kind             MutantKind
	Noticed, Changes int
}

// Survivor is a change that no walkthrough noticed.
type Survivor struct {
	scenario.Place
	Kind MutantKind
	Text fault.Text
}

// Noticed counts the changes that some walkthrough noticed, among how many.
func (m *Mutation) Noticed() (noticed, changes int) {
	for _, k := range m.Kinds {
		noticed, changes = noticed+k.Noticed, changes+k.Changes
	}
	return noticed, changes
}

// Score is the share of changes that were noticed, from 0 to 100; 0 where there were none.
func (m *Mutation) Score() float64 {
	noticed, changes := m.Noticed()
	if changes == 0 {
		return 0
	}
	return 100 * float64(noticed) / float64(changes)
}

// Mutate tries the walkthroughs of a case, those at least that pass, on every change. sol is its solution.
func Mutate(sc *scenario.Scenario, places *scenario.Places, sol *solve.Solution, walks []scenario.Walkthrough) Mutation {
	l := lab{sc: sc, sol: sol}
	for i := range walks {
		w := newWalk(sc, &walks[i])
		if w.judge(sol); len(w.failures) == 0 {
			l.walks = append(l.walks, w)
		}
	}
	mutants := breed(sc, coverage(l.walks))
	verdicts := l.tryAll(mutants)
	m := Mutation{Walks: len(l.walks)}
	for _, kind := range mutantKinds {
		if t := tally(kind, mutants, verdicts); t.Changes > 0 {
			m.Kinds = append(m.Kinds, t)
		}
	}
	for i, x := range mutants {
		switch verdicts[i] {
		case missed:
			m.Survivors = append(m.Survivors, Survivor{places.Map(x.keys...), x.kind, x.text})
		case leftOut:
			m.LeftOut++
		}
	}
	slices.SortStableFunc(m.Survivors, func(a, b Survivor) int { return a.Line - b.Line })
	return m
}

func tally(kind MutantKind, mutants []mutant, verdicts []verdict) Tally {
	t := Tally{Kind: kind}
	for i, x := range mutants {
		if x.kind != kind || verdicts[i] == leftOut {
			continue
		}
		t.Changes++
		if verdicts[i] == noticed {
			t.Noticed++
		}
	}
	return t
}

// maxGrowth is how many times as many states a changed case may have: one that grows without bounds would take long.
const maxGrowth = 4

type verdict uint8

const (
	noticed verdict = iota + 1
	missed
	leftOut
)

// lab tries changes on the walkthroughs that pass.
type lab struct {
	sc    *scenario.Scenario
	sol   *solve.Solution
	walks []*walk
}

// tryAll shares the work among as many as can work at once.
func (l *lab) tryAll(mutants []mutant) []verdict {
	verdicts := make([]verdict, len(mutants))
	var next atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(mutants); i = int(next.Add(1)) - 1 {
				verdicts[i] = l.try(&mutants[i])
			}
		})
	}
	all.Wait()
	return verdicts
}

// try plays the walkthroughs on a change. Values are worked out only where the story as such gives nothing away: that
// takes most of the time.
func (l *lab) try(x *mutant) verdict {
	sc := x.change(l.sc)
	var scored []*walk
	for _, was := range l.walks {
		w := newWalk(sc, was.of)
		if w.judge(nil); len(w.failures) > 0 {
			return noticed
		}
		if was.scored() {
			scored = append(scored, w)
		}
	}
	sol, err := l.solve(x, sc)
	var flaw *solve.Flaw
	switch {
	case errors.As(err, &flaw) && flaw.Code == solve.Unknown:
		return leftOut
	case err != nil && len(scored) > 0:
		return noticed // there is no score any more
	case err != nil:
		return missed
	}
	for _, w := range scored {
		if w.judge(sol); len(w.failures) > 0 {
			return noticed
		}
	}
	if x.unseen(l.sol, sol) {
		return leftOut
	}
	return missed
}

// solve values a changed case. Where only worth has changed, its states are those of the case itself.
func (l *lab) solve(x *mutant, sc *scenario.Scenario) (*solve.Solution, error) {
	switch x.kind {
	case EvidenceFlipped, EvidenceRemoved, IncidentRemoved, WeightFlipped:
		return l.sol.Reweigh(sc), nil
	default:
		return solve.Solve(sc, maxGrowth*l.sol.States+1000)
	}
}

// scored reports whether the walkthrough says something of the score.
func (w *walk) scored() bool {
	return slices.ContainsFunc(w.of.Expect, func(e scenario.Expectation) bool {
		return slices.ContainsFunc(e.Holds, func(c scenario.Claim) bool { return c.OnScore() })
	})
}
