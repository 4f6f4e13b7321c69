package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/report"
	"casebook/internal/stats"
)

func both(s string) fault.Text { return fault.Text{FR: s, EN: s} }

// progressOf is the report of a cohort in which everything is told that can be.
func progressOf(people int) report.Progress {
	p := report.Progress{
		View: report.People, Cohort: report.Heading{ID: uuid.New(), Name: "Promotion « Printemps » 2026"}, At: noon, Enrolled: people,
		Counts: report.States{report.Finished: people, report.NotBegun: people, report.Stuck: 1},
		Rules:  []report.Rule{{Code: report.HeatMaps, Text: report.HeatMaps.Sentence()}},
	}
	low, high := 55., 71.
	for i, title := range []string{"Le client toxique", "La vision contestée", "La passation"} {
		p.Assignments = append(p.Assignments, report.Assigned{
			ID: uuid.New(), CaseName: report.CaseName{Ref: library.Ref{ID: fmt.Sprint("cas", i), Version: 1}, Title: both(title)},
			OpensAt: noon, Counts: report.States{report.Finished: people},
			Score: report.Figure{N: people, Value: 63, Interval: &stats.Interval{Low: low, High: high}}, Baseline: &low,
		})
	}
	for _, name := range []string{"Nommer et poser une limite", "Dire la vérité"} {
		p.Competencies = append(p.Competencies, report.Competence{
			Named: report.Named{ID: name, Label: both(name)}, Mean: report.Figure{Why: report.TooFew, N: 3},
		})
	}
	for i := range people {
		row := report.Row{
			Account: uuid.New(), Name: fmt.Sprintf("=Léa %d", i), Email: "lea@example.org", LastMove: noon,
			Competencies: []report.Cell{{N: 2, Mean: 40}, {}},
			Help:         []report.Reason{{Code: report.IsStuck, Text: both("Bloquée depuis 8 jours.")}},
		}
		score := float64(i * 100 / people)
		row.Standings = []report.Standing{
			{State: report.Finished, Attempts: 1, Score: &score, Last: &score, EndedAt: noon, Where: both("Fin")},
			{State: report.NotBegun},
			{State: report.Stuck, Attempts: 1, LastMove: noon},
		}
		p.People = append(p.People, row)
	}
	return p
}

// rowsOf are the people of a report, one after the other.
func rowsOf(p *report.Progress) report.Rows {
	return func(yield func(*report.Row, error) bool) {
		for i := range p.People {
			if !yield(&p.People[i], nil) {
				return
			}
		}
	}
}

func caseOf(n int) report.Case {
	share := report.Figure{N: 24, Value: .5, Interval: &stats.Interval{Low: .3, High: .7}}
	node := func(id string, column, count int) report.MapNode {
		return report.MapNode{Named: report.Named{ID: id, Label: both("Nœud " + id)}, Column: column, Count: count}
	}
	return report.Case{
		CaseName: report.CaseName{Ref: library.Ref{ID: fmt.Sprint("cas", n), Version: 1}, Title: both(fmt.Sprint("Cas ", n))},
		People:   24, Completed: 24, Score: report.Scores{Mean: report.Figure{N: 24, Value: 63}},
		Endings: []report.Ending{{Named: report.Named{ID: "fin", Label: both("Une fin élégante")}, Count: report.Count{N: 12}, Share: share}},
		Map: report.Map{
			Nodes: []report.MapNode{node("a", 0, 24), node("b", 1, 10), node("c", 1, 14), node("d", 2, 24)},
			Links: []report.MapLink{
				{From: "a", To: "b", Choice: report.Named{ID: "x", Label: both("Appeler")}, Count: 10},
				{From: "a", To: "c", Choice: report.Named{ID: "y", Label: both("Écrire")}, Count: 14},
				{From: "b", To: "d", Choice: report.Named{ID: "z", Label: both("Attendre")}, Count: 10},
				{From: "c", To: "d", Choice: report.Named{ID: "z", Label: both("Attendre")}, Count: 14},
				{From: "d", To: "a", Choice: report.Named{ID: "r", Label: both("Revenir")}, Count: 1},
			},
		},
		Decisions: []report.CaseDecision{{
			Node: "a", Title: both("Le premier appel"), Scored: true, Met: report.Count{N: 24},
			Choices: []report.CaseChoice{
				{Named: report.Named{ID: "x", Label: both("Appeler tout de suite")}, Offered: report.Count{N: 24}, Chosen: report.Count{N: 12}, Share: share, Best: true},
				{Named: report.Named{ID: "y", Label: both("Écrire")}, Offered: report.Count{N: 24}, Chosen: report.Count{Hidden: true}, Share: report.Figure{Why: report.Hidden}},
			},
			Regret: report.Regret{Mean: 2, Stake: 9}, Spread: &stats.Spread{Effective: 1.9},
			Discrimination: report.Figure{N: 24, Value: .31, Interval: &stats.Interval{Low: -.1, High: .6}},
		}},
		Splits: &report.Split{Title: both("Le premier appel"), Text: both("La moitié appelle, la moitié écrit.")},
		Rules:  []report.Rule{{Code: report.Hidden, Text: report.Hidden.Sentence()}},
	}
}

