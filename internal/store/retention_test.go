package store

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/fault"
	"casebook/internal/library"
)

// someVersion is one that attempts may be of.
func someVersion(t testing.TB, s *Store) library.Ref {
	t.Helper()
	ref, _, err := s.AddVersion(t.Context(), record("client", "a"))
	if err != nil {
		t.Fatal(err)
	}
	return ref
}

// trained makes an attempt of somebody under a cohort, ended so many days before noon, or still going on.
func trained(t testing.TB, s *Store, of, in uuid.UUID, daysAgo int, ended bool) attempt.Attempt {
	t.Helper()
	at := noon.AddDate(0, 0, -daysAgo)
	a := attempt.Attempt{
		ID: newID(t), Account: of, Scenario: someVersion(t, s), Lang: "fr", Timing: attempt.Standard, Seed: "s",
		Status: attempt.InProgress, StartedAt: at, Under: attempt.Under{Assignment: newID(t), Cohort: in},
	}
	if err := s.AddAttempt(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	a, err := s.ChangeAttempt(t.Context(), of, a.ID, func(a *attempt.Attempt) error {
		a.Decisions = append(a.Decisions, attempt.Decision{Rationale: "my words", At: at})
		a.Draft = attempt.Draft{Revision: 1, Rationale: "more", SavedAt: at}
		if ended {
			a.Status, a.EndedAt, a.State = attempt.Completed, at, []byte("{}")
			a.Reflection = attempt.Reflection{Principle: "mine"}
			a.Summary = attempt.Summary{Attempt: a.ID, Account: of, Cohort: in, Scenario: a.Scenario, Status: a.Status, EndedAt: at, Steps: 1}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestNamesAreLetGoWhenTheirTimeHasCome(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		trainer, lea, mo := enlisted(t, s, account.Trainer, "tom"), enlisted(t, s, account.Trainee, "lea"), enlisted(t, s, account.Trainee, "mo")
		short, forGood := gathered(t, s, "Courte", 30, trainer, lea, mo), gathered(t, s, "Longue", 0, trainer, lea)
		old := trained(t, s, lea.ID, short, 40, true)
		older := trained(t, s, lea.ID, short, 50, true)
		fresh := trained(t, s, lea.ID, short, 20, true)
		left := trained(t, s, mo.ID, short, 60, false)
		elsewhere := trained(t, s, lea.ID, forGood, 400, true)

		due, err := s.LetGo(t.Context())
		if err != nil || due.Attempts != 3 || due.People != 2 {
			t.Fatalf("%+v, %v", due, err)
		}
		for _, a := range []attempt.Attempt{old, older, left} {
			if _, err := s.Attempt(t.Context(), a.Account, a.ID); !fault.Is(err, fault.NotFound) {
				t.Errorf("an attempt that is due: %v", err)
			}
		}
		for _, a := range []attempt.Attempt{fresh, elsewhere} {
			if kept, err := s.Attempt(t.Context(), a.Account, a.ID); err != nil || kept.Decisions[0].Rationale == "" {
				t.Errorf("an attempt that is not due: %+v, %v", kept, err)
			}
		}
		if n := count(t, s, "rationales"); n != 2 {
			t.Errorf("%d rationales", n)
		}
		whose := map[uuid.UUID]uuid.UUID{}
		page, _, _, err := s.Summaries(t.Context(), "")
		if err != nil || len(page) != 4 {
			t.Fatalf("%d summaries, %v", len(page), err)
		}
		for _, sum := range page {
			whose[sum.Attempt] = sum.Account
		}
		former, err := s.Account(t.Context(), whose[old.ID])
		if err != nil || former.Kind != account.Former || former.Name+former.Email != "" || former.ClosedAt.IsZero() {
			t.Errorf("the old attempt is of %+v, %v", former, err)
		}
		if whose[older.ID] != whose[old.ID] || whose[fresh.ID] != lea.ID {
			t.Errorf("the summaries are of %v", whose)
		}
		if told, _, err := s.Forgotten(t.Context(), 0); err != nil || len(told) == 0 || told[0] != uuid.Nil {
			t.Errorf("reports are told %v, %v", told, err)
		}
		if n := len(erasures(t, s)); n != 0 {
			t.Errorf("%d entries in the ledger", n)
		}
		last := entries(t, s)[len(entries(t, s))-1]
		if last.Action != audit.NamesLetGo || last.Subject != "cohort/"+short.String() {
			t.Errorf("the trail says %+v", last)
		}
		if again, err := s.LetGo(t.Context()); err != nil || again.Attempts != 0 {
			t.Errorf("again: %+v, %v", again, err)
		}
	})
}

func TestAnEnrolmentEndsWithWhatItWasFor(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		later := func(o *Options) { o.Now = func() time.Time { return noon.AddDate(0, 0, 40) } }
		s := opened(t, address, later)
		trainer, lea := enlisted(t, s, account.Trainer, "tom"), enlisted(t, s, account.Trainee, "lea")
		done, open := gathered(t, s, "Finie", 30, trainer, lea), gathered(t, s, "Ouverte", 30, trainer, lea)
		ref := someVersion(t, s)
		err := s.write.WithContext(t.Context()).Exec(`INSERT INTO assignments (id, cohort_id, scenario_id, scenario_version, opens_at, attempts, langs, learning, revision, created_at)
			VALUES (?, ?, ?, ?, ?, 0, '[]', ?, 1, ?)`, key(newID(t)), key(open), ref.ID, ref.Version, noon, false, noon).Error
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.LetGo(t.Context()); err != nil {
			t.Fatal(err)
		}
		h, err := s.Holdings(t.Context(), lea.ID)
		if err != nil || len(h.Enrolments) != 1 || h.Enrolments[0].Cohort != "Ouverte" {
			t.Errorf("%+v, %v, and %s is done", h.Enrolments, err, done)
		}
	})
}

func TestOnlyWhoMaySetACohortUpSeesWhatItsRetentionTakes(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		trainer, stranger, admin := enlisted(t, s, account.Trainer, "tom"), enlisted(t, s, account.Trainer, "zoe"), enlisted(t, s, account.Admin, "ada")
		lea := enlisted(t, s, account.Trainee, "lea")
		id := gathered(t, s, "Courte", 30, trainer, lea)
		trained(t, s, lea.ID, id, 40, true)
		trained(t, s, lea.ID, id, 10, false)
		for _, by := range []account.Account{trainer, admin} {
			kept, err := s.Traces(t.Context(), cohort.Settings(by), id)
			if err != nil || kept.Cohort != "Courte" || kept.Demo || kept.Days != 30 || len(kept.Traces) != 2 {
				t.Errorf("%s: %+v, %v", by.Name, kept, err)
			}
		}
		for _, by := range []account.Account{stranger, lea} {
			if _, err := s.Traces(context.Background(), cohort.Settings(by), id); !fault.Is(err, fault.NotFound) {
				t.Errorf("%s: %v", by.Name, err)
			}
		}
	})
}
