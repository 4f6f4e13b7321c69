package scenario

import (
	"io/fs"
	"regexp"
	"unicode/utf8"
)

const (
	answersName = "answers.yaml"
	maxWhy      = 500 // characters
)

// Answer is what an author says to a flaw that the checker finds and that is meant to stay.
type Answer struct {
	Place
	Flaw string // its code
	At   string // the node, or node.choice or node.?look; empty for the whole case
	Why  string
}

var (
	flawPattern = regexp.MustCompile(`^[LW][0-9]{2}$`)
	atPattern   = regexp.MustCompile(`^` + idShape + `(\.\??` + idShape + `)?$`)
)

// ParseAnswers reads answers.yaml. Without such a file there are neither answers nor issues; with issues, there are no
// answers. Whether there is such a flaw to answer, the checker will tell.
func ParseAnswers(folder fs.FS) ([]Answer, Issues) {
	if absent(folder, answersName) {
		return nil, nil
	}
	y := &yamlFile{report: &report{}, name: answersName}
	var answers []Answer
	if root := y.load(folder); root != nil {
		top := y.object(root, "answers")
		y.require(top, "answers")
		for _, n := range y.bounded(top.get("answers"), ofAnswers) {
			answers = append(answers, y.answer(y.object(n, "flaw", "at", "why")))
		}
	}
	y.answeredTwice(answers)
	if len(y.issues) > 0 {
		return nil, y.sorted()
	}
	return answers, nil
}

func (y *yamlFile) answer(o object) Answer {
	y.require(o, "flaw", "why")
	a := Answer{Place: y.at(o.node)}
	a.Flaw, _ = y.text(o.get("flaw"))
	a.At, _ = y.text(o.get("at"))
	a.Why, _ = y.text(o.get("why"))
	if a.Flaw != "" && !flawPattern.MatchString(a.Flaw) {
		y.add(y.at(o.get("flaw")), ruleAnswerCode, clip(a.Flaw))
	}
	if a.At != "" && !atPattern.MatchString(a.At) {
		y.add(y.at(o.get("at")), ruleAnswerAt, clip(a.At))
	}
	if utf8.RuneCountInString(a.Why) > maxWhy {
		y.add(y.at(o.get("why")), ruleAnswerLong, maxWhy)
	}
	return a
}

func (y *yamlFile) answeredTwice(answers []Answer) {
	first := map[[2]string]int{}
	for _, a := range answers {
		what := [2]string{a.Flaw, a.At}
		if line, twice := first[what]; twice {
			y.add(a.Place, ruleAnswerTwice, line)
			continue
		}
		first[what] = a.Line
	}
}