func TestTheWorkbookHasASheetForEachViewAndWhatManagersMayNotReadOnlyForTrainers(t *testing.T) {
	p, cases := progressOf(6), []report.Case{caseOf(0)}
	trainers := opened(t, "fr", excelize.TotalRows, sheetsOf(Reader{"fr", time.UTC}, &p, rowsOf(&p), cases)...).GetSheetList()
	if want := "Cas Personnes Progression Compétences Décisions · Cas 0 Choix · Cas 0 Chemins · Cas 0 Méthode"; strings.Join(trainers, " ") != want {
		t.Errorf("a trainer's sheets are %q", trainers)
	}
	p.View, p.People = report.Figures, nil
	managers := opened(t, "en", excelize.TotalRows, sheetsOf(Reader{"en", time.UTC}, &p, rowsOf(&p), cases)...).GetSheetList()
	if want := "Cases Competencies Decisions · Cas 0 Choices · Cas 0 Paths · Cas 0 Method"; strings.Join(managers, " ") != want {
		t.Errorf("a manager's sheets are %q", managers)
	}
}

func TestEverySheetHasACellForEachColumn(t *testing.T) {
	p, c := progressOf(3), caseOf(0)
	for _, lang := range []string{"fr", "en"} {
		for _, s := range sheetsOf(Reader{lang, time.UTC}, &p, rowsOf(&p), []report.Case{c}) {
			var file bytes.Buffer
			if err := CSV(&file, Reader{lang, time.UTC}, s); err != nil {
				t.Fatal(err)
			}
			in := csv.NewReader(&file)
			if lang == "fr" {
				in.Comma = ';'
			}
			if rows, err := in.ReadAll(); err != nil || len(rows) < 2 || len(rows[0]) != len(s.Columns) {
				t.Errorf("%s, %s: %d rows, %v", lang, s.Name, len(rows), err)
			}
		}
	}
}

func TestWhatIsHiddenIsInNoCell(t *testing.T) {
	c := caseOf(0)
	var file bytes.Buffer
	if err := CSV(&file, Reader{"en", time.UTC}, Choices(Reader{"en", time.UTC}, &c)); err != nil {
		t.Fatal(err)
	}
	if want := "Le premier appel,Écrire,y,24,,,,,,,\r\n"; !strings.HasSuffix(file.String(), want) {
		t.Errorf("the file ends with %q, want %q", file.String()[file.Len()-len(want):], want)
	}
}

func TestTheBoardsReportHasAPageForEachCase(t *testing.T) {
	p := progressOf(60)
	pages := func(cases []report.Case) int {
		var file bytes.Buffer
		if err := Board(&file, Reader{"fr", paris(t)}, &p, cases); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(file.Bytes(), []byte("%PDF-")) {
			t.Fatalf("it begins with %q", file.Bytes()[:8])
		}
		return bytes.Count(file.Bytes(), []byte("/Type /Page\n"))
	}
	alone, two := pages(nil), pages([]report.Case{caseOf(0), caseOf(1)})
	if alone < 2 || two != alone+2 {
		t.Errorf("%d pages without cases, %d with two", alone, two)
	}
}

func TestATableStaysOnOnePageWithItsHeading(t *testing.T) {
	p := newPaper("fr", "Titre", "Pied", noon)
	fields := []field{{"Choix", 5, false}, {"Part", 2, true}, {"Intervalle", 2, true}}
	rows := make([][]string, 12)
	shares := make([]*float64, len(rows))
	for i := range rows {
		half := .5
		rows[i], shares[i] = []string{"Appeler", "50 %", "30 à 70 %"}, &half
	}
	_, tall := p.GetPageSize()
	p.SetY(tall - 90)
	p.headed("Les compétences", fields, rows)
	if p.PageNo() != 2 || p.GetY() < 16+p.tableTall(fields, rows) {
		t.Errorf("it ends on page %d at %.0f mm", p.PageNo(), p.GetY())
	}
	p.barred(fields, rows, shares)
	if p.PageNo() != 2 {
		t.Errorf("the next one, for which there is room, ends on page %d", p.PageNo())
	}
}

func TestNoNameOfAMapIsCutAndNoTitleRunsOffThePage(t *testing.T) {
	p := newPaper("fr", "Titre", "Pied", noon)
	long := strings.Repeat("Vandenbroucke-Steenhuijsen ", 3)
	g := grid{corner: "Personne", rows: []string{long}, marks: [][]mark{make([]mark, 20)}}
	for range 20 {
		g.columns = append(g.columns, "Le client qui criait, épisode douze : ce que le silence coûte")
	}
	plan := p.plan(g)
	last := margin + plan.label + 19.5*plan.wide + gridTitle*math.Cos(plan.slope*math.Pi/180)
	if wide, _ := p.GetPageSize(); last > wide-margin/2 {
		t.Errorf("the last title ends at %.0f mm of %.0f", last, wide)
	}
	before := p.GetY()
	p.grid(g)
	if lines := (p.GetY() - before - plan.head - 2) / gridLine; lines < 2 {
		t.Errorf("the long name takes %.1f lines", lines)
	}
}

func TestAStateWithoutAScoreHasASignThatIsExplained(t *testing.T) {
	score := 40.
	var list []report.Standing
	for _, s := range []report.State{report.NotBegun, report.UnderWay, report.Stuck, report.GivenUp, report.Missed, report.Finished} {
		list = append(list, report.Standing{State: s})
	}
	marks := marksOf(append(list, report.Standing{State: report.GivenUp, Score: &score}))
	d := board{to: Reader{"en", time.UTC}}
	if got := d.signsOf([][]mark{marks}); len(got) != len(list) {
		t.Errorf("%d signs are explained of %d: %q", len(got), len(list), got)
	}
	if last := marks[len(marks)-1]; last.value == nil || last.sign != "" {
		t.Errorf("a score shows as %+v", last)
	}
	if got := d.signsOf([][]mark{marks[:2]}); strings.Join(got, ", ") != "– not begun, … in progress" {
		t.Errorf("of two signs it explains %q", got)
	}
}
