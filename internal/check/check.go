// Package check finds the flaws of a case: what gives its key away, what nobody can reach, what is missing, and the
// scores of those who play without reading. Each flaw has a stable code, a place, and a sentence that says how to mend
// it. It is pure.
package check

import (
	"errors"
	"io/fs"

	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// Options say how far a check goes.
type Options struct {
	Limit int // of states to explore; solve.DefaultLimit when 0
}

// Report is all there is to say of a case. One that cannot be read has its issues alone, and one that cannot be solved
// has no Solution and no figures.
type Report struct {
	Scenario *scenario.Scenario
	Issues   scenario.Issues // faults that keep the case from being read
	Solution *solve.Solution
	Unsolved *solve.Flaw // why there is no Solution
	Flaws    []Flaw      // by file and line
	Bots     []Bot
	Walks    []WalkResult
}

// Errors counts the flaws that keep the case from being published.
func (r *Report) Errors() int { return len(r.Issues) + r.count(Error) }

// Warnings counts the warnings that nobody has answered.
func (r *Report) Warnings() int { return r.count(Warning) }

// Refusal is what keeps the case from being published: its issues, or else its errors, told as issues.
func (r *Report) Refusal() scenario.Issues {
	if len(r.Issues) > 0 {
		return r.Issues
	}
	var issues scenario.Issues
	for _, f := range r.Flaws {
		if f.Level == Error {
			issues = append(issues, f.Issue)
		}
	}
	return issues
}

func (r *Report) count(level Level) int {
	n := 0
	for _, f := range r.Flaws {
		if f.Level == level && f.Answer == "" {
			n++
		}
	}
	return n
}

// Check reads the folder of one case and finds its flaws.
func Check(folder fs.FS, registers *scenario.Registers, o Options) Report {
	sc, places, issues := scenario.ParsePlaces(folder, registers)
	if sc == nil {
		return Report{Issues: issues}
	}
	units, issues := scenario.Translations(folder)
	if len(issues) > 0 {
		return Report{Issues: issues}
	}
	c := &checker{sc: sc, places: places}
	c.solve(o)
	c.text()
	c.moves()
	c.complete()
	c.translations(units)
	c.spread()
	c.states()
	r := Report{Scenario: sc, Solution: c.sol, Unsolved: c.unsolved}
	if c.sol != nil {
		r.Bots = c.bots()
		c.telltale(r.Bots)
	}
	if issues := c.walk(folder); len(issues) > 0 {
		return Report{Issues: issues}
	}
	if issues := c.answer(folder); len(issues) > 0 {
		return Report{Issues: issues}
	}
	sortFlaws(c.flaws)
	r.Flaws, r.Walks = c.flaws, c.walks
	return r
}

// checker gathers the flaws of one case.
type checker struct {
	sc       *scenario.Scenario
	places   *scenario.Places
	sol      *solve.Solution
	unsolved *solve.Flaw
	keys     []key // by node
	idle     []int // decisions where nothing is decided
	walks    []WalkResult
	flaws    []Flaw
}

func (c *checker) solve(o Options) {
	limit := o.Limit
	if limit == 0 {
		limit = solve.DefaultLimit
	}
	sol, err := solve.Solve(c.sc, limit)
	if err != nil {
		if !errors.As(err, &c.unsolved) {
			c.unsolved = &solve.Flaw{Code: solve.Unknown, Node: -1}
		}
		c.keys = noKeys(c.sc)
		return
	}
	c.sol = sol
	c.keys = keysOf(sol)
}
