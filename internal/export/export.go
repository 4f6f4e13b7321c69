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

// Open reads what a file is made of, but for what is long, people and decisions: those are read while it is written, so
// that whatever is played meanwhile may be in one of its tables and not in another. A cohort that somebody may
// not read is a fault of kind NotFound.
func (s *Service) Open(ctx context.Context, by account.Account, id uuid.UUID, w Wanted) (File, error) {
	var f File
	var err error
	switch w.Format {
	case AsLines:
		f, err = s.decisions(ctx, by, id)
	case AsCSV:
		f, err = s.table(ctx, by, id, w)
	case AsXLSX:
		f, err = s.workbook(ctx, by, id, w)
	default:
		f, err = s.board(ctx, by, id, w)
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
	l, err := s.reports.Listing(ctx, by, id, w.Pick)
	if err != nil {
		return File{}, err
	}
	var sheet func(context.Context) Sheet
	switch w.View {
	case ViewCompetencies, ViewCases:
		p, err := l.Sum(ctx)
		if err != nil {
			return File{}, err
		}
		sheet = func(ctx context.Context) Sheet { return Competencies(w.For, &p, l.Rows(ctx)) }
		if w.View == ViewCases {
			sheet = func(context.Context) Sheet { return Cases(w.For, &p) }
		}
	case ViewDecisions, ViewChoices:
		c, err := s.reports.Case(ctx, by, id, w.Case, report.CasePick{})
		if err != nil {
			return File{}, err
		}
		sheet = func(context.Context) Sheet { return Decisions(w.For, &c) }
		if w.View == ViewChoices {
			sheet = func(context.Context) Sheet { return Choices(w.For, &c) }
		}
	case ViewStandings, ViewPeople:
		if l.Head.View != report.People {
			return File{}, ofPeople()
		}
		sheet = func(ctx context.Context) Sheet { return Standings(w.For, &l.Head, l.Rows(ctx)) }
		if w.View == ViewPeople {
			sheet = func(ctx context.Context) Sheet { return People(w.For, &l.Head, l.Rows(ctx)) }
		}
	default:
		return File{}, fault.New(fault.Invalid, "export_of_nothing", fault.Text{
			FR: "Dites quel tableau le fichier CSV doit contenir (« view »).",
			EN: "Say which table the CSV file is to hold (“view”).",
		})
	}
	return File{
		Name: s.name(l.Head.Cohort.Name, string(w.View), AsCSV), Type: "text/csv; charset=utf-8",
		Write: func(ctx context.Context, out io.Writer) error { return CSV(out, w.For, sheet(ctx)) },
	}, nil
}

// workbook is every table of a cohort.
func (s *Service) workbook(ctx context.Context, by account.Account, id uuid.UUID, w Wanted) (File, error) {
	l, err := s.reports.Listing(ctx, by, id, w.Pick)
	if err != nil {
		return File{}, err
	}
	p, err := l.Sum(ctx)
	if err != nil {
		return File{}, err
	}
	cases, err := s.cases(ctx, by, id, &p)
	return File{
		Name: s.name(p.Cohort.Name, "", AsXLSX), Type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		Write: func(ctx context.Context, out io.Writer) error {
			return XLSX(out, w.For, sheetsOf(w.For, &p, l.Rows(ctx), cases))
		},
	}, err
}

// board is a document for those who decide: it is laid out when all of it is at hand.
func (s *Service) board(ctx context.Context, by account.Account, id uuid.UUID, w Wanted) (File, error) {
	p, err := s.reports.Progress(ctx, by, id, w.Pick)
	if err != nil {
		return File{}, err
	}
	cases, err := s.cases(ctx, by, id, &p)
	return File{
		Name: s.name(p.Cohort.Name, "", AsPDF), Type: "application/pdf",
		Write: func(_ context.Context, out io.Writer) error { return Board(out, w.For, &p, cases) },
	}, err
}

// cases are the reports of the cases that were given.
func (s *Service) cases(ctx context.Context, by account.Account, id uuid.UUID, p *report.Progress) (list []report.Case, err error) {
	for _, ref := range refsOf(p) {
		c, err := s.reports.Case(ctx, by, id, ref, report.CasePick{})
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, nil
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

func sheetsOf(to Reader, p *report.Progress, people report.Rows, cases []report.Case) []Sheet {
	list := []Sheet{Cases(to, p)}
	if p.View == report.People {
		list = append(list, People(to, p, people), Standings(to, p, people))
	}
	list = append(list, Competencies(to, p, people))
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
