package scenario

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"casebook/internal/fault"
)

// Issue is one fault of a case as written: where it is, what it is and how to mend it. Line and Column count from 1,
// columns in letters.
type Issue struct {
	Code         string
	File         string
	Line, Column int
	Text         fault.Text
}

// In says the issue in lang as editors and compilers do: text.fr.md:128:1: [S042] …
func (i Issue) In(lang string) string {
	return fmt.Sprintf("%s:%d:%d: [%s] %s", i.File, i.Line, i.Column, i.Code, i.Text.In(lang))
}

// Issues are all the faults of a case, by file and line. A case with any of them cannot be played.
type Issues []Issue

// In says every issue in lang, one a line.
func (is Issues) In(lang string) string {
	var sb strings.Builder
	for _, i := range is {
		sb.WriteString(i.In(lang))
		sb.WriteByte('\n')
	}
	return sb.String()
}

// Rule is something that every case has to keep: a stable code, and what is said where it is broken.
type Rule struct {
	Code string
	Text fault.Text // with verbs for the particulars
}

// Rules lists every rule in the order of its code.
func Rules() []Rule {
	all := make([]Rule, len(rules))
	for i, r := range rules {
		all[i] = *r
	}
	slices.SortFunc(all, func(a, b Rule) int { return cmp.Compare(a.Code, b.Code) })
	return all
}

var rules []*Rule

func rule(code, fr, en string) *Rule {
	r := &Rule{code, fault.Text{FR: typeset.Replace(fr), EN: en}}
	rules = append(rules, r)
	return r
}

// typeset puts the no-break spaces of French typography where the table has plain ones.
var typeset = strings.NewReplacer(" :", "\u00a0:", " ;", "\u00a0;", " ?", "\u00a0?", " !", "\u00a0!", "« ", "«\u00a0", " »", "\u00a0»")

type place struct {
	file         string
	line, column int
}

const maxIssues = 1000

// report gathers issues while a case is read. Past maxIssues it says only that there are more.
type report struct {
	issues Issues
	hints  int
}

func (r *report) add(at place, rule *Rule, args ...any) {
	if len(r.issues) == maxIssues {
		rule, args = ruleTooManyIssues, []any{maxIssues}
	} else if len(r.issues) > maxIssues {
		return
	}
	for i, a := range args {
		if h, ok := a.(hint); ok && r.hints < maxHints {
			args[i] = h.text()
			r.hints++
		} else if ok {
			args[i] = fault.Text{}
		}
	}
	r.issues = append(r.issues, Issue{Code: rule.Code, File: at.file, Line: at.line, Column: at.column, Text: rule.say(args)})
}

// say fills the rule's sentences; an argument that is itself a text is said in the same language.
func (r *Rule) say(args []any) fault.Text {
	french, english := slices.Clone(args), slices.Clone(args)
	for i, a := range args {
		switch a := a.(type) {
		case fault.Text:
			french[i], english[i] = a.FR, a.EN
		case hint:
			t := a.text()
			french[i], english[i] = t.FR, t.EN
		}
	}
	return fault.Text{FR: fmt.Sprintf(r.Text.FR, french...), EN: fmt.Sprintf(r.Text.EN, english...)}
}

func (r *report) sorted() Issues {
	slices.SortStableFunc(r.issues, func(a, b Issue) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code))
	})
	return slices.Compact(r.issues)
}

// Text says what is wrong with the condition and how to mend it.
func (e *ConditionError) Text() fault.Text {
	return e.Rule.say(e.args)
}
