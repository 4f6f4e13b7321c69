package attempt_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/store"
)

// desk is somebody at work on a real database, with a clock of the test's.
type desk struct {
	*testing.T
	attempts *attempt.Service
	library  *library.Service
	store    *store.Store
	by       account.Account
	clock    time.Time
}

func sit(t *testing.T, folders ...string) *desk {
	t.Helper()
	d := &desk{T: t, clock: time.Date(2026, 3, 2, 22, 47, 0, 0, time.UTC)}
	now := func() time.Time { return d.clock }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: now})
	d.check(err)
	t.Cleanup(func() { d.check(st.Close()) })
	_, err = st.Migrate(t.Context())
	d.check(err)
	regs, issues := scenario.ParseRegisters(os.DirFS("../../scenarios"))
	if regs == nil {
		t.Fatal(issues.In("en"))
	}
	d.store, d.library = st, library.New(st, regs, now)
	d.attempts = attempt.New(st, d.library, now)
	for _, f := range folders {
		_, _, err := d.library.Publish(t.Context(), os.DirFS(f))
		d.check(err)
	}
	d.by = d.somebody()
	return d
}

const (
	shouted  = "../scenario/testdata/client-toxique"
	workshop = "../scenario/testdata/workshop"
)

func (d *desk) check(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desk) somebody() account.Account {
	d.Helper()
	a, err := account.New(d.store, d.store, func() time.Time { return d.clock }).OpenGuest(d.Context(), "192.0.2.1")
	d.check(err)
	return a
}

func (d *desk) begin(id string) attempt.View {
	d.Helper()
	v, err := d.attempts.Begin(d.Context(), d.by, id, "en", attempt.Standard)
	d.check(err)
	return v
}

// make plays moves in a row; it stops early at an ending.
func (d *desk) make(v attempt.View, moves ...string) attempt.View {
	d.Helper()
	for _, m := range moves {
		progress, err := d.attempts.Make(d.Context(), d.by, v.Attempt.ID, attempt.Move{Step: v.Attempt.Step(), Move: m, Rationale: "because " + m})
		if err != nil {
			d.Fatalf("%s at %s: %v", m, v.Node.ID, err)
		}
		next, err := d.attempts.Find(d.Context(), d.by, v.Attempt.ID)
		d.check(err)
		if got := completed(v, progress); !reflect.DeepEqual(got, next) {
			d.Fatalf("%s at %s: progress makes\n%+v\nof what was, it is\n%+v", m, v.Node.ID, got, next)
		}
		v = next
	}
	return v
}

// completed is what progress makes of the view of before, as a client does it.
func completed(v attempt.View, p attempt.Progress) attempt.View {
	next := p.View
	next.Title, next.Pitch, next.Exhibits = v.Title, v.Pitch, slices.Clone(v.Exhibits)
	for _, e := range p.Exhibits {
		if !slices.ContainsFunc(v.Exhibits, func(known attempt.ExhibitView) bool { return known.ID == e.ID }) {
			next.Exhibits = append(next.Exhibits, e)
		}
	}
	next.Cast = slices.Clone(v.Cast)
	for i, who := range v.Cast {
		for _, c := range p.Cast {
			if c.ID == who.ID {
				next.Cast[i] = c
			}
		}
	}
	next.Thread = append(slices.Clone(v.Thread), p.Thread...)
	return next
}

// finish plays on with the first choice shown until the end.
func (d *desk) finish(v attempt.View) attempt.View {
	d.Helper()
	for !v.Node.Ending {
		v = d.make(v, v.Choices[0].ID)
	}
	return v
}

// refused checks a refusal and returns what its answer carries.
func (d *desk) refused(err error, kind fault.Kind, code string) map[string]any {
	d.Helper()
	f, ok := fault.From(err)
	if !ok || f.Kind != kind || f.Code != code {
		d.Fatalf("got %v, want a fault %s", err, code)
	}
	return f.Extra
}
