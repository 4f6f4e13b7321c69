package store

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/fault"
	"casebook/internal/personal"
)

var _ personal.Store = (*Store)(nil)

// enlisted adds an account of a role, with a name.
func enlisted(t testing.TB, s *Store, role account.Role, name string) account.Account {
	t.Helper()
	a := account.Account{
		ID: uuid.Must(uuid.NewV7()), Kind: account.Person, Role: role, Name: name,
		Email: name + "@example.org", CreatedAt: noon,
	}
	if err := s.AddAccount(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

// gathered makes a cohort with a trainer and people enrolled.
func gathered(t testing.TB, s *Store, name string, days int, trainer account.Account, enrolled ...account.Account) uuid.UUID {
	t.Helper()
	id := uuid.Must(uuid.NewV7())
	db := s.write.WithContext(t.Context())
	run := func(statement string, args ...any) {
		t.Helper()
		if err := db.Exec(statement, args...).Error; err != nil {
			t.Fatal(err)
		}
	}
	run("INSERT INTO cohorts (id, name, retention_days, revision, created_at) VALUES (?, ?, ?, 1, ?)", key(id), name, days, noon)
	run("INSERT INTO cohort_posts (cohort_id, account_id, post) VALUES (?, ?, ?)", key(id), key(trainer.ID), string(cohort.Trainer))
	for _, a := range enrolled {
		run("INSERT INTO enrolments (cohort_id, account_id, way, enrolled_at) VALUES (?, ?, 'hand', ?)", key(id), key(a.ID), noon)
	}
	return id
}

func erasures(t testing.TB, s *Store) (ids []uuid.UUID) {
	t.Helper()
	for e, err := range s.Ledger(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, e.Account)
	}
	return ids
}

func TestWhoeverIsErasedLeavesNothingBehind(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		gone, stays := guest(t, s), guest(t, s)
		mine, theirs := begun(t, s, gone), begun(t, s, stays)
		_, err := s.ChangeAttempt(t.Context(), gone, mine.ID, func(a *attempt.Attempt) error {
			a.Decisions = append(a.Decisions, attempt.Decision{Rationale: "my words", At: noon})
			a.Draft = attempt.Draft{Revision: 1, Rationale: "more words", SavedAt: noon}
			a.Reflection = attempt.Reflection{Reaction: "words"}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Erase(t.Context(), gone, gone); err != nil {
			t.Fatal(err)
		}
		for _, table := range []string{"rationales", "drafts", "reflections", "decisions"} {
			if n := count(t, s, table); n != 0 {
				t.Errorf("%d rows are left in %s", n, table)
			}
		}
		if _, err := s.Account(t.Context(), gone); !fault.Is(err, fault.NotFound) {
			t.Errorf("the account: %v", err)
		}
		if _, err := s.Attempt(t.Context(), gone, mine.ID); !fault.Is(err, fault.NotFound) {
			t.Errorf("the attempt: %v", err)
		}
		if _, err := s.Attempt(t.Context(), stays, theirs.ID); err != nil {
			t.Errorf("somebody else's attempt: %v", err)
		}
		if got := erasures(t, s); !slices.Equal(got, []uuid.UUID{gone}) {
			t.Errorf("the ledger holds %v", got)
		}
		last := entries(t, s)[len(entries(t, s))-1]
		if last.Action != audit.AccountErased || last.Subject != "account/"+gone.String() || last.Details != "{}" {
			t.Errorf("the trail says %+v", last)
		}
		if err := s.Erase(t.Context(), gone, gone); !fault.Is(err, fault.NotFound) {
			t.Errorf("again: %v", err)
		}
	})
}

func TestADecisionUnderWayDoesNotBringAnErasedPersonBack(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s, other := opened(t, address), opened(t, address)
		gone := guest(t, s)
		a := begun(t, s, gone)
		if _, err := other.Attempt(t.Context(), gone, a.ID); err != nil { // the other replica remembers
			t.Fatal(err)
		}
		if err := s.Erase(t.Context(), gone, gone); err != nil {
			t.Fatal(err)
		}
		for _, replica := range []*Store{s, other} {
			_, err := replica.ChangeAttempt(t.Context(), gone, a.ID, func(a *attempt.Attempt) error {
				a.Decisions = append(a.Decisions, attempt.Decision{Rationale: "late", At: noon})
				return nil
			})
			if !fault.Is(err, fault.NotFound) {
				t.Errorf("a late decision: %v", err)
			}
		}
		if n := count(t, s, "attempts") + count(t, s, "decisions"); n != 0 {
			t.Errorf("%d rows", n)
		}
	})
}

