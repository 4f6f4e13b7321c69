package export

import (
	"context"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/cohort"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/report"
)

// Format is what kind of file is asked for.
type Format string

// The formats: one table, a workbook of all, a document for a board, and the decisions as they were made.
const (
	AsCSV   Format = "csv"
	AsXLSX  Format = "xlsx"
	AsPDF   Format = "pdf"
	AsLines Format = "jsonl"
)

// View is which table a CSV holds.
type View string

// The views. Those of people are a trainer's; a manager has the others.
const (
	ViewPeople       View = "people"
	ViewStandings    View = "standings"
	ViewCompetencies View = "competencies"
	ViewCases        View = "cases"
	ViewDecisions    View = "decisions"
	ViewChoices      View = "choices"
)

// Wanted is what is asked for.
type Wanted struct {
	Format Format
	View   View        // of a CSV
	Case   library.Ref // of a CSV of decisions or choices
	Pick   report.Pick
	For    Reader
}

// File is what will be written, once it is certain that it may be.
type File struct {
	Name  string // as it may be saved
	Type  string // its media type
	Lines int64  // that will come, when it is known; else 0
	Write func(context.Context, io.Writer) error
}

// Trail is told of each file, before it is handed out.
type Trail interface {
	CohortExported(ctx context.Context, by, cohort uuid.UUID, format Format) error
}

// Service makes files of a cohort's reports for those who may read them.
type Service struct {
	reports  *report.Reader
	attempts Attempts
	library  Library
	trail    Trail
	now      func() time.Time
}

// New makes a service; now answers in UTC.
func New(reports *report.Reader, attempts Attempts, lib Library, trail Trail, now func() time.Time) *Service {
	return &Service{reports, attempts, lib, trail, now}
}

// Open reads what a file is made of, but for decisions, which are read while it is written. A cohort that somebody may
// not read is a fault of kind NotFound.
func (s *Service) Open(ctx context.Context, by account.Account, id uuid.UUID, w Wanted) (File, error) {
	var f File
	var err error
	switch w.Format {
	case AsLines:
		f, err = s.decisions(ctx, by, id)
	case AsCSV:
		f, err = s.table(ctx, by, id, w)
	default:
		f, err = s.whole(ctx, by, id, w)
	}
	if err != nil {
		return File{}, err
	}
	return f, s.trail.CohortExported(ctx, by.ID, id, w.Format)
}

// decisions are a trainer's to read: there is a person behind each.
func (s *Service) decisions(ctx context.Context, by account.Account, id uuid.UUID) (File, error) {
	scope := cohort.People(by)
	n, err := s.attempts.CountDecisions(ctx, scope, id)
	if err != nil {
		return File{}, err
	}
	return File{
		Name: s.name("decisions", "", AsLines), Type: "application/jsonl; charset=utf-8", Lines: n,
		Write: func(ctx context.Context, w io.Writer) error {
			return JSONLines(ctx, w, s.library, s.attempts.CohortAttempts(ctx, scope, id))
		},
	}, nil
}

func (s *Service) table(ctx context.Context, by account.Account, id uuid.UUID, w Wanted) (File, error) {
	p, err := s.reports.Progress(ctx, by, id, w.Pick)
	if err != nil {
		return File{}, err
	}
	var sheet Sheet
	switch w.View {
	case ViewCompetencies:
		sheet = Competencies(w.For, &p)
	case ViewCases:
		sheet = Cases(w.For, &p)
	case ViewDecisions, ViewChoices:
		c, err := s.reports.Case(ctx, by, id, w.Case, report.CasePick{})
		if err != nil {
			return File{}, err
		}
		sheet = Decisions(w.For, &c)
		if w.View == ViewChoices {
			sheet = Choices(w.For, &c)
		}
	case ViewStandings, ViewPeople:
		if p.View != report.People {
			return File{}, ofPeople()
		}
		sheet = Standings(w.For, &p)
		if w.View == ViewPeople {
			sheet = People(w.For, &p)
		}
	default:
		return File{}, fault.New(fault.Invalid, "export_of_nothing", fault.Text{
			FR: "Dites quel tableau le fichier CSV doit contenir (« view »).",
			EN: "Say which table the CSV file is to hold (“view”).",
		})
	}
	return File{
		Name: s.name(p.Cohort.Name, string(w.View), AsCSV), Type: "text/csv; charset=utf-8",
		Write: func(_ context.Context, out io.Writer) error { return CSV(out, w.For, sheet) },
	}, nil
}

func (s *Service) whole(ctx context.Context, by account.Account, id uuid.UUID, w Wanted) (File, error) {
	p, err := s.reports.Progress(ctx, by, id, w.Pick)
	if err != nil {
		return File{}, err
	}
	var cases []report.Case
	for _, ref := range refsOf(&p) {
		c, err := s.reports.Case(ctx, by, id, ref, report.CasePick{})
		if err != nil {
			return File{}, err
		}
		cases = append(cases, c)
	}
	if w.Format == AsPDF {
		return File{
			Name: s.name(p.Cohort.Name, "", AsPDF), Type: "application/pdf",
			Write: func(_ context.Context, out io.Writer) error { return Board(out, w.For, &p, cases) },
		}, nil
	}
	return File{
		Name: s.name(p.Cohort.Name, "", AsXLSX), Type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		Write: func(_ context.Context, out io.Writer) error { return XLSX(out, w.For, sheetsOf(w.For, &p, cases)) },
	}, nil
}

// refsOf are the cases that were given, each once.
func refsOf(p *report.Progress) (refs []library.Ref) {
	for i := range p.Assignments {
		if ref := p.Assignments[i].Ref; !slices.Contains(refs, ref) {
			refs = append(refs, ref)
		}
	}
	return refs
}

func sheetsOf(to Reader, p *report.Progress, cases []report.Case) []Sheet {
	list := []Sheet{Cases(to, p)}
	if p.View == report.People {
		list = append(list, People(to, p), Standings(to, p))
	}
	list = append(list, Competencies(to, p))
	rules := [][]report.Rule{p.Rules}
	for i := range cases {
		c := &cases[i]
		rules = append(rules, c.Rules)
		if c.Why == "" {
			list = append(list, Decisions(to, c), Choices(to, c), Transitions(to, c))
		}
	}
	return append(list, Method(to, rules...))
}

// name is what a file may be saved as, on any system.
func (s *Service) name(of, view string, f Format) string {
	parts := []string{"casebook", of, view, s.now().Format("2006-01-02")}
	plain := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*.,;`, r) {
			return ' '
		}
		return r
	}, strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " "))
	return strings.Join(strings.Fields(cut(plain, 100)), "-") + "." + string(f)
}

func ofPeople() error {
	return fault.New(fault.NotFound, "export_of_people", fault.Text{
		FR: "Ce tableau nomme des personnes : il est aux formateurs de la promotion. Prenez celui des cas ou des compétences.",
		EN: "This table names people: it is for the cohort’s trainers. Take the one of cases, or of competencies.",
	})
}
