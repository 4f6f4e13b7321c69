package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
	Code  string
	Level Level
	scenario.Place
	Node    string // empty when it is of the whole case
	Move    string // the choice, or ? and the look; may be empty
	Text    fault.Text
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

// In says the flaw in lang as editors and compilers do: text.fr.md:128:1: [L10] …
func (f *Flaw) In(lang string) string {
	return fmt.Sprintf("%s:%d:%d: [%s] %s", f.File, f.Line, f.Column, f.Code, f.Text.In(lang))
}

// Rule is something that a good case keeps: a stable code, and what is said where it is broken. Rules of one code are
// one flaw in several guises.
type Rule struct {
	Code  string
	Level Level
	Text  fault.Text // with verbs for the particulars
}

// Rules lists every rule in the order of its code.
func Rules() []Rule {
	all := make([]Rule, len(rules))
	for i, r := range rules {
		all[i] = *r
	}
	slices.SortStableFunc(all, func(a, b Rule) int { return cmp.Compare(a.Code, b.Code) })
	return all
}

var rules []*Rule

func rule(code string, level Level, fr, en string) *Rule {
	r := &Rule{code, level, fault.Text{FR: typeset.Replace(fr), EN: en}}
	rules = append(rules, r)
	return r
}

// typeset puts the no-break spaces of French typography where the table has plain ones.
var typeset = strings.NewReplacer(
	" :", "\u00a0:", " ;", "\u202f;", " ?", "\u202f?", " !", "\u202f!", "« ", "«\u00a0", " »", "\u00a0»", " %%", "\u202f%%",
)

// subject is what a flaw is of.
type subject struct {
	at         scenario.Place
	node, move string
}

func (c *checker) add(s subject, r *Rule, args ...any) *Flaw {
	c.flaws = append(c.flaws, Flaw{Code: r.Code, Level: r.Level, Place: s.at, Node: s.node, Move: s.move, Text: r.say(args), rule: r})
	return &c.flaws[len(c.flaws)-1]
}

// found tells whether a rule has been found broken already.
func (c *checker) found(r *Rule) bool {
	return slices.ContainsFunc(c.flaws, func(f Flaw) bool { return f.rule == r })
}

// say fills the rule's sentences; an argument that is itself a text is said in the same language.
func (r *Rule) say(args []any) fault.Text {
	french, english := slices.Clone(args), slices.Clone(args)
	for i, a := range args {
		if t, ok := a.(fault.Text); ok {
			french[i], english[i] = t.FR, t.EN
		}
	}
	return fault.Text{FR: fmt.Sprintf(r.Text.FR, french...), EN: fmt.Sprintf(r.Text.EN, english...)}
}

func sortFlaws(flaws []Flaw) {
	slices.SortStableFunc(flaws, func(a, b Flaw) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Move, b.Move))
	})
}
