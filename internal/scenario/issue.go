package scenario

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"casebook/internal/fault"
)

// Issue is one fault of a case as written: where it is, what it is and how to mend it.
type Issue struct {
	Code string
	Place
	Text fault.Text
}

// In says the issue in lang as editors and compilers do: text.fr.md:128:1: [S042] …
func (i Issue) In(lang string) string {
	return fmt.Sprintf("%s:%d:%d: [%s] %s", i.File, i.Line, i.Column, i.Code, i.Text.In(lang))
}

// Issues are all the faults of a case, by file and line. A case with any of them cannot be played.
type Issues []Issue

// Compare puts issues in the order of files and lines, those of one place in the order of codes.
func (i Issue) Compare(other Issue) int {
	return cmp.Or(cmp.Compare(i.File, other.File), cmp.Compare(i.Line, other.Line), cmp.Compare(i.Column, other.Column),
		cmp.Compare(i.Code, other.Code))
}

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

var rules []*Rule

func rule(code, fr, en string) *Rule {
	r := &Rule{code, fault.Text{FR: fr, EN: en}.Typeset()}
	rules = append(rules, r)
	return r
}

const maxIssues = 1000

// report gathers issues while a case is read. Past maxIssues it says only that there are more.
type report struct {
	issues Issues
	hints  int
}

func (r *report) add(at Place, rule *Rule, args ...any) {
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
	r.issues = append(r.issues, Issue{rule.Code, at, rule.Text.Format(args...)})
}

func (r *report) sorted() Issues {
	slices.SortStableFunc(r.issues, Issue.Compare)
	return slices.Compact(r.issues)
}

// Text says what is wrong with the condition and how to mend it.
func (e *ConditionError) Text() fault.Text {
	args := slices.Clone(e.args)
	for i, a := range args {
		if h, ok := a.(hint); ok {
			args[i] = h.text()
		}
	}
	return e.Rule.Text.Format(args...)
}
