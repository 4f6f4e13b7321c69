package store

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
)

// ended gives an attempt up, with a summary.
func ended(t testing.TB, s *Store, a attempt.Attempt) attempt.Summary {
	t.Helper()
	a, err := s.ChangeAttempt(t.Context(), a.Account, a.ID, func(a *attempt.Attempt) error {
		giveUp(a)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return a.Summary
}

func giveUp(a *attempt.Attempt) {
	a.Status, a.EndedAt, a.State = attempt.Abandoned, noon, []byte("{}")
	a.Summary = attempt.Summary{
		Attempt: a.ID, Account: a.Account, Scenario: a.Scenario, Status: a.Status, EndedAt: noon, Course: "\x00",
	}
}

// news reads what came after from, some at a time.
func news(t testing.TB, s *Store, from *string, most int) (list []attempt.Summary) {
	t.Helper()
	for more := true; more; {
		var page []attempt.Summary
		var err error
		if page, *from, more, err = s.database.summaries(s.read.WithContext(t.Context()), *from, most); err != nil {
			t.Fatal(err)
		}
		list = append(list, page...)
	}
	return list
}

func ids(list []attempt.Summary) map[uuid.UUID]int {
	times := map[uuid.UUID]int{}
	for i := range list {
		times[list[i].Attempt]++
	}
	return times
}

func TestSummariesAreReadOnceEach(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		var from string
		if list := news(t, s, &from, 2); len(list) != 0 {
			t.Errorf("an empty database tells %+v", list)
		}
		for round := range 4 {
			want := map[uuid.UUID]int{}
			for range 2 * round {
				a := begun(t, s, owner)
				sum := ended(t, s, a)
				want[a.ID] = 1
				if round == 1 && len(want) == 1 {
					var all string
					if list := news(t, s, &all, 9); len(list) != 1 || list[0] != sum {
						t.Errorf("told %+v, want %+v", list, sum)
					}
				}
			}
			if got := ids(news(t, s, &from, 2)); !reflect.DeepEqual(got, want) {
				t.Errorf("round %d: told %v, want %v", round, got, want)
			}
		}
		var all string
		if list, _, more, err := s.Summaries(t.Context(), all); err != nil || more || len(list) != 12 {
			t.Errorf("read again from the start: %d, more %v, %v", len(list), more, err)
		}
	})
}

// TestASummaryThatIsKeptLateIsNotMissed lets transactions end in another order than they began, as those of several
// programs do.
func TestASummaryThatIsKeptLateIsNotMissed(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		if _, isServer := s.database.(postgres); !isServer {
			return // SQLite has one writer at a time
		}
		owner := guest(t, s)
		var attempts []attempt.Attempt
		var open []*gorm.DB
		for range 3 {
			a := begun(t, s, owner)
			giveUp(&a)
			tx := s.write.WithContext(t.Context()).Begin()
			row := summaryRowOf(&a.Summary)
			if err := tx.Create(&row).Error; err != nil {
				t.Fatal(err)
			}
			attempts, open = append(attempts, a), append(open, tx)
		}
		var from string
		for _, i := range []int{2, 0, 1} {
			if list := news(t, s, &from, 9); len(list) != 0 {
				t.Errorf("told %+v before it was kept", list)
			}
			if err := open[i].Commit().Error; err != nil {
				t.Fatal(err)
			}
			late := ended(t, s, begun(t, s, owner))
			want := map[uuid.UUID]int{attempts[i].ID: 1, late.Attempt: 1}
			if got := ids(news(t, s, &from, 1)); !reflect.DeepEqual(got, want) {
				t.Errorf("told %v, want %v", got, want)
			}
		}
	})
}

// TestSummariesFromAnotherServerAreReadOnceEach is a database that pg_restore brought to a server which has not counted
// as many transactions, and gets there while the program runs.
func TestSummariesFromAnotherServerAreReadOnceEach(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		if _, isServer := s.database.(postgres); !isServer {
			return // SQLite has no transaction numbers
		}
		owner := guest(t, s)
		a := begun(t, s, owner)
		ended(t, s, a)
		meddle(t, s, "UPDATE summaries SET kept_by = (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 5)::text::xid8")
		var from string
		if got := ids(news(t, s, &from, 9)); got[a.ID] != 1 {
			t.Errorf("told %v", got)
		}
		for range 10 {
			begun(t, s, owner)
			if list := news(t, s, &from, 9); len(list) != 0 {
				t.Errorf("told %+v again", list)
			}
		}
	})
}

