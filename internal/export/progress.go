package export

import (
	"iter"
	"slices"
	"strings"

	"casebook/internal/report"
)

// Standings is a cohort's progress with a row for each person and case.
func Standings(to Reader, p *report.Progress, people report.Rows) Sheet {
	return Sheet{
		Name: to.say("Progression", "Progress"),
		Columns: []Column{
			to.column("Nom", "Name", 26), to.column("Adresse", "Address", 30), to.column("Cas", "Case", 30),
			to.column("Où il en est", "State", 14), to.column("Parties", "Attempts", 9),
			to.column("Meilleur score", "Best score", 10), to.column("Dernier score", "Last score", 10),
			to.column("Plafonné", "Capped", 9), to.column("Commencé", "Begun", 17), to.column("Dernier coup", "Last move", 17),
			to.column("Terminé", "Ended", 17), to.column("Où", "Where", 36),
		},
		Rows: func(yield func([]Cell, error) bool) {
			for person, err := range people {
				if err != nil {
					yield(nil, err)
					return
				}
				for column := range person.Standings {
					if !yield(to.standing(p, person, column), nil) {
						return
					}
				}
			}
		},
	}
}

func (r Reader) standing(p *report.Progress, person *report.Row, column int) []Cell {
	s := &person.Standings[column]
	return []Cell{
		Text(person.Name), Text(person.Email), Text(p.Assignments[column].Title.In(r.Lang)), Text(r.state(s.State)),
		Count(s.Attempts), score(s.Score), score(s.Last), r.yes(s.Capped),
		Moment(s.StartedAt), Moment(s.LastMove), Moment(s.EndedAt), Text(s.Where.In(r.Lang)),
	}
}

// People is a cohort's progress with a row for each person: their best score of each case, and why they may need help.
func People(to Reader, p *report.Progress, people report.Rows) Sheet {
	columns := []Column{to.column("Nom", "Name", 26), to.column("Adresse", "Address", 30), to.column("Dernier coup", "Last move", 17)}
	for i := range p.Assignments {
		columns = append(columns, Column{p.Assignments[i].Title.In(to.Lang), 16})
	}
	columns = append(columns, to.column("À qui parler d’abord", "Whom to talk to first", 60))
	return Sheet{Name: to.say("Personnes", "People"), Columns: columns, Rows: each(people, to.person)}
}

func (r Reader) person(person *report.Row) []Cell {
	row := []Cell{Text(person.Name), Text(person.Email), Moment(person.LastMove)}
	for _, s := range person.Standings {
		if s.Score == nil {
			row = append(row, Text(r.state(s.State)))
			continue
		}
		row = append(row, score(s.Score))
	}
	return append(row, Text(r.reasons(person.Help)))
}

func (r Reader) reasons(list []report.Reason) string {
	texts := make([]string, len(list))
	for i := range list {
		texts[i] = list[i].Text.In(r.Lang)
	}
	return strings.Join(texts, " ")
}

// Competencies is what each person showed of each competency, the mean of their cases; blank where nothing yet.
func Competencies(to Reader, p *report.Progress, people report.Rows) Sheet {
	columns := []Column{to.column("Nom", "Name", 26)}
	for i := range p.Competencies {
		columns = append(columns, Column{p.Competencies[i].Label.In(to.Lang), 16})
	}
	means := []Cell{Text(to.say("Moyenne de la promotion", "Mean of the cohort"))}
	for i := range p.Competencies {
		means = append(means, value(p.Competencies[i].Mean))
	}
	return Sheet{Name: to.say("Compétences", "Competencies"), Columns: columns, Rows: func(yield func([]Cell, error) bool) {
		for row, err := range each(people, shown) {
			if !yield(row, err) {
				return
			}
		}
		yield(means, nil)
	}}
}

