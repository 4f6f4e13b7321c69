package check

import (
	"cmp"
	"slices"

	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// Level says what a flaw demands.
type Level uint8

// The levels. An error keeps a case from being published; a warning is mended or answered; an info is good to know.
const (
	Error Level = iota + 1
	Warning
	Info
)

func (l Level) String() string {
	switch l {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "info"
	}
}

// Flaw is something that a case would be better without: where it is, what it is and how to mend it.
type Flaw struct {
	scenario.Issue
	Level   Level
	Node    string         // empty when it is of the whole case
	Move    string         // the choice, or ? and the look; may be empty
	Witness *solve.Witness // a way that shows it, where there is one to show
	Answer  string         // why the author lets it stand; such a flaw does not count

	rule *Rule
}

// At names what the flaw is of: "appel.nommer", "appel", or nothing for the whole case.
func (f *Flaw) At() string {
	if f.Move == "" {
		return f.Node
	}
	return f.Node + "." + f.Move
}

// Rule is something that a good case keeps: a stable code, and what is said where it is broken. Rules of one code are
// one flaw in several guises.
type Rule struct {
	scenario.Rule
	Level Level
}

var rules []*Rule

func rule(code string, level Level, fr, en string) *Rule {
	r := &Rule{scenario.Rule{Code: code, Text: fault.Text{FR: fr, EN: en}.Typeset()}, level}
	rules = append(rules, r)
	return r
}

func (c *checker) add(s subject, r *Rule, args ...any) *Flaw {
	c.flaws = append(c.flaws, r.flaw(s, args))
	return &c.flaws[len(c.flaws)-1]
}

func (r *Rule) flaw(s subject, args []any) Flaw {
	issue := scenario.Issue{Code: r.Code, Place: s.at, Text: r.Text.Format(args...)}
	return Flaw{Issue: issue, Level: r.Level, Node: s.node, Move: s.move, rule: r}
}

// found tells whether a rule has been found broken already.
func (c *checker) found(r *Rule) bool {
	return slices.ContainsFunc(c.flaws, func(f Flaw) bool { return f.rule == r })
}

func sortFlaws(flaws []Flaw) {
	slices.SortStableFunc(flaws, func(a, b Flaw) int {
		return cmp.Or(a.Compare(b.Issue), cmp.Compare(a.Move, b.Move))
	})
}
