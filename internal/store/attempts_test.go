package store

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

// told is an attempt in which every field says something.
func told(a attempt.Attempt) attempt.Attempt {
	later := func(seconds int) time.Time { return noon.Add(time.Duration(seconds) * time.Second) }
	decision := func(step int) attempt.Decision {
		return attempt.Decision{
			Node: 1999, Visit: 2, Move: -20, TimedOut: true, Offered: 1<<51 | 1<<19 | 1, Displayed: "\x13\x00",
			Rationale: "D’abord les faits.\n\"Puis\" 🙂", Confidence: 3, Took: 61*24*time.Hour + 7*time.Millisecond,
			Draws: "\x00\x01\x07\xcf", Key: "0196-key", At: later(step),
		}
	}
	a.Lang, a.Timing, a.Status = "en", attempt.HalfMore, attempt.Completed
	a.Decisions = []attempt.Decision{decision(0), decision(1)}
	a.State = []byte(`{"node":"end", "step":2}`)
	a.Clock, a.EndedAt = attempt.Clock{Started: later(6), Step: 1}, later(8)
	a.Summary = attempt.Summary{
		Attempt: a.ID, Account: a.Account, Cohort: a.Under.Cohort, Scenario: a.Scenario, Status: a.Status, EndedAt: a.EndedAt,
		Node: 1999, Steps: 2, Scored: true, Score: 200. / 3, Capped: 49, Profile: "\x01\x04\x80\x01\x00",
		Path: attempt.Path{Wide: true, Moves: "\x00\xff"}, Course: "\x00\x05\x00",
	}
	a.Draft = attempt.Draft{
		Step: 1, Revision: 4, Choice: "appeler", Rationale: "Je", Confidence: 2, Exhibit: "mail",
		Read: []string{"mail", "budget"}, SavedAt: later(9),
	}
	a.Reflection = attempt.Reflection{
		Reaction: "Surpris", Confidence: 2, Principle: "Nommer tôt",
		Commitment: &attempt.Commitment{When: "lundi", Then: "j’appelle", Date: "2026-03-16", Witness: "Léa"},
	}
	return a
}

// silent names the first field that says nothing; a decision's and a draft's of a list are looked at in its last value.
func silent(v reflect.Value, path string) string {
	if v.IsZero() {
		return path
	}
	switch v.Kind() {
	case reflect.Pointer:
		return silent(v.Elem(), path)
	case reflect.Slice:
		return silent(v.Index(v.Len()-1), path)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return ""
		}
		for i := range v.NumField() {
			if found := silent(v.Field(i), path+"."+v.Type().Field(i).Name); found != "" {
				return found
			}
		}
	}
	return ""
}

func TestEveryFieldComesBack(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		plain := begun(t, s, owner)
		full := told(plain)
		if field := silent(reflect.ValueOf(full), "Attempt"); field != "" {
			t.Fatalf("the example says nothing in %s", field)
		}
		if got, err := kept(t, s, owner, plain.ID); err != nil || !reflect.DeepEqual(got, plain) {
			t.Errorf("a new attempt: got %+v, %v, want %+v", got, err, plain)
		}

		changed, err := s.ChangeAttempt(t.Context(), owner, plain.ID, func(a *attempt.Attempt) error {
			*a = told(*a)
			return nil
		})
		if err != nil || !reflect.DeepEqual(changed, full) {
			t.Errorf("the change answers %+v, %v, want %+v", changed, err, full)
		}
		if got, err := kept(t, s, owner, plain.ID); err != nil || !reflect.DeepEqual(got, full) {
			t.Errorf("a changed attempt: got %+v, %v, want %+v", got, err, full)
		}

		full.ID, full.Under.Ordinal = newID(t), 2
		full.Summary.Attempt = full.ID
		if err := s.AddAttempt(t.Context(), full); err != nil {
			t.Fatal(err)
		}
		if got, err := kept(t, s, owner, full.ID); err != nil || !reflect.DeepEqual(got, full) {
			t.Errorf("an added attempt: got %+v, %v, want %+v", got, err, full)
		}
	})
}