// TestTransactionsAreCountedNotSpelt pages over numbers that are in another order as texts.
func TestTransactionsAreCountedNotSpelt(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		if _, isServer := s.database.(postgres); !isServer {
			return // SQLite has no transaction numbers
		}
		owner := guest(t, s)
		want := map[uuid.UUID]int{}
		for _, number := range []string{"8", "9", "10", "11", "100"} {
			a := begun(t, s, owner)
			ended(t, s, a)
			meddle(t, s, "UPDATE summaries SET kept_by = ?::text::xid8 WHERE attempt_id = ?", number, key(a.ID))
			want[a.ID] = 1
		}
		var from string
		if got := ids(news(t, s, &from, 1)); !reflect.DeepEqual(got, want) {
			t.Errorf("told %v, want %v", got, want)
		}
	})
}

func TestWhatIsErasedHidesNothingThatComesAfterIt(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		first, second := begun(t, s, owner), begun(t, s, owner)
		ended(t, s, first)
		var from string
		news(t, s, &from, 9)
		meddle(t, s, "DELETE FROM attempts WHERE id = ?", key(first.ID))
		ended(t, s, second)
		if got := ids(news(t, s, &from, 9)); len(got) != 1 || got[second.ID] != 1 {
			t.Errorf("told %v, want %s", got, second.ID)
		}
	})
}

func meddle(t testing.TB, s *Store, statement string, args ...any) {
	t.Helper()
	if err := s.write.WithContext(t.Context()).Exec(statement, args...).Error; err != nil {
		t.Fatal(err)
	}
}

func TestAnAttemptEndsWithItsSummaryOrNotAtAll(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		a := begun(t, s, owner)
		_, err := s.ChangeAttempt(t.Context(), owner, a.ID, func(a *attempt.Attempt) error {
			giveUp(a)
			a.Summary.Steps = -1
			return nil
		})
		if err == nil {
			t.Error("a summary of -1 steps was kept")
		}
		if now, err := kept(t, s, owner, a.ID); err != nil || now.Status != attempt.InProgress {
			t.Errorf("the attempt is %s, %v", now.Status, err)
		}
	})
}

func TestASummaryIsNeverRewritten(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		a := begun(t, s, owner)
		sum := ended(t, s, a)
		for what, change := range map[string]func(*attempt.Attempt){
			"another node": func(a *attempt.Attempt) { a.Summary.Node = 7 },
			"none":         func(a *attempt.Attempt) { a.Summary = attempt.Summary{} },
		} {
			_, err := s.ChangeAttempt(t.Context(), owner, a.ID, func(a *attempt.Attempt) error {
				change(a)
				return nil
			})
			if err == nil || !strings.Contains(err.Error(), "rewrote the summary") {
				t.Errorf("%s: %v", what, err)
			}
		}
		if now, err := kept(t, s, owner, a.ID); err != nil || now.Summary != sum {
			t.Errorf("the summary is %+v, %v", now.Summary, err)
		}
	})
}

func TestWhatLacksItsOtherHalfIsFound(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		begun(t, s, owner)
		whole, old, partial := begun(t, s, owner), begun(t, s, owner), begun(t, s, owner)
		for _, a := range []attempt.Attempt{whole, old, partial} {
			ended(t, s, a)
		}
		meddle(t, s, "DELETE FROM summaries WHERE attempt_id = ?", key(old.ID))
		meddle(t, s, "UPDATE summaries SET course = ? WHERE attempt_id = ?", blob(""), key(partial.ID))
		var found []uuid.UUID
		for a, err := range s.Unsummed(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, a.ID, a.Account)
		}
		if want := []uuid.UUID{old.ID, owner, partial.ID, owner}; !reflect.DeepEqual(found, want) {
			t.Errorf("without a summary: %v, want %v", found, want)
		}
		for range 2 { // a second time changes nothing
			if err := s.AddCourse(t.Context(), owner, partial.ID, "\x01\x02"); err != nil {
				t.Fatal(err)
			}
			if now, err := kept(t, s, owner, partial.ID); err != nil || now.Summary.Course != "\x01\x02" {
				t.Errorf("its course is %q, %v", now.Summary.Course, err)
			}
		}
		if err := s.AddCourse(t.Context(), owner, whole.ID, "\x07"); err != nil {
			t.Fatal(err)
		}
		if now, err := kept(t, s, owner, whole.ID); err != nil || now.Summary.Course != "\x00" {
			t.Errorf("a course was written over: %q, %v", now.Summary.Course, err)
		}
		for a, err := range s.Unattempted(t.Context()) {
			t.Errorf("without an attempt: %v, %v", a.ID, err)
		}
	})
}
