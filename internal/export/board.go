package export

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"casebook/internal/report"
)

// Board writes the report of a cohort that one hands to a board: key figures, who is where, the ways through each case
// and its decisions, and how to read it all. What a manager's report does not tell, it does not either.
func Board(w io.Writer, to Reader, p *report.Progress, cases []report.Case) error {
	at := p.At.In(to.Zone)
	day := to.day(at)
	d := board{newPaper(to.Lang, p.Cohort.Name, p.Cohort.Name+" · "+day, at), to}
	d.title(p.Cohort.Name, to.say("Rapport de progression", "Progress report")+" · "+day)
	if p.View == report.People {
		d.note(to.say("Ce rapport nomme des personnes : il est pour leurs formateurs. Celui des responsables n’en nomme aucune.", "This report names people: it is for their trainers. That of managers names nobody."))
	}
	d.keyFigures(p)
	d.whoIsWhere(p)
	for i := range cases {
		d.oneCase(&cases[i])
	}
	d.method(p, cases)
	return d.write(w)
}

// board is a report on its way.
type board struct {
	*paper
	to Reader
}

var months = [12]string{
	"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
}

// day is a date in words.
func (r Reader) day(t time.Time) string {
	if r.Lang != "fr" {
		return t.Format("2 January 2006")
	}
	day := fmt.Sprint(t.Day())
	if t.Day() == 1 {
		day = "1er"
	}
	return fmt.Sprintf("%s %s %d", day, months[t.Month()-1], t.Year())
}

func (d board) keyFigures(p *report.Progress) {
	d.heading(d.to.say("L’essentiel", "At a glance"))
	for _, a := range p.Brief {
		d.answer(a.Question.In(d.to.Lang), a.Text.In(d.to.Lang))
	}
	d.Ln(1)
	d.tiles(d.keyTiles(p))
	rows := make([][]string, len(p.Assignments))
	for i := range p.Assignments {
		a := &p.Assignments[i]
		rows[i] = []string{a.Title.In(d.to.Lang), d.finished(p, a.Counts), d.figure(a.Score, 0), d.interval(a.Score, 0), d.number(a.Baseline)}
	}
	if len(rows) > 0 {
		d.table([]field{
			{d.to.say("Cas", "Case"), 5, false},
			{d.to.say("L’ont terminé", "Finished by"), 1.8, true},
			{d.to.say("Score moyen", "Mean score"), 1.8, true},
			{d.to.say("Intervalle (95 %)", "Interval (95%)"), 2.2, true},
			{d.to.say("Au hasard", "At random"), 1.5, true},
		}, rows)
	}
}

// keyTiles are how many people there are, and how far they are, a person and a case counting for one.
func (d board) keyTiles(p *report.Progress) []tile {
	done := d.to.say("cas terminés", "cases finished")
	if p.View == report.Figures {
		done = d.to.say("cas terminés au moins", "cases finished at least")
	}
	each := fmt.Sprintf(d.to.say("sur %d : chaque personne, chaque cas", "of %d: each person, each case"), p.Enrolled*len(p.Assignments))
	tiles := []tile{{fmt.Sprint(p.Enrolled), d.to.one(p.Enrolled, "personne inscrite", "personnes inscrites", "person enrolled", "people enrolled"), ""}}
	for _, one := range []struct {
		state report.State
		label string
	}{
		{report.Finished, done},
		{report.NotBegun, d.to.say("pas commencés", "not begun")},
		{report.Stuck, d.to.say("arrêtés en chemin", "stalled")},
	} {
		if n, ok := p.Counts[one.state]; ok && (n > 0 || p.View == report.People) {
			tiles = append(tiles, tile{fmt.Sprint(n), one.label, each})
		}
	}
	return tiles
}

// finished is how many have finished a case; of a manager's groups of five, none says little.
func (d board) finished(p *report.Progress, counts report.States) string {
	n, ok := counts[report.Finished]
	switch {
	case !ok:
		return "–"
	case n == 0 && p.View == report.Figures:
		return d.to.say("moins de 5", "fewer than 5")
	default:
		return fmt.Sprint(n)
	}
}

// whoIsWhere draws the heatmap: people × cases for a trainer, competencies alone for a manager.
func (d board) whoIsWhere(p *report.Progress) {
	if len(p.People) > 0 && len(p.Assignments) > 0 {
		d.heading(d.to.say("Qui en est où", "Who is where"))
		g := grid{corner: d.to.say("Personne", "Person")}
		for i := range p.Assignments {
			g.columns = append(g.columns, p.Assignments[i].Title.In(d.to.Lang))
		}
		for _, person := range p.People {
			g.rows = append(g.rows, person.Name)
			g.marks = append(g.marks, marksOf(person.Standings))
		}
		d.grid(g)
		d.gridKey(d.to.say("Meilleur score, sur 100", "Best score, out of 100"), d.signsOf(g.marks))
	}
	d.competencies(p)
}

// signs are what stands for a state that has no score, in the order in which they are explained.
var signs = []struct {
	state report.State
	sign  string
}{
	{report.NotBegun, "–"}, {report.UnderWay, "…"}, {report.Stuck, "II"}, {report.GivenUp, "×"}, {report.Missed, "!"}, {report.Finished, "•"},
}

func marksOf(list []report.Standing) []mark {
	marks := make([]mark, len(list))
	for i, s := range list {
		if s.Score != nil {
			marks[i].value = s.Score
			continue
		}
		for _, one := range signs {
			if one.state == s.State {
				marks[i].sign = one.sign
			}
		}
	}
	return marks
}

// signsOf explains the signs that a grid has.
func (d board) signsOf(marks [][]mark) (said []string) {
	met := map[string]bool{}
	for _, row := range marks {
		for _, m := range row {
			met[m.sign] = true
		}
	}
	for _, one := range signs {
		if met[one.sign] {
			said = append(said, one.sign+" "+strings.ToLower(d.to.state(one.state)))
		}
	}
	return said
}

func (d board) competencies(p *report.Progress) {
	list := p.Competencies
	if len(list) == 0 {
		return
	}
	heading := d.to.say("Les compétences", "Competencies")
	if !slices.ContainsFunc(list, func(c report.Competence) bool { return c.Mean.Shown() }) {
		d.heading(heading)
		d.paragraph(list[0].Mean.Why.Sentence().In(d.to.Lang))
		return
	}
	rows := make([][]string, len(list))
	for i := range list {
		f := list[i].Mean
		rows[i] = []string{list[i].Label.In(d.to.Lang), d.figure(f, 0), d.interval(f, 0), d.n(f)}
	}
	of := "n"
	if p.View == report.Figures {
		of = d.to.say("Parties", "Attempts")
	}
	d.headed(heading, []field{
		{d.to.say("Compétence", "Competency"), 6, false},
		{d.to.say("Moyenne sur 100", "Mean of 100"), 2, true},
		{d.to.say("Intervalle (95 %)", "Interval (95%)"), 2.4, true},
		{of, 1, true},
	}, rows)
}

func (d board) method(p *report.Progress, cases []report.Case) {
	d.heading(d.to.say("Comment lire ces chiffres", "How to read these figures"))
	lists := [][]report.Rule{p.Rules}
	for i := range cases {
		lists = append(lists, cases[i].Rules)
	}
	for _, rule := range d.to.rules(lists) {
		d.paragraph(rule)
	}
	d.paragraph(d.to.say("Ces chiffres servent à former, jamais à sélectionner.", "These figures serve to train, never to select."))
}