func TestTheLastAdminAndACohortsLastTrainerStay(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		admin, trainer := enlisted(t, s, account.Admin, "ada"), enlisted(t, s, account.Trainer, "tom")
		id := gathered(t, s, "Printemps", 0, trainer)
		refused := func(of account.Account, code string) {
			t.Helper()
			err := s.Erase(t.Context(), of.ID, of.ID)
			if f, ok := fault.From(err); !ok || f.Code != code {
				t.Errorf("%s: %v, want %s", of.Name, err, code)
			}
		}
		refused(admin, "last_admin")
		refused(trainer, "last_trainer")
		second, colleague := enlisted(t, s, account.Admin, "bob"), enlisted(t, s, account.Trainer, "tea")
		err := s.write.WithContext(t.Context()).Exec("INSERT INTO cohort_posts (cohort_id, account_id, post) VALUES (?, ?, 'trainer')", key(id), key(colleague.ID)).Error
		if err != nil {
			t.Fatal(err)
		}
		for _, of := range []account.Account{admin, trainer} {
			if err := s.Erase(t.Context(), of.ID, of.ID); err != nil {
				t.Errorf("%s: %v", of.Name, err)
			}
		}
		refused(second, "last_admin")
		refused(colleague, "last_trainer")
	})
}

func TestOfTwoTrainersWhoLeaveAtOnceOneStays(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s, other := opened(t, address), opened(t, address)
		for round := range 5 {
			one := enlisted(t, s, account.Trainer, fmt.Sprintf("one%d", round))
			two := enlisted(t, s, account.Trainer, fmt.Sprintf("two%d", round))
			id := gathered(t, s, "Automne", 0, one)
			err := s.write.WithContext(t.Context()).Exec("INSERT INTO cohort_posts (cohort_id, account_id, post) VALUES (?, ?, 'trainer')", key(id), key(two.ID)).Error
			if err != nil {
				t.Fatal(err)
			}
			var left sync.WaitGroup
			errs := make([]error, 2)
			left.Go(func() { errs[0] = s.Erase(context.WithoutCancel(t.Context()), one.ID, one.ID) })
			left.Go(func() { errs[1] = other.Erase(context.WithoutCancel(t.Context()), two.ID, two.ID) })
			left.Wait()
			if (errs[0] == nil) == (errs[1] == nil) {
				t.Fatalf("round %d: %v, %v", round, errs[0], errs[1])
			}
		}
	})
}

func TestAReplayErasesWhoeverCameBack(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		gone, stays, unknown := guest(t, s), guest(t, s), uuid.Must(uuid.NewV7())
		begun(t, s, gone)
		begun(t, s, stays)
		ledger := []personal.Erasure{{Account: gone, At: noon.Add(-time.Hour)}, {Account: unknown, At: noon}}
		if n, err := s.Replay(t.Context(), ledger); n != 1 || err != nil {
			t.Fatalf("%d, %v", n, err)
		}
		if n := count(t, s, "attempts"); n != 1 {
			t.Errorf("%d attempts", n)
		}
		if got := erasures(t, s); !slices.Contains(got, gone) || !slices.Contains(got, unknown) || slices.Contains(got, stays) {
			t.Errorf("the ledger holds %v", got)
		}
		if n, err := s.Replay(t.Context(), ledger); n != 0 || err != nil {
			t.Errorf("again: %d, %v", n, err)
		}
		if err := s.AddAccount(t.Context(), account.Account{ID: gone, Kind: account.Guest, Role: account.Trainee, CreatedAt: noon}); err != nil { // as a restore of PostgreSQL would
			t.Fatal(err)
		}
		before, next, err := s.Forgotten(t.Context(), 0)
		if err != nil || len(before) == 0 {
			t.Fatal(before, err)
		}
		if n, err := s.Replay(t.Context(), nil); n != 1 || err != nil {
			t.Errorf("who came back: %d, %v", n, err)
		}
		if told, _, err := s.Forgotten(t.Context(), next); err != nil || !slices.Equal(told, []uuid.UUID{gone}) {
			t.Errorf("reports are told %v, %v", told, err)
		}
	})
}

func TestTheLedgerIsAppendOnly(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		g := guest(t, s)
		if err := s.Erase(t.Context(), g, g); err != nil {
			t.Fatal(err)
		}
		db := s.write.WithContext(t.Context())
		for _, statement := range []string{"DELETE FROM erasures", "UPDATE erasures SET at = at"} {
			if err := db.Exec(statement).Error; err == nil {
				t.Errorf("%s is let through", statement)
			}
		}
	})
}