// shown is what somebody showed of each competency.
func shown(person *report.Row) []Cell {
	row := []Cell{Text(person.Name)}
	for _, c := range person.Competencies {
		if c.N == 0 {
			row = append(row, Cell{})
			continue
		}
		row = append(row, Decimal(c.Mean))
	}
	return row
}

// each is a row of cells for each person.
func each(people report.Rows, cells func(*report.Row) []Cell) iter.Seq2[[]Cell, error] {
	return func(yield func([]Cell, error) bool) {
		for person, err := range people {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(cells(person), nil) {
				return
			}
		}
	}
}

// Cases is a row for each case that was given to a cohort.
func Cases(to Reader, p *report.Progress) Sheet {
	rows := make([][]Cell, len(p.Assignments))
	for i := range p.Assignments {
		a := &p.Assignments[i]
		row := []Cell{Text(a.Title.In(to.Lang)), Count(a.Version), Moment(a.OpensAt), Moment(a.DueAt)}
		for _, s := range states {
			row = append(row, counted(a.Counts, s))
		}
		rows[i] = append(append(row, figures(to, a.Score)...), score(a.Baseline))
	}
	columns := []Column{
		to.column("Cas", "Case", 30), to.column("Version", "Version", 8), to.column("Ouvre", "Opens", 17), to.column("Échéance", "Due", 17),
	}
	for _, s := range states {
		columns = append(columns, Column{to.state(s), 13})
	}
	columns = append(append(columns, to.figure("Score moyen", "Mean score")...), to.column("Au hasard", "At random", 10))
	return Sheet{Name: to.say("Cas", "Cases"), Columns: columns, Rows: Rows(rows)}
}

// states are in the order in which people go through them.
var states = []report.State{
	report.NotBegun, report.UnderWay, report.Stuck, report.GivenUp, report.Missed, report.Finished,
}

// counted is how many stand so; empty where a manager is not told.
func counted(counts report.States, s report.State) Cell {
	n, told := counts[s]
	if !told {
		return Cell{}
	}
	return Count(n)
}

// Method is the rules that reports have followed, in words.
func Method(to Reader, lists ...[]report.Rule) Sheet {
	var rows [][]Cell
	for _, rule := range to.rules(lists) {
		rows = append(rows, []Cell{Text(rule)})
	}
	return Sheet{Name: to.say("Méthode", "Method"), Columns: []Column{to.column("Comment lire ces chiffres", "How to read these figures", 120)}, Rows: Rows(rows)}
}

// rules are the sentences of several reports, each once.
func (r Reader) rules(lists [][]report.Rule) (said []string) {
	for _, list := range lists {
		for _, rule := range list {
			if text := rule.Text.In(r.Lang); !slices.Contains(said, text) {
				said = append(said, text)
			}
		}
	}
	return said
}

func (r Reader) column(fr, en string, width int) Column { return Column{r.say(fr, en), width} }

// figure is the columns of a figure: see figures.
func (r Reader) figure(fr, en string) []Column {
	return []Column{
		r.column(fr, en, 12),
		{"n", 6},
		r.column("de (95 %)", "from (95%)", 10), r.column("à (95 %)", "to (95%)", 10),
		r.column("Pourquoi rien", "Why nothing", 30),
	}
}

// figures are a value, of how many, its interval, and why there is none.
func figures(to Reader, f report.Figure) []Cell {
	row := []Cell{value(f), {}, {}, {}, {}}
	if f.N > 0 {
		row[1] = Count(f.N)
	}
	if f.Shown() && f.Interval != nil {
		row[2], row[3] = Decimal(f.Interval.Low), Decimal(f.Interval.High)
	}
	if !f.Shown() {
		row[4] = Text(f.Why.Sentence().In(to.Lang))
	}
	return row
}

func value(f report.Figure) Cell {
	if !f.Shown() {
		return Cell{}
	}
	return Decimal(f.Value)
}

func score(s *float64) Cell {
	if s == nil {
		return Cell{}
	}
	return Decimal(*s)
}
