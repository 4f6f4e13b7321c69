package export

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"slices"
	"testing"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/demo"
	"casebook/internal/library"
	"casebook/scenarios"
)

// made is what a demonstration makes up: cases, and attempts at them.
type made struct {
	versions []*library.Version
	attempts []Attempt
}

func (m *made) Find(_ context.Context, ref library.Ref) (*library.Version, error) {
	return m.versions[slices.IndexFunc(m.versions, func(v *library.Version) bool { return v.Ref == ref })], nil
}

func (m *made) Add(_ context.Context, _ []account.Account, attempts []attempt.Attempt) error {
	for _, a := range attempts {
		m.attempts = append(m.attempts, Attempt{a, "Léa"})
	}
	return nil
}

func (m *made) each() iter.Seq2[Attempt, error] {
	return func(yield func(Attempt, error) bool) {
		for _, a := range m.attempts {
			if !yield(a, nil) {
				return
			}
		}
	}
}

func madeUp(t *testing.T) *made {
	t.Helper()
	m := &made{}
	var cases []*demo.Case
	for _, c := range scenarios.Cases() {
		archive, _, err := library.Pack(c.Folder)
		if err != nil {
			t.Fatal(err)
		}
		v, err := library.Read(library.Record{Ref: library.Ref{ID: c.ID, Version: 1}, Archive: archive})
		if err != nil {
			t.Fatal(err)
		}
		ready, err := demo.NewCase(v)
		if err != nil {
			t.Fatal(err)
		}
		m.versions, cases = append(m.versions, v), append(cases, ready)
	}
	plan := demo.Plan{Seed: 7, People: 6, Attempts: 2, Until: noon}
	if _, err := demo.Fill(t.Context(), plan, cases, m, func(demo.Count) {}); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestEachDecisionIsALineThatNamesWhatWasOnOffer(t *testing.T) {
	m := madeUp(t)
	var file bytes.Buffer
	if err := JSONLines(t.Context(), &file, m, m.each()); err != nil {
		t.Fatal(err)
	}
	lines := json.NewDecoder(&file)
	lines.DisallowUnknownFields()
	for _, a := range m.attempts {
		for step, d := range a.Decisions {
			var got Decision
			if err := lines.Decode(&got); err != nil {
				t.Fatalf("attempt %s, step %d: %v", a.ID, step, err)
			}
			if got.Attempt != a.ID || got.Person != a.Account || got.Step != step || got.Name != "Léa" || !got.At.Equal(d.At) ||
				got.Rationale != d.Rationale || got.Confidence != d.Confidence || got.Seconds != d.Took.Seconds() {
				t.Fatalf("attempt %s, step %d is told as %+v", a.ID, step, got)
			}
			if !slices.Contains(got.Offered, got.Move) {
				t.Errorf("attempt %s, step %d: %q was made of %q", a.ID, step, got.Move, got.Offered)
			}
			if d.Move >= 0 && !slices.Contains(got.Displayed, got.Move) {
				t.Errorf("attempt %s, step %d: %q was made where %q were shown", a.ID, step, got.Move, got.Displayed)
			}
		}
	}
	if err := lines.Decode(&Decision{}); !errors.Is(err, io.EOF) {
		t.Errorf("after the last decision: %v", err)
	}
}
