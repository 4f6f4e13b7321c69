package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"casebook/internal/fault"
	"casebook/internal/stats"
)

// Answer is what the figures of a cohort say to a question that somebody in a hurry asks.
type Answer struct {
	Question, Text fault.Text
}

// brief is what to read of a cohort when there is time for nothing else. It names no person.
func (p *Progress) brief() []Answer {
	list := []Answer{{whereQuestion.Typeset(), p.reached()}}
	if p.View == People && p.Enrolled > 0 {
		list = append(list, Answer{helpQuestion.Typeset(), p.helped()})
	}
	if text := p.againstChance(); text != (fault.Text{}) {
		list = append(list, Answer{chanceQuestion.Typeset(), text})
	}
	if text := p.apart(); text != (fault.Text{}) {
		list = append(list, Answer{workQuestion.Typeset(), text})
	}
	return list
}

// reached is how much of what was given is finished, and which cases are ahead and behind.
func (p *Progress) reached() fault.Text {
	var given []Assigned
	done := 0
	for i := range p.Assignments {
		if !p.Assignments[i].Withdrawn {
			given = append(given, p.Assignments[i])
			done += p.Assignments[i].Counts[Finished]
		}
	}
	todo := p.Enrolled * len(given)
	switch {
	case todo == 0:
		return nothingGiven.Typeset()
	case done == 0 && p.View == Figures:
		return NoGroup.Sentence()
	case done == 0:
		return nothingDone.Format(todo).Typeset()
	}
	text := doneText
	if p.View == Figures {
		text = doneAtLeast
	}
	said := text.Format(done, todo)
	slices.SortStableFunc(given, func(a, b Assigned) int { return cmp.Compare(b.Counts[Finished], a.Counts[Finished]) })
	first, last := &given[0], &given[len(given)-1]
	if ahead, behind := first.Counts[Finished], last.Counts[Finished]; ahead > behind {
		if p.View == Figures && behind == 0 {
			said = joined(said, aheadFew.Format(first.Title, ahead, last.Title))
		} else {
			said = joined(said, aheadText.Format(first.Title, ahead, last.Title, behind))
		}
	}
	return said.Typeset()
}

func (p *Progress) helped() fault.Text {
	n := 0
	for i := range p.People {
		if len(p.People[i].Help) > 0 {
			n++
		}
	}
	if n == 0 {
		return nobodyToHelp.Typeset()
	}
	return someToHelp.Format(n, p.Enrolled).Typeset()
}

// againstChance sorts the cases by whether their mean is beyond what choosing blindly is worth; empty where no case has both.
func (p *Progress) againstChance() fault.Text {
	by := map[stats.Verdict][]fault.Text{}
	for i := range p.Assignments {
		if a := &p.Assignments[i]; a.Score.Shown() && a.Baseline != nil {
			by[a.Score.Verdict] = append(by[a.Score.Verdict], a.Title)
		}
	}
	var said fault.Text
	for _, one := range []struct {
		verdict stats.Verdict
		text    fault.Text
	}{{stats.Above, aboveChance}, {stats.Below, belowChance}, {stats.Open, openChance}} {
		if titles := by[one.verdict]; len(titles) > 0 {
			said = joined(said, one.text.Format(listed(titles)))
		}
	}
	return said.Typeset()
}

// apart names the lowest competencies and the highest, where their intervals say that they differ.
func (p *Progress) apart() fault.Text {
	var told []Competence
	for _, c := range p.Competencies {
		if c.Mean.Shown() && c.Mean.Interval != nil {
			told = append(told, c)
		}
	}
	if len(told) < 2 {
		return fault.Text{}
	}
	slices.SortStableFunc(told, func(a, b Competence) int { return cmp.Compare(a.Mean.Value, b.Mean.Value) })
	low, high := told[0], told[len(told)-1]
	if low.Mean.Interval.High >= high.Mean.Interval.Low {
		return notApart.Typeset()
	}
	ends := min(3, len(told)/2)
	lowest, highest := told[:ends], told[len(told)-ends:]
	slices.Reverse(highest)
	return apartText.Format(means(lowest, p.View), means(highest, p.View)).Typeset()
}

// means are competencies with their means and of how many they are: of people, and for a manager of attempts.
func means(list []Competence, v View) (said fault.Text) {
	for i, c := range list {
		value := strconv.Itoa(int(math.Round(c.Mean.Value)))
		of := ofPeople
		if v == Figures {
			of = ofAttempts
		}
		n := of.Format(value, c.Mean.N)
		if i > 0 {
			said = fault.Text{FR: said.FR + ", ", EN: said.EN + ", "}
		}
		said = fault.Text{FR: said.FR + c.Label.FR + n.FR, EN: said.EN + c.Label.EN + n.EN}
	}
	return said
}

// listed names a few titles, or says how many there are.
func listed(titles []fault.Text) fault.Text {
	const few = 4
	if n := len(titles); n > few {
		return fault.Text{FR: fmt.Sprintf("%d cas", n), EN: fmt.Sprintf("%d cases", n)}
	}
	var said fault.Text
	for i, t := range titles {
		if i > 0 {
			said = fault.Text{FR: said.FR + ", ", EN: said.EN + ", "}
		}
		said = fault.Text{FR: said.FR + "« " + t.FR + " »", EN: said.EN + "“" + t.EN + "”"}
	}
	return said
}

// joined are two sentences, one after the other.
func joined(a, b fault.Text) fault.Text {
	if a == (fault.Text{}) {
		return b
	}
	return fault.Text{FR: a.FR + " " + b.FR, EN: a.EN + " " + b.EN}
}
