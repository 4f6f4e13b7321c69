package export

import (
	"fmt"
	"io"
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
	tiles := []tile{{fmt.Sprint(p.Enrolled), d.to.say("personnes inscrites", "people enrolled"), ""}}
	told := func(s report.State, label, note string) {
		if n, ok := p.Counts[s]; ok {
			tiles = append(tiles, tile{fmt.Sprint(n), label, note})
		}
	}
	told(report.Finished, d.to.say("ont terminé", "have finished"), d.to.say("personne × cas", "person × case"))
	told(report.NotBegun, d.to.say("pas commencé", "not begun"), d.to.say("personne × cas", "person × case"))
	told(report.Stuck, d.to.say("bloqués", "stuck"), d.to.say("personne × cas", "person × case"))
	d.tiles(tiles)
	rows := make([][]string, len(p.Assignments))
	for i := range p.Assignments {
		a := &p.Assignments[i]
		rows[i] = []string{a.Title.In(d.to.Lang), countOf(a.Counts, report.Finished), d.figure(a.Score, 0), d.interval(a.Score, 0), d.number(a.Baseline)}
	}
	if len(rows) > 0 {
		d.table([]field{
			{d.to.say("Cas", "Case"), 5, false},
			{d.to.say("Terminé", "Finished"), 1.4, true},
			{d.to.say("Score moyen", "Mean score"), 1.8, true},
			{d.to.say("Intervalle (95 %)", "Interval (95%)"), 2.2, true},
			{d.to.say("Au hasard", "At random"), 1.5, true},
		}, rows)
	}
}

func countOf(counts report.States, s report.State) string {
	if n, ok := counts[s]; ok {
		return fmt.Sprint(n)
	}
	return "–"
}

// whoIsWhere draws the heatmap: people × cases for a trainer, competencies alone for a manager.
func (d board) whoIsWhere(p *report.Progress) {
	if len(p.People) > 0 && len(p.Assignments) > 0 {
		d.heading(d.to.say("Qui en est où", "Who is where"))
		d.note(d.to.say("Meilleur score de chacun, sur 100. – : pas commencé. … : en cours.", "Best score of each, out of 100. –: not begun. …: under way."))
		g := grid{corner: d.to.say("Personne", "Person")}
		for i := range p.Assignments {
			g.columns = append(g.columns, p.Assignments[i].Title.In(d.to.Lang))
		}
		for _, person := range p.People {
			g.rows = append(g.rows, person.Name)
			g.marks = append(g.marks, marksOf(person.Standings))
		}
		d.grid(g)
	}
	d.competencies(p.Competencies)
}

func marksOf(list []report.Standing) []mark {
	marks := make([]mark, len(list))
	for i, s := range list {
		switch {
		case s.Score != nil:
			marks[i] = mark{*s.Score, valued}
		case s.State == report.UnderWay, s.State == report.Stuck:
			marks[i].state = underWay
		}
	}
	return marks
}

func (d board) competencies(list []report.Competence) {
	if len(list) == 0 {
		return
	}
	d.heading(d.to.say("Les compétences", "Competencies"))
	rows := make([][]string, len(list))
	for i := range list {
		f := list[i].Mean
		rows[i] = []string{list[i].Label.In(d.to.Lang), d.figure(f, 0), d.interval(f, 0), d.n(f)}
	}
	d.table([]field{
		{d.to.say("Compétence", "Competency"), 6, false},
		{d.to.say("Moyenne sur 100", "Mean of 100"), 2, true},
		{d.to.say("Intervalle (95 %)", "Interval (95%)"), 2.4, true},
		{"n", 1, true},
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
	d.paragraph(d.to.say(
		"Chaque intervalle est de 95 % : refait avec d’autres personnes semblables, il contiendrait la vraie valeur 95 fois sur 100. Ces chiffres servent à former, jamais à sélectionner.",
		"Each interval is of 95%: made again with other people like these, it would hold the true value 95 times out of 100. These figures serve to train, never to select."))
}

// figure is a value with so many decimals, or a dash.
func (d board) figure(f report.Figure, decimals int) string {
	if !f.Shown() {
		return "–"
	}
	return figure(f.Value, decimals, d.to)
}

func (d board) interval(f report.Figure, decimals int) string {
	if !f.Shown() || f.Interval == nil {
		return "–"
	}
	return d.between(f.Interval.Low, f.Interval.High, decimals)
}

func (d board) between(low, high float64, decimals int) string {
	return figure(low, decimals, d.to) + d.to.say(" à ", " to ") + figure(high, decimals, d.to)
}

func (d board) n(f report.Figure) string {
	if f.N == 0 {
		return "–"
	}
	return fmt.Sprint(f.N)
}

func (d board) number(x *float64) string {
	if x == nil {
		return "–"
	}
	return figure(*x, 0, d.to)
}

// percent is a share with its sign.
func (d board) percent(f report.Figure) string {
	if !f.Shown() {
		return "–"
	}
	return d.to.sign(figure(100*f.Value, 0, d.to))
}

func (d board) percents(f report.Figure) string {
	if !f.Shown() || f.Interval == nil {
		return "–"
	}
	return d.to.sign(d.between(100*f.Interval.Low, 100*f.Interval.High, 0))
}

func (r Reader) sign(s string) string {
	if r.Lang == "fr" {
		return s + "\u00a0%"
	}
	return strings.TrimSpace(s) + "%"
}
