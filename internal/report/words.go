package report

import (
	"errors"
	"slices"
	"strings"

	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// words is something that a case says, in both languages; in its own where it is not written in the other.
func words(s *scenario.Scenario, say func(*scenario.Text) string) fault.Text {
	return fault.Text{FR: say(s.Text("fr")), EN: say(s.Text("en"))}
}

func caseName(v *library.Version) CaseName {
	return CaseName{v.Ref, words(v.Scenario, func(t *scenario.Text) string { return t.Title })}
}

func title(s *scenario.Scenario, node int) fault.Text {
	return words(s, func(t *scenario.Text) string { return t.Nodes[node].Title })
}

func namedNode(s *scenario.Scenario, node int) Named { return Named{s.Nodes[node].ID, title(s, node)} }

// namedMove is a move with its id, a look's after a question mark.
func namedMove(s *scenario.Scenario, node int, m engine.Move) Named {
	label := words(s, func(t *scenario.Text) string {
		if i, look := m.IsLook(); look {
			return t.Nodes[node].Looks[i].Label
		}
		return t.Nodes[node].Choices[m].Label
	})
	return Named{engine.Name(s, node, m), label}
}

// named is a competency, which goes by its id where the registers have lost it.
func named(regs *scenario.Registers, id string) Named {
	if c, ok := regs.Competency(id); ok {
		return Named{id, c.Label}
	}
	return Named{id, fault.Text{FR: id, EN: id}}
}

// inOrder puts competencies in the order of the registers, those that they have lost last.
func inOrder(regs *scenario.Registers, ids []string) []string {
	place := func(id string) int {
		i := slices.IndexFunc(regs.Competencies, func(c scenario.Competency) bool { return c.ID == id })
		if i < 0 {
			return len(regs.Competencies)
		}
		return i
	}
	slices.SortStableFunc(ids, func(a, b string) int {
		if d := place(a) - place(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(ids)
}

// baseline is what choosing blindly scores on average; nil when nothing is at stake and when that is not known.
func baseline(v *library.Version) (*float64, error) {
	solution, err := v.Solution()
	var flaw *solve.Flaw
	switch {
	case errors.As(err, &flaw):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return solution.UniformRandomScore, nil
}
