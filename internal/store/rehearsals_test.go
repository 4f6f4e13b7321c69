package store

import (
	"errors"
	"reflect"
	"testing"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/fault"
	"casebook/internal/library"
)

// rehearsed adds a draft and an attempt at it.
func rehearsed(t *testing.T, s *Store, by uuid.UUID) (library.Draft, attempt.Attempt) {
	t.Helper()
	d := sent(t, by, "files")
	if err := s.AddDraft(t.Context(), d, 5); err != nil {
		t.Fatal(err)
	}
	a := attempt.Attempt{
		ID: newID(t), Account: by, Scenario: d.Ref(), Lang: "fr", Timing: attempt.Standard, Seed: "seed",
		Status: attempt.InProgress, StartedAt: noon,
	}
	if err := s.AddAttempt(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return d, a
}

func TestARehearsalIsFoundAndChangedByWhoPlaysItAndListedNowhere(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		hers, his := guest(t, s), guest(t, s)
		_, a := rehearsed(t, s, hers)
		end := func(a *attempt.Attempt) error {
			a.Decisions = append(a.Decisions, attempt.Decision{Draws: "\x00\xff\xfe\x01", Displayed: "\x02\x00", Rationale: "Parce que", At: noon})
			a.Status, a.EndedAt = attempt.Completed, noon
			a.Summary = attempt.Summary{Attempt: a.ID, Path: attempt.Path{Moves: "\xff\x00"}}
			return nil
		}
		after, err := s.ChangeAttempt(t.Context(), hers, a.ID, end)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := s.Attempt(t.Context(), hers, a.ID); err != nil || !reflect.DeepEqual(got, after) || got.Decisions[0].Draws != "\x00\xff\xfe\x01" {
			t.Errorf("found %+v, %v, want %+v", got, err, after)
		}
		errNo := errors.New("no")
		if _, err := s.ChangeAttempt(t.Context(), hers, a.ID, func(*attempt.Attempt) error { return errNo }); !errors.Is(err, errNo) {
			t.Errorf("a refusal came back as %v", err)
		}
		_, err = s.Attempt(t.Context(), his, a.ID)
		wantFault(t, err, fault.NotFound, "unknown_attempt")
		_, err = s.ChangeAttempt(t.Context(), his, a.ID, end)
		wantFault(t, err, fault.NotFound, "unknown_attempt")
		if list, err := s.Attempts(t.Context(), hers, uuid.Nil, 10); err != nil || len(list) > 0 {
			t.Errorf("listed %v, %v", list, err)
		}
		for _, table := range []string{"attempts", "summaries", "decisions"} {
			var rows int64
			if err := s.read.Table(table).Count(&rows).Error; err != nil || rows > 0 {
				t.Errorf("%s has %d rows, %v", table, rows, err)
			}
		}
	})
}

func TestARehearsalGivesWayToTheNextAndGoesWithItsDraft(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		by := guest(t, s)
		d, first := rehearsed(t, s, by)
		second := first
		second.ID = newID(t)
		if err := s.AddAttempt(t.Context(), second); err != nil {
			t.Fatal(err)
		}
		_, err := s.Attempt(t.Context(), by, first.ID)
		wantFault(t, err, fault.NotFound, "unknown_attempt")
		if _, err := s.Attempt(t.Context(), by, second.ID); err != nil {
			t.Error(err)
		}
		if err := s.RemoveDraft(t.Context(), library.Scope{Account: by}, d.ID); err != nil {
			t.Fatal(err)
		}
		_, err = s.Attempt(t.Context(), by, second.ID)
		wantFault(t, err, fault.NotFound, "unknown_attempt")
	})
}
