package personal

import (
	"context"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

// kept is a ledger in memory.
type kept []Erasure

func (k kept) Ledger(context.Context) iter.Seq2[Erasure, error] {
	return func(yield func(Erasure, error) bool) {
		for _, e := range k {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func someErasures(n int) (list kept) {
	for i := range n {
		list = append(list, Erasure{uuid.UUID{15: byte(i + 1)}, time.Date(2026, 3, 9, 12, 0, i, 0, time.UTC)})
	}
	return list
}

func TestAFileCatchesUpWithTheLedger(t *testing.T) {
	path := filepath.Join(t.TempDir(), "erasures.txt")
	all := someErasures(3)
	for n := range 4 {
		f, held, err := OpenFile(path)
		if err != nil || len(held) != max(0, n-1) {
			t.Fatalf("%d: %v, %v", n, held, err)
		}
		if err := f.CatchUp(t.Context(), all[:n]); err != nil {
			t.Fatal(err)
		}
	}
	// A power cut has torn the last line: it is written again on a line of its own.
	data, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, data[:len(data)-10], 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	f, held, err := OpenFile(path)
	if err != nil || len(held) != 2 {
		t.Fatalf("torn: %v, %v", held, err)
	}
	if err := f.CatchUp(t.Context(), all); err != nil {
		t.Fatal(err)
	}
	if _, held, err := OpenFile(path); err != nil || len(held) != 3 || held[2] != all[2] {
		t.Errorf("mended: %v, %v", held, err)
	}
}

func TestNoFileKeepsNothing(t *testing.T) {
	var f *File
	if err := f.CatchUp(t.Context(), someErasures(1)); err != nil {
		t.Error(err)
	}
}

func FuzzReadLedger(f *testing.F) {
	f.Add("2026-03-09T12:00:00Z 00000000-0000-0000-0000-000000000001\n")
	f.Add("\n\nx")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := ReadLedger(strings.NewReader(text))
		if err != nil {
			return
		}
		var again strings.Builder
		for _, e := range list {
			if err := e.Write(&again); err != nil {
				t.Fatal(err)
			}
		}
		second, err := ReadLedger(strings.NewReader(again.String()))
		if err != nil || len(second) != len(list) {
			t.Errorf("%d lines became %d, %v", len(list), len(second), err)
		}
	})
}

func TestWhatIsDueIsToldByMonth(t *testing.T) {
	now := time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC)
	one, two := uuid.UUID{1}, uuid.UUID{2}
	r := Forecast([]Trace{
		{one, now.AddDate(0, 0, -31)},
		{one, now.AddDate(0, 0, -40)},
		{two, now.AddDate(0, 0, -29)},
		{one, now.AddDate(0, 0, -25)},
		{two, now},
	}, 30, now)
	if r.Due.Attempts != 2 || r.Due.People != 1 {
		t.Errorf("due now: %+v", r.Due)
	}
	if len(r.Coming) != 2 || r.Coming[0].Attempts != 2 || r.Coming[0].People != 2 || r.Coming[1].Attempts != 1 ||
		r.Coming[0].By.Format(time.DateOnly) != "2026-03-31" || r.Coming[1].By.Format(time.DateOnly) != "2026-04-30" {
		t.Errorf("coming: %+v", r.Coming)
	}
	if r := Forecast([]Trace{{one, now.AddDate(-9, 0, 0)}}, 0, now); r.Due.Attempts != 0 || len(r.Coming) != 0 {
		t.Errorf("for good: %+v", r)
	}
}
