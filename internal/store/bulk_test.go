package store

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
)

// crowd is accounts with an attempt each, in all the states that an attempt may be in.
func crowd(t *testing.T, s *Store, n int) (people []account.Account, attempts []attempt.Attempt) {
	t.Helper()
	ref, _, err := s.AddVersion(t.Context(), record("client", "a"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		p := account.Account{ID: newID(t), Kind: account.Demo, Role: account.Trainee, CreatedAt: noon}
		a := attempt.Attempt{
			ID: newID(t), Account: p.ID, Scenario: ref, Lang: "en", Timing: attempt.HalfMore, Seed: strconv.Itoa(i),
			Status: attempt.InProgress, StartedAt: noon,
		}
		for step := range i % 5 {
			a.Decisions = append(a.Decisions, attempt.Decision{
				Node: step, Visit: 1, Move: -2, TimedOut: step == 1, Offered: 1<<63 | 3, Displayed: "\x00\x01",
				Draws: "\x00\xff\x01\x02", Rationale: "because"[:i%7], Confidence: i % 4,
				Took: 1500 * time.Millisecond, Key: "key", At: noon.Add(time.Duration(step) * time.Microsecond),
			})
		}
		switch i % 3 {
		case 1:
			a.Status, a.EndedAt, a.State = attempt.Abandoned, noon, []byte(`{}`)
			a.Clock = attempt.Clock{Started: noon, Step: 1}
			a.Summary = attempt.Summary{
				Attempt: a.ID, Account: a.Account, Scenario: ref, Status: a.Status, EndedAt: a.EndedAt, Steps: i % 5,
				Path: attempt.Path{Moves: "\x00\x01"},
			}
		case 2:
			a.Draft = attempt.Draft{Step: 1, Revision: 2, Choice: "c", Read: []string{"mail"}, SavedAt: noon}
			a.Reflection = attempt.Reflection{Reaction: "relief", Commitment: &attempt.Commitment{When: "w", Then: "t"}}
		}
		people, attempts = append(people, p), append(attempts, a)
	}
	return people, attempts
}

func added(t *testing.T, s *Store, people []account.Account, attempts []attempt.Attempt) error {
	t.Helper()
	b, err := s.Bulk()
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}()
	return b.Add(t.Context(), people, attempts)
}

func TestWhatIsAddedInBulkIsReadAsIfItHadBeenAddedOneByOne(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		people, attempts := crowd(t, s, 40)
		if err := added(t, s, people, attempts); err != nil {
			t.Fatal(err)
		}
		single := opened(t, address)
		for i, a := range attempts {
			if p, err := s.Account(t.Context(), a.Account); err != nil || p != people[i] {
				t.Errorf("account %v, %v; want %v", p, err, people[i])
			}
			bulk, err := s.Attempt(t.Context(), a.Account, a.ID)
			if err != nil {
				t.Fatal(err)
			}
			a.ID = newID(t)
			if a.Status != attempt.InProgress {
				a.Summary.Attempt = a.ID
			}
			if err := single.AddAttempt(t.Context(), a); err != nil {
				t.Fatal(err)
			}
			alone, err := kept(t, single, a.Account, a.ID)
			if err != nil {
				t.Fatal(err)
			}
			alone.ID, alone.Summary.Attempt = bulk.ID, bulk.Summary.Attempt
			if !sameAttempt(bulk, alone) {
				t.Errorf("attempt %d: %+v; want %+v", i, bulk, alone)
			}
		}
		var rows []attemptRow
		if err := s.read.Find(&rows).Error; err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if r.Changes != 0 {
				t.Errorf("%d changes of an attempt that was only added", r.Changes)
			}
		}
	})
}

func sameAttempt(a, b attempt.Attempt) bool {
	same := slices.Equal(a.Decisions, b.Decisions) && string(a.State) == string(b.State) &&
		slices.Equal(a.Draft.Read, b.Draft.Read) && a.Draft.SavedAt.Equal(b.Draft.SavedAt) &&
		(a.Reflection.Commitment == nil) == (b.Reflection.Commitment == nil) &&
		a.Reflection.Reaction == b.Reflection.Reaction && a.Draft.Choice == b.Draft.Choice && a.Clock == b.Clock
	return same && attemptRowOf(&a) == attemptRowOf(&b)
}

func TestBulkThatCannotBeKeptLeavesNothing(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		people, attempts := crowd(t, s, 3)
		attempts[2].Account = uuid.New() // nobody's
		if err := added(t, s, people, attempts); err == nil {
			t.Fatal("an attempt without an account was added")
		}
		for i, a := range attempts {
			if _, err := s.Account(t.Context(), people[i].ID); err == nil {
				t.Errorf("account %d was kept", i)
			}
			if _, err := s.Attempt(t.Context(), a.Account, a.ID); err == nil {
				t.Errorf("attempt %d was kept", i)
			}
		}
		attempts[2].Account = people[2].ID
		if err := added(t, s, people, attempts); err != nil {
			t.Errorf("what was refused cannot be added once it is right: %v", err)
		}
	})
}

func TestAttemptsOfOneKindOfAccountAreToldFromOthers(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		guest(t, s) // who has not played
		people, attempts := crowd(t, s, 2)
		if err := added(t, s, people, attempts); err != nil {
			t.Fatal(err)
		}
		if holds, err := s.HoldsAttempts(t.Context(), account.Demo); holds || err != nil {
			t.Errorf("only made-up people have played: %v, %v", holds, err)
		}
		begun(t, s, guest(t, s))
		if holds, err := s.HoldsAttempts(t.Context(), account.Demo); !holds || err != nil {
			t.Errorf("a guest has played: %v, %v", holds, err)
		}
	})
}
