package store

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/export"
	"casebook/internal/fault"
)

func TestAttemptsOfACohortAreReadByItsTrainersAlone(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		trainer, trainee := guest(t, s), guest(t, s)
		posts := func(who uuid.UUID, post cohort.Post) map[uuid.UUID]cohort.Post {
			return map[uuid.UUID]cohort.Post{who: post}
		}
		of, other := led(t, s, posts(trainer, cohort.Trainer)), led(t, s, posts(trainee, cohort.Trainer))
		managed := led(t, s, posts(trainer, cohort.Manager))
		ref := begun(t, s, trainee).Scenario
		const many = exportedPage + 3
		var want []uuid.UUID
		for i := range many {
			a := attempt.Attempt{
				ID: newID(t), Account: trainee, Scenario: ref, Lang: "fr", Timing: attempt.Standard, Seed: "seed",
				Status: attempt.InProgress, StartedAt: noon.Add(time.Duration(i) * time.Second),
				Under: attempt.Under{Assignment: newID(t), Cohort: of},
			}
			decide(&a, "a")
			a.Decisions[0].Rationale = "Parce que"
			if err := s.AddAttempt(t.Context(), a); err != nil {
				t.Fatal(err)
			}
			want = append(want, a.ID)
		}
		by := cohort.People(account.Account{ID: trainer, Role: account.Admin})
		var got []uuid.UUID
		for a, err := range s.CohortAttempts(t.Context(), by, of) {
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Decisions) != 1 || a.Decisions[0].Rationale != "Parce que" {
				t.Fatalf("attempt %s has the decisions %+v", a.ID, a.Decisions)
			}
			got = append(got, a.ID)
		}
		slices.SortFunc(want, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%d attempts were read, want %d", len(got), len(want))
		}
		if n, err := s.CountDecisions(t.Context(), by, of); err != nil || n != many {
			t.Errorf("%d decisions, %v, want %d", n, err, many)
		}
		for name, id := range map[string]uuid.UUID{"another's": other, "one that they manage": managed, "none": newID(t)} {
			if _, err := s.CountDecisions(t.Context(), by, id); !fault.Is(err, fault.NotFound) {
				t.Errorf("counting in %s: %v", name, err)
			}
			for a, err := range s.CohortAttempts(t.Context(), by, id) {
				if !fault.Is(err, fault.NotFound) {
					t.Errorf("reading %s: %+v, %v", name, a, err)
				}
			}
		}
		if err := s.CohortExported(t.Context(), trainer, of, export.AsLines); err != nil {
			t.Error(err)
		}
	})
}
