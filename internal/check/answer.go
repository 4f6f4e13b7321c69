package check

import (
	"io/fs"
	"strconv"
	"strings"

	"casebook/internal/fault"
	"casebook/internal/scenario"
)

// answer lays the author's answers beside the flaws found so far. An error cannot be answered, nor what nobody asks. It
// returns the faults that keep the answers from being read.
func (c *checker) answer(folder fs.FS) scenario.Issues {
	answers, issues := scenario.ParseAnswers(folder)
	found := c.flaws
	for _, a := range answers {
		answered, isError := false, false
		for i := range found {
			f := &found[i]
			switch {
			case f.Code != a.Flaw || f.At() != a.At:
			case f.Level == Error:
				isError = true
			default:
				f.Answer, answered = a.Why, true
			}
		}
		s := subject{at: a.Place}
		switch {
		case isError:
			c.add(s, ruleAnswersError, a.Flaw, where(a.At))
		case !answered:
			c.add(s, ruleAnswersNothing, a.Flaw, where(a.At), elsewhere(found, a.Flaw))
		}
	}
	return issues
}

func where(at string) fault.Text {
	if at == "" {
		return fault.Text{FR: "du cas entier", EN: "of the whole case"}
	}
	return fault.Text{FR: "à `" + at + "`", EN: "at `" + at + "`"}
}

// elsewhere tells where the flaw would be.
func elsewhere(flaws []Flaw, code string) fault.Text {
	var places []string
	for i := range flaws {
		if f := &flaws[i]; f.Code == code && f.At() != "" && f.Level != Error {
			places = append(places, inYAML(f.At()))
		}
	}
	if len(places) == 0 {
		return fault.Text{}
	}
	return fault.Text{FR: " Il est ici : %s.", EN: " It is here: %s."}.Typeset().Format(listed(places))
}

// inYAML is a place as answers.yaml takes it: YAML has its own use for a question mark.
func inYAML(at string) string {
	if strings.Contains(at, "?") {
		return strconv.Quote(at)
	}
	return at
}