func TestAChangeAnswersWhatALaterReadAnswers(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		id := begun(t, s, owner).ID
		changed, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
			decide(a, "wait")
			a.Decisions[0].Took = 1234567 * time.Microsecond
			a.Decisions[0].At = time.Date(2026, 3, 9, 14, 0, 0, 999, time.FixedZone("", 3600))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		read, err := kept(t, s, owner, id)
		if err != nil || !reflect.DeepEqual(changed, read) {
			t.Errorf("changed %+v\nread %+v, %v", changed, read, err)
		}
	})
}

func TestADraftAndAReflectionCanGoAgain(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		want := begun(t, s, owner)
		for _, clear := range []bool{false, true} {
			_, err := s.ChangeAttempt(t.Context(), owner, want.ID, func(a *attempt.Attempt) error {
				full := told(*a)
				a.Draft, a.Reflection = full.Draft, full.Reflection
				if clear {
					a.Draft, a.Reflection = attempt.Draft{}, attempt.Reflection{}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if got, err := kept(t, s, owner, want.ID); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, %v, want %+v", got, err, want)
		}
		if n := count(t, s, "drafts") + count(t, s, "reflections"); n != 0 {
			t.Errorf("%d rows are left", n)
		}
	})
}

func TestAnothersAttemptDoesNotExist(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner, stranger := guest(t, s), guest(t, s)
		a := begun(t, s, owner)
		for _, c := range []struct{ by, id uuid.UUID }{{stranger, a.ID}, {owner, newID(t)}, {uuid.Nil, a.ID}, {owner, uuid.Nil}} {
			_, err := kept(t, s, c.by, c.id)
			wantFault(t, err, fault.NotFound, "unknown_attempt")
			_, err = s.ChangeAttempt(t.Context(), c.by, c.id, func(*attempt.Attempt) error {
				t.Error("another's attempt was handed out")
				return nil
			})
			wantFault(t, err, fault.NotFound, "unknown_attempt")
		}
		for _, by := range []uuid.UUID{stranger, uuid.Nil} {
			if list, err := s.Attempts(t.Context(), by, uuid.Nil, 10); err != nil || len(list) != 0 {
				t.Errorf("the list of %s: %v, %v", by, list, err)
			}
		}
	})
}

func TestTheAttemptBegunLastIsListedFirst(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		begun(t, s, guest(t, s))
		var want []attempt.Attempt
		for steps := range 3 {
			a := begun(t, s, owner)
			for range steps {
				var err error
				a, err = s.ChangeAttempt(t.Context(), owner, a.ID, func(a *attempt.Attempt) error {
					decide(a, "wait")
					return nil
				})
				if err != nil {
					t.Fatal(err)
				}
			}
			for i := range a.Decisions {
				a.Decisions[i].Rationale = "" // a list leaves it out
			}
			want = slices.Insert(want, 0, a)
		}
		for _, page := range []struct {
			before uuid.UUID
			most   int
			want   []attempt.Attempt
		}{
			{uuid.Nil, 10, want},
			{uuid.Nil, 2, want[:2]},
			{want[1].ID, 2, want[2:]},
			{want[2].ID, 2, []attempt.Attempt{}},
		} {
			got, err := s.Attempts(t.Context(), owner, page.before, page.most)
			if err != nil || !reflect.DeepEqual(got, page.want) {
				t.Errorf("%d before %s: got %+v, %v\nwant %+v", page.most, page.before, got, err, page.want)
			}
		}
	})
}

func TestOnlyWhatIsMeantGoesWithAnAccount(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		gone, stays := guest(t, s), guest(t, s)
		for _, owner := range []uuid.UUID{gone, stays} {
			id := begun(t, s, owner).ID
			_, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
				*a = told(*a)
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		db := s.write.WithContext(t.Context())
		if err := db.Where("scenario_id = ?", "client").Delete(&versionRow{}).Error; err == nil {
			t.Error("a version that attempts are pinned to was removed")
		}
		if err := db.Where("id = ?", key(gone)).Delete(&accountRow{}).Error; err != nil {
			t.Fatal(err)
		}
		for table, want := range map[string]int64{
			"accounts": 1, "attempts": 1, "decisions": 2, "rationales": 2, "drafts": 1, "reflections": 1, "scenario_versions": 1,
		} {
			if n := count(t, s, table); n != want {
				t.Errorf("%s: %d rows are left, want %d", table, n, want)
			}
		}
	})
}
