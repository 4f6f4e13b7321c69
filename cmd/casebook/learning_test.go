package main

import (
	"net/http"
	"testing"

	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/attempt"
	"casebook/internal/library"
	"casebook/internal/store"
)

// learning begins the client who shouts for somebody, under an assignment in learning mode.
func (p *person) learning() api.Attempt {
	p.t.Helper()
	var me api.Account
	p.ask("GET", "/api/v1/me", "").want(http.StatusOK).into(&me)
	a := attempt.Attempt{
		ID: uuid.New(), Account: me.ID, Scenario: library.Ref{ID: "client-toxique", Version: 1}, Lang: "fr",
		Timing: attempt.Standard, Under: attempt.Under{Assignment: uuid.New(), Cohort: uuid.New(), Learning: true},
		Seed: "a seed", Status: attempt.InProgress, StartedAt: now(),
	}
	st, err := store.Open(p.t.Context(), p.site.database, store.Options{Now: now, MustExist: true})
	if err != nil {
		p.t.Fatal(err)
	}
	if err := st.AddAttempt(p.t.Context(), a); err != nil {
		p.t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		p.t.Fatal(err)
	}
	return p.ask("GET", "/api/v1/attempts/"+a.ID.String(), "").want(http.StatusOK).attempt()
}

// TestLearningModeExplainsWhatWasDecidedAndNothingElse listens as TestNothingUnrevealedIsEverTold does: of the expert's
// comments, those on the choices that were made may be told.
func TestLearningModeExplainsWhatWasDecidedAndNothingElse(t *testing.T) {
	p := start(t).guest(t)
	l := listener{t: t, sc: toxicCase(t), learning: true, reached: map[string]bool{"signal": true, "#fil": true}}
	p.heard = l.hear
	a := p.learning()
	if !a.Learning || a.Readers != api.ReadersTrainers || a.Explanation != nil {
		t.Fatalf("begins with learning %t, read by %s, explained %+v", a.Learning, a.Readers, a.Explanation)
	}
	explained := 0
	for play := []string{"?carnet", "attendre", "nommer-vague"}; a.Status == api.AttemptStatusInProgress; {
		move := a.Choices[0].ID
		if len(play) > 0 {
			move, play = play[0], play[1:]
		}
		l.expect(a.Node.ID, move)
		before := a
		a = p.move(a, move).want(http.StatusOK).attempt()
		resumed := p.ask("GET", path(a, ""), "").attempt()
		switch {
		case move == "?carnet":
			if a.Explanation != nil {
				t.Errorf("a look is explained: %+v", a.Explanation)
			}
			continue
		case a.Explanation == nil || resumed.Explanation == nil:
			t.Fatalf("%s is not explained", move)
		case a.Explanation.Step != before.Step || resumed.Explanation.Step != before.Step:
			t.Errorf("%s at step %d is explained as step %d, on resuming as %d", move, before.Step, a.Explanation.Step, resumed.Explanation.Step)
		case a.Explanation.ExpertHTML == nil:
			t.Errorf("%s is explained without a word of the expert's", move)
		}
		explained++
	}
	if explained < 3 || l.held == 0 {
		t.Errorf("%d explanations, %d secrets", explained, l.held)
	}
}
