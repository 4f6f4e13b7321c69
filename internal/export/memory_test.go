package export_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/demo"
	"casebook/internal/export"
	"casebook/internal/library"
	"casebook/internal/report"
	"casebook/internal/scenario"
	"casebook/internal/store"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func atNoon() time.Time { return noon }

// live is how many bytes are in use.
func live() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// long is a sheet of so many rows; after each fiftieth part it measures what is in use.
func long(rows int, most *uint64) export.Sheet {
	return export.Sheet{Name: "x", Columns: []export.Column{{"n", 8}, {"t", 20}, {"d", 16}}, Rows: func(yield func([]export.Cell, error) bool) {
		row := make([]export.Cell, 3)
		for i := range rows {
			if most != nil && i%(rows/50) == 0 {
				*most = max(*most, live())
			}
			row[0], row[1], row[2] = export.Count(i), export.Text("Nommer le comportement, avec des faits"), export.Moment(noon)
			if !yield(row, nil) {
				return
			}
		}
	}}
}

var formats = map[string]func(io.Writer, export.Sheet) error{
	"csv":  func(w io.Writer, s export.Sheet) error { return export.CSV(w, inFrench, s) },
	"xlsx": func(w io.Writer, s export.Sheet) error { return export.XLSX(w, inFrench, []export.Sheet{s}) },
}

var inFrench = export.Reader{Lang: "fr", Zone: time.UTC}

func TestALongFileTakesNoMoreMemoryThanAShortOne(t *testing.T) {
	const allowed = 40 << 20 // a workbook keeps 16 MiB of a sheet, twice while they grow, before it takes to a file
	for name, write := range formats {
		t.Run(name, func(t *testing.T) {
			before, most := live(), uint64(0)
			if err := write(io.Discard, long(300_000, &most)); err != nil {
				t.Fatal(err)
			}
			if most > before+allowed {
				t.Errorf("%d MiB were in use, before it %d", most>>20, before>>20)
			}
		})
	}
}

// TestASheetThatWaitsInMemoryIsNotReadBack: writing takes 30 pieces of memory for a row, and reading it back 100 more.
func TestASheetThatWaitsInMemoryIsNotReadBack(t *testing.T) {
	const rows, allowed = 10_000, 60
	pieces := testing.AllocsPerRun(1, func() {
		if err := export.XLSX(io.Discard, inFrench, []export.Sheet{long(rows, nil)}); err != nil {
			t.Fatal(err)
		}
	})
	if pieces > allowed*rows {
		t.Errorf("a row took %.0f pieces of memory", pieces/rows)
	}
}

func BenchmarkAMillionRows(b *testing.B) {
	for name, write := range formats {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := write(io.Discard, long(1_000_000, nil)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// school is the product with a cohort in a real database.
type school struct {
	*export.Service
	cohort  uuid.UUID
	trainer account.Account
}

// gathered takes what a demonstration makes up, for a cohort.
type gathered struct{ *demo.Group }

func (g gathered) Add(_ context.Context, people []account.Account, attempts []attempt.Attempt) error {
	for i := range people {
		g.Enrolments = append(g.Enrolments, cohort.Enrolment{
			Cohort: g.Cohort.ID, Account: people[i].ID, Way: cohort.ByHand, EnrolledAt: people[i].CreatedAt,
		})
	}
	for i := range attempts {
		a := &attempts[i]
		a.Under = attempt.Under{Assignment: g.Assignments[i%len(g.Assignments)].ID, Cohort: g.Cohort.ID}
		if a.Status != attempt.InProgress {
			a.Summary.Cohort = g.Cohort.ID
		}
	}
	g.People, g.Attempts = append(g.People, people...), append(g.Attempts, attempts...)
	return nil
}

// openSchool fills a school with so many people, who were given as many cases and have each begun one.
func openSchool(t *testing.T, people, given int) school {
	t.Helper()
	check := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "casebook.db"), store.Options{Now: atNoon})
	check(err)
	t.Cleanup(func() { check(st.Close()) })
	_, err = st.Migrate(t.Context())
	check(err)
	lib := library.New(st, &scenario.Registers{}, atNoon)
	archive, content, err := library.Pack(os.DirFS("../scenario/testdata/client-toxique"))
	check(err)
	ref, _, err := st.AddVersion(t.Context(), library.Record{
		Ref: library.Ref{ID: "client-toxique"}, Archive: archive, Content: content, PublishedAt: noon,
	})
	check(err)
	version, err := lib.Find(t.Context(), ref)
	check(err)
	person := func(role account.Role) account.Account {
		return account.Account{ID: uuid.Must(uuid.NewV7()), Kind: account.Person, Role: role, Name: string(role), CreatedAt: noon}
	}
	g := &demo.Group{
		Cohort:  cohort.Cohort{ID: uuid.Must(uuid.NewV7()), Name: "Spring", NoticeVersion: 1, Revision: 1, CreatedAt: noon},
		Trainer: person(account.Trainer), Manager: person(account.Manager),
	}
	for range given {
		g.Assignments = append(g.Assignments, cohort.Assignment{
			ID: uuid.Must(uuid.NewV7()), Cohort: g.Cohort.ID, Scenario: ref, OpensAt: noon.Add(-demo.Span), Revision: 1, CreatedAt: noon,
		})
	}
	c, err := demo.NewCase(version)
	check(err)
	_, err = demo.Fill(t.Context(), demo.Plan{Seed: 1, People: people, Attempts: 1, Until: noon}, []*demo.Case{c}, gathered{g}, func(demo.Count) {})
	check(err)
	check(st.AddDemo(t.Context(), uuid.Nil, g))
	reports := report.NewReader(st, lib, attempt.New(st, lib, atNoon), atNoon)
	return school{export.New(reports, st, lib, st, atNoon), g.Cohort.ID, g.Trainer}
}

// meter measures what is in use after each part of so many bytes that is written to it.
type meter struct {
	each, left int
	most       uint64
}

func (m *meter) Write(b []byte) (int, error) {
	if m.left -= len(b); m.left < 0 {
		m.left = m.each
		m.most = max(m.most, live())
	}
	return len(b), nil
}

// held is how many bytes more are in use while a table is written than before.
func (s school) held(t *testing.T, view export.View) int64 {
	t.Helper()
	before := live()
	f, err := s.Open(t.Context(), s.trainer, s.cohort, export.Wanted{Format: export.AsCSV, View: view, For: inFrench})
	if err != nil {
		t.Fatal(err)
	}
	m := meter{each: 128 << 10}
	if err := f.Write(t.Context(), &m); err != nil {
		t.Fatal(err)
	}
	if m.most == 0 {
		t.Fatal("nothing was measured")
	}
	return int64(m.most) - int64(before)
}

func TestTheTablesOfABigCohortTakeNoMoreMemoryThanThoseOfASmallOne(t *testing.T) {
	const given = 20
	small, big := openSchool(t, 500, given), openSchool(t, 4_000, given)
	for _, view := range []export.View{export.ViewStandings, export.ViewPeople, export.ViewCompetencies} {
		few, many := small.held(t, view), big.held(t, view)
		const allowed = 1 << 20 // their names; the rows of 3,500 people more would take 20 MiB
		if many > few+allowed {
			t.Errorf("%s: %d kB were in use for 4,000 people, %d kB for 500", view, many>>10, few>>10)
		}
	}
}
