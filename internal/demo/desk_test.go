package demo

import (
	"context"
	"sync"
	"testing"
	"time"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/library"
	"casebook/scenarios"
)

var evening = time.Date(2026, 11, 20, 20, 0, 0, 0, time.UTC)

// shipped are the cases that ship, ready to be played.
func shipped(t testing.TB) []*Case {
	t.Helper()
	cases, err := everyCase()
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

var everyCase = sync.OnceValues(func() (cases []*Case, err error) {
	for _, c := range scenarios.Cases() {
		archive, _, err := library.Pack(c.Folder)
		if err != nil {
			return nil, err
		}
		v, err := library.Read(library.Record{Ref: library.Ref{ID: c.ID, Version: 1}, Archive: archive})
		if err != nil {
			return nil, err
		}
		ready, err := NewCase(v)
		if err != nil {
			return nil, err
		}
		cases = append(cases, ready)
	}
	return cases, nil
})

// shelf keeps what it is handed in memory.
type shelf struct {
	accounts []account.Account
	attempts []attempt.Attempt
	full     error
}

func (s *shelf) Add(_ context.Context, accounts []account.Account, attempts []attempt.Attempt) error {
	if s.full != nil {
		return s.full
	}
	s.accounts, s.attempts = append(s.accounts, accounts...), append(s.attempts, attempts...)
	return nil
}

func quietly(Count) {}

func filled(t testing.TB, p Plan) *shelf {
	t.Helper()
	s := &shelf{}
	if _, err := Fill(t.Context(), p, shipped(t), s, quietly); err != nil {
		t.Fatal(err)
	}
	return s
}
