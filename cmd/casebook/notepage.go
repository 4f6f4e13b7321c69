package main

import (
	"fmt"
	"html/template"
	"io"
	"strings"

	"casebook/internal/check"
	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// teachingNote is what the page shows.
type teachingNote struct {
	Lang         string
	Case         *scenario.Scenario
	Text         *scenario.Text
	Level        string
	Competencies []string
	Sections     []noteSection
	Decisions    []noteDecision
	Weights      []noteWeight
	Endings      []noteEnding
	Sources      []noteSource
}

type noteSection struct {
	Key, Title string
	Body       scenario.Block
}

type noteDecision struct {
	Title, Ask string
	Scored     bool
	Looks      []string
	Choices    []noteChoice
}

type noteChoice struct {
	Label, Evidence string
	Expert          scenario.Block
	Points          []string
}

type noteWeight struct {
	What   string
	Points int
}

type noteEnding struct{ Title, Scores string }

type noteSource struct {
	Title, Author, Lesson string
	Points                []notePoint
}

type notePoint struct{ ID, Text string }

var (
	noteLevels = []fault.Text{
		{FR: "1 · découverte", EN: "1 · discovery"}, {FR: "2 · pratique", EN: "2 · practice"}, {FR: "3 · épreuve", EN: "3 · trial"},
	}
	noteTitles = []struct {
		key   string
		title fault.Text
	}{
		{"objectives", fault.Text{FR: "Objectifs", EN: "Objectives"}},
		{"opening", fault.Text{FR: "Question d’ouverture", EN: "Opening question"}},
		{"questions", fault.Text{FR: "Questions de discussion", EN: "Discussion questions"}},
		{"board", fault.Text{FR: "Plan du tableau", EN: "Board plan"}},
		{"timing", fault.Text{FR: "Minutage", EN: "Timing"}},
		{"closing", fault.Text{FR: "Conclusion", EN: "Closing"}},
	}
)

func newNote(w *world, sc *scenario.Scenario, sol *solve.Solution, registers *scenario.Registers) *teachingNote {
	n := &teachingNote{Lang: w.lang, Case: sc, Text: sc.Texts[w.lang], Level: noteLevels[sc.Level-1].In(w.lang)}
	labels := make([]string, len(sc.Competencies))
	for i, id := range sc.Competencies {
		c, _ := registers.Competency(id)
		labels[i] = c.Label.In(w.lang)
	}
	n.Competencies = labels
	for _, t := range noteTitles {
		if body, ok := n.Text.Note[t.key]; ok {
			n.Sections = append(n.Sections, noteSection{t.key, t.title.In(w.lang), body})
		}
	}
	for i := range sc.Nodes {
		if sc.Nodes[i].Kind == scenario.Decision {
			n.Decisions = append(n.Decisions, n.decision(i, labels))
		}
	}
	n.weigh(w, sol)
	n.cite(w, registers)
	return n
}

func (n *teachingNote) decision(at int, labels []string) noteDecision {
	node, text := &n.Case.Nodes[at], &n.Text.Nodes[at]
	d := noteDecision{Title: text.Title, Ask: text.Ask, Scored: node.Scored}
	for i := range node.Looks {
		look := text.Looks[i].Label
		if cost := node.Looks[i].Cost; cost > 0 {
			look += fmt.Sprintf(" (%d %s)", cost, n.Case.Vars[n.Case.Clock].Unit)
		}
		d.Looks = append(d.Looks, look)
	}
	for i := range node.Choices {
		var shown []string
		for _, e := range node.Choices[i].Evidence {
			shown = append(shown, labels[e.Competency]+" "+signed(int(e.Points)))
		}
		d.Choices = append(d.Choices, noteChoice{text.Choices[i].Label, strings.Join(shown, ", "), text.Choices[i].Expert, text.Choices[i].Points})
	}
	return d
}

// signed writes a number with its sign, as print does.
func signed(i int) string {
	return strings.Replace(fmt.Sprintf("%+d", i), "-", "−", 1)
}

// weigh lists what counts, and what may be scored at each ending.
func (n *teachingNote) weigh(w *world, sol *solve.Solution) {
	v := &n.Case.Value
	step := fault.Text{FR: "Chaque cran de preuve (−2 à +2)", EN: "Each step of evidence (−2 to +2)"}
	n.Weights = append(n.Weights, noteWeight{step.In(w.lang), v.Evidence})
	for i, weight := range v.State {
		if weight != 0 {
			at := fault.Text{FR: "Chaque cran de « %s » à la fin", EN: "Each step of “%s” at the end"}
			n.Weights = append(n.Weights, noteWeight{at.Format(n.gauge(i)).In(w.lang), weight})
		}
	}
	for _, e := range sol.Endings() {
		end := fault.Text{FR: "La fin « %s »", EN: "The ending “%s”"}
		title := n.Text.Nodes[e.Node].Title
		n.Weights = append(n.Weights, noteWeight{end.Format(title).In(w.lang), v.Endings[e.Node]})
		scores := "–"
		if e.Reached {
			scores = w.score(e.MinScore) + " – " + w.score(e.MaxScore)
		}
		n.Endings = append(n.Endings, noteEnding{title, scores})
	}
}

// gauge names a gauge, and whose it is.
func (n *teachingNote) gauge(i int) string {
	name := n.Text.Vars[i]
	if c := n.Case.Vars[i].Character; c >= 0 {
		name += " (" + n.Text.Cast[c].Name + ")"
	}
	return name
}

// cite lists the points that the case cites, by source.
func (n *teachingNote) cite(w *world, registers *scenario.Registers) {
	cited := check.Cited(n.Case)
	for _, id := range n.Case.Sources {
		source, ok := registers.Source(id)
		if !ok {
			continue
		}
		s := noteSource{Title: source.Title.In(w.lang), Author: source.Author, Lesson: source.Lesson.In(w.lang)}
		for _, p := range registers.Points {
			if p.Source == id && cited[p.ID] {
				s.Points = append(s.Points, notePoint{p.ID, p.Text.In(w.lang)})
			}
		}
		n.Sources = append(n.Sources, s)
	}
}

func (n *teachingNote) write(to io.Writer) error {
	page, err := template.New("note").Funcs(template.FuncMap{
		"t":    func(fr, en string) string { return fault.Text{FR: fr, EN: en}.In(n.Lang) },
		"join": strings.Join,
		"prose": func(b scenario.Block) template.HTML {
			var sb strings.Builder
			for _, p := range b.Parts {
				sb.WriteString(p.HTML)
			}
			return template.HTML(sb.String()) // sanitised when it was parsed
		},
	}).Parse(notePage)
	if err != nil {
		return err
	}
	return page.Execute(to, n)
}
