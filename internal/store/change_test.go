package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

func TestOfSixteenRivalsAtAStepOneIsKept(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		replicas := []*Store{opened(t, address), opened(t, address)}
		owner := guest(t, replicas[0])
		id := begun(t, replicas[0], owner).ID
		stale := errors.New("stale")
		for step := range 5 {
			var wg sync.WaitGroup
			errs, seen := make([]error, 16), make([]int, 16)
			for i := range errs {
				wg.Go(func() {
					_, errs[i] = replicas[i%2].ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
						if seen[i] = a.Step(); a.Step() != step {
							return stale
						}
						decide(a, fmt.Sprint("rival", i))
						return nil
					})
				})
			}
			wg.Wait()
			winner := -1
			for i, err := range errs {
				switch {
				case err == nil && winner < 0:
					winner = i
				case !errors.Is(err, stale) || seen[i] != step+1:
					t.Errorf("step %d: rival %d got %v and saw step %d", step, i, err, seen[i])
				}
			}
			a, err := kept(t, replicas[0], owner, id)
			if err != nil || a.Step() != step+1 || a.Decisions[step].Key != fmt.Sprint("rival", winner) {
				t.Fatalf("step %d: rival %d won, kept is %+v, %v", step, winner, a.Decisions, err)
			}
		}
	})
}

func TestTheDatabaseItselfRefusesASecondDecisionAtAStep(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		a := begun(t, s, owner)
		row := decisionRowOf(key(a.ID), 0, &attempt.Decision{Move: 1})
		for i, want := range []bool{true, false} {
			copied := row
			if err := s.write.WithContext(t.Context()).Create(&copied).Error; (err == nil) != want {
				t.Errorf("decision %d: %v", i, err)
			}
		}
	})
}

func TestARefusedChangeLeavesNothing(t *testing.T) {
	refusal := errors.New("no")
	for name, c := range map[string]struct {
		change func(*attempt.Attempt) error
		want   string
	}{
		"by the domain": {func(a *attempt.Attempt) error {
			*a = told(*a)
			return refusal
		}, "no"},
		"by the database": {func(a *attempt.Attempt) error {
			*a = told(*a)
			a.Decisions[1].Confidence = 9 // after the attempt's row and, in the same statement, a sound decision
			return nil
		}, "change an attempt: "},
		"a decision rewritten": {func(a *attempt.Attempt) error {
			a.Decisions[0].Move = 7
			return nil
		}, "rewrote decisions"},
		"a rationale rewritten": {func(a *attempt.Attempt) error {
			a.Decisions[0].Rationale = "better"
			return nil
		}, "rewrote decisions"},
		"a rationale removed": {func(a *attempt.Attempt) error {
			a.Decisions[0].Rationale = ""
			return nil
		}, "rewrote decisions"},
		"a decision removed": {func(a *attempt.Attempt) error {
			a.Decisions = nil
			return nil
		}, "removed decisions"},
		"another owner": {func(a *attempt.Attempt) error {
			a.Account = a.ID
			return nil
		}, "another origin"},
		"another seed": {func(a *attempt.Attempt) error {
			a.Seed = "luckier"
			return nil
		}, "another origin"},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, address string) {
				s := opened(t, address)
				owner := guest(t, s)
				id := begun(t, s, owner).ID
				before, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
					decide(a, "wait")
					return nil
				})
				if err != nil {
					t.Fatal(err)
				}
				_, err = s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
					if name == "by the domain" || name == "by the database" {
						first := a.Decisions[0]
						err := c.change(a)
						a.Decisions[0] = first
						return err
					}
					return c.change(a)
				})
				if err == nil || !strings.Contains(err.Error(), c.want) {
					t.Errorf("got %v, want %q", err, c.want)
				}
				if _, ok := fault.From(err); ok {
					t.Errorf("a mistake of the program is shown to a person: %v", err)
				}
				if after, err := kept(t, s, owner, id); err != nil || !reflect.DeepEqual(after, before) {
					t.Errorf("got %+v, %v, want %+v", after, err, before)
				}
			})
		})
	}
}

func TestAnErrorOfTheChangeIsReturnedAsItIs(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		id := begun(t, s, owner).ID
		for _, want := range []error{errors.New("plain"), fault.New(fault.Conflict, "stale_step", fault.Text{})} {
			if _, err := s.ChangeAttempt(t.Context(), owner, id, func(*attempt.Attempt) error { return want }); !errors.Is(err, want) || err.Error() != want.Error() {
				t.Errorf("got %v, want %v", err, want)
			}
		}
	})
}

func TestAPanicInAChangeLetsTheNextOneThrough(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		id := begun(t, s, owner).ID
		func() {
			defer func() { _ = recover() }()
			_, _ = s.ChangeAttempt(t.Context(), owner, id, func(*attempt.Attempt) error { panic("a mistake") })
		}()
		a, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
			decide(a, "wait")
			return nil
		})
		if err != nil || a.Step() != 1 {
			t.Errorf("got step %d, %v", a.Step(), err)
		}
	})
}

func TestAFullDiskIsSaidAndReadingGoesOn(t *testing.T) {
	s := opened(t, t.TempDir()+"/casebook.db")
	owner := guest(t, s)
	a := begun(t, s, owner)
	if err := s.write.WithContext(t.Context()).Exec("PRAGMA max_page_count = 1").Error; err != nil {
		t.Fatal(err) // one page less than there are: the file cannot grow
	}
	write := func(words string) error {
		_, err := s.ChangeAttempt(t.Context(), owner, a.ID, func(a *attempt.Attempt) error {
			a.Draft = attempt.Draft{Revision: a.Draft.Revision + 1, Rationale: words, SavedAt: noon}
			return nil
		})
		return err
	}
	wantFault(t, write(strings.Repeat("x", 1<<20)), fault.Full, "disk_full")
	if got, err := kept(t, s, owner, a.ID); err != nil || !reflect.DeepEqual(got, a) {
		t.Errorf("reading: %+v, %v", got, err)
	}
	if err := s.write.WithContext(t.Context()).Exec("PRAGMA max_page_count = 100000").Error; err != nil {
		t.Fatal(err)
	}
	if err := write("room again"); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

func TestACancelledRequestChangesNothing(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		want := begun(t, s, owner)
		ctx, cancel := context.WithCancel(t.Context())
		_, err := s.ChangeAttempt(ctx, owner, want.ID, func(a *attempt.Attempt) error {
			cancel()
			decide(a, "wait")
			return nil
		})
		if err == nil {
			t.Error("a cancelled change was acknowledged")
		}
		got, err := kept(t, s, owner, want.ID)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, %v", got, err)
		}
		if _, err := s.ChangeAttempt(t.Context(), owner, want.ID, func(a *attempt.Attempt) error {
			a.Lang = "en"
			return nil
		}); err != nil {
			t.Errorf("the next change: %v", err)
		}
	})
}
