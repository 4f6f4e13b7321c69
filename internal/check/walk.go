package check

import (
	"io/fs"

	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// WalkResult is how a walkthrough went. One that is known to fail, and does, has no error among its flaws.
type WalkResult struct {
	Walk   *scenario.Walkthrough
	Passed bool // everything expected was so
	Flaws  []Flaw
}

// Walk plays walkthroughs of sc and compares what they expect with what they find. Without a solution, what they say
// of the score is left aside.
func Walk(sc *scenario.Scenario, sol *solve.Solution, walks []scenario.Walkthrough) []WalkResult {
	results := make([]WalkResult, len(walks))
	for i := range walks {
		w := newWalk(sc, &walks[i])
		w.judge(sol)
		results[i] = w.result()
	}
	return results
}

// walk plays the walkthroughs of the case. It returns the faults that keep them from being read.
func (c *checker) walk(folder fs.FS) scenario.Issues {
	walks, issues := scenario.ParseWalkthroughs(folder, c.sc)
	if len(walks) == 0 && len(issues) == 0 {
		c.add(subject{at: scenario.Place{File: "walkthroughs.yaml", Line: 1, Column: 1}}, ruleNoWalks)
	}
	c.walks = Walk(c.sc, c.sol, walks)
	for _, r := range c.walks {
		c.flaws = append(c.flaws, r.Flaws...)
	}
	return issues
}

// failure is something that is not as a walkthrough expects.
type failure struct {
	rule *Rule
	at   scenario.Place
	args []any
}

func (w *walk) result() WalkResult {
	r := WalkResult{Walk: w.of, Passed: len(w.failures) == 0}
	whole, known := subject{at: w.of.Place}, []any{w.of.Name, w.of.Fails}
	switch {
	case w.of.Fails == "":
		for _, f := range w.failures {
			r.Flaws = append(r.Flaws, f.rule.flaw(subject{at: f.at}, f.args))
		}
	case r.Passed:
		r.Flaws = []Flaw{ruleWalkMended.flaw(whole, known)}
	default:
		r.Flaws = []Flaw{ruleWalkKnown.flaw(whole, known)}
	}
	return r
}
