package main

import (
	"fmt"
	"net/http"
	"testing"

	"casebook/api"
)

const toxic = "client-toxique"

// begin begins the case of the client who shouts, in French.
func (p *person) begin() api.Attempt {
	p.t.Helper()
	return p.ask("POST", "/api/v1/attempts", `{"scenario": "client-toxique", "lang": "fr"}`).
		want(http.StatusCreated).attempt()
}

func path(a api.Attempt, rest string) string { return "/api/v1/attempts/" + a.ID.String() + rest }

// move makes a move, written as the contract does: a choice's id, or ? and a look's.
func (p *person) move(a api.Attempt, move string, headers ...string) reply {
	p.t.Helper()
	if move[0] == '?' {
		return p.ask("POST", path(a, "/looks"), fmt.Sprintf(`{"look": %q, "step": %d}`, move[1:], a.Step), headers...)
	}
	return p.ask("POST", path(a, "/decisions"), fmt.Sprintf(`{"choice": %q, "step": %d}`, move, a.Step), headers...)
}

// play makes moves until the attempt ends: those given, then the first on offer.
func (p *person) play(a api.Attempt, moves ...string) api.Attempt {
	p.t.Helper()
	for a.Status == api.AttemptStatusInProgress {
		move := a.Choices[0].ID
		if len(moves) > 0 {
			move, moves = moves[0], moves[1:]
		}
		a = p.move(a, move).want(http.StatusOK).attempt()
	}
	return a
}

func TestACaseIsPlayedToItsDebrief(t *testing.T) {
	p := start(t).guest(t)
	a := p.begin()
	if a.Node.ID != "signal" || len(a.Choices) != 3 || len(a.Looks) != 3 || len(a.Exhibits) != 1 {
		t.Fatalf("begun at %+v", a)
	}
	a = p.move(a, "?carnet").want(http.StatusOK).attempt()
	if a.Step != 1 || len(a.Exhibits) != 1 || a.Exhibits[0].ID != "carnet" || len(a.Gauges) != 1 || a.Gauges[0].Value != 10 || a.Gauges[0].Change != -15 {
		t.Fatalf("after the look %+v", a)
	}
	p.ask("GET", path(a, "/debrief"), "").want(http.StatusConflict, "not_ended")
	a = p.play(a, "appeler", "nommer")
	if a.Node.Kind != api.NodeKindEnding || len(a.Choices) != 0 || a.EndedAt == nil {
		t.Fatalf("ended at %+v", a)
	}
	var d api.Debrief
	p.ask("GET", path(a, "/debrief"), "").want(http.StatusOK).into(&d)
	if d.Ending != a.Node.ID || len(d.Moves) != a.Step || d.Cap != 49 || d.Best != 43.6 || len(d.Chance) != 1 {
		t.Errorf("debrief %+v", d)
	}
	var w api.WhatIf
	p.ask("POST", path(a, "/what-ifs"), `{"step": 1, "choice": "ecrire"}`).want(http.StatusOK).into(&w)
	if w.Original.Total != d.Total || w.Moves[1].Origin != api.WhatIfMoveOriginChanged {
		t.Errorf("what if %+v", w)
	}
	p.ask("PUT", path(a, "/reflection"), `{"principle": "Nommer tôt.", "commitment": {"when": "un mail me blesse", "then": "j’appelle", "date": "2026-12-01"}}`).
		want(http.StatusOK)
	p.ask("GET", path(a, "/debrief"), "").into(&d)
	if d.Reflection.Commitment == nil || *d.Reflection.Commitment.Date != "2026-12-01" {
		t.Errorf("reflection %+v", d.Reflection)
	}
	p.ask("POST", path(a, "/decisions"), fmt.Sprintf(`{"choice": "appeler", "step": %d}`, a.Step)).want(http.StatusConflict, "attempt_ended")
}

func TestARetryIsAnsweredAsTheFirstWas(t *testing.T) {
	p := start(t).guest(t)
	a := p.begin()
	const key = "Idempotency-Key: 5e1f0f7c-once"
	first := p.move(a, "appeler", key).want(http.StatusOK)
	again := p.move(a, "appeler", key).want(http.StatusOK)
	if string(first.body) != string(again.body) {
		t.Errorf("first %s\nagain %s", first.body, again.body)
	}
	p.move(first.attempt(), "ultimatum").want(http.StatusOK)
	later := p.move(a, "appeler", key).want(http.StatusOK).attempt()
	if later.Step != 1 || later.Node.ID != "appel" {
		t.Errorf("a late retry stands at step %d, %s", later.Step, later.Node.ID)
	}
	p.move(a, "appeler", "Idempotency-Key: another-key").want(http.StatusConflict, "stale_step")
	p.move(a, "ecrire", key).want(http.StatusConflict, "stale_step")
}

func TestADraftOutlivesARestartAndIsNeverOverwrittenUnseen(t *testing.T) {
	p := start(t).guest(t)
	a := p.begin()
	p.ask("PUT", path(a, "/draft"), `{"step": 0, "revision": 0, "choice": "appeler", "rationale": "Un appel", "read": ["fil"]}`).want(http.StatusOK)
	conflict := p.ask("PUT", path(a, "/draft"), `{"step": 0, "revision": 0, "rationale": "Un courriel"}`).
		want(http.StatusConflict, "draft_conflict")
	var problem api.Problem
	conflict.into(&problem)
	if problem.Draft == nil || problem.Draft.Rationale != "Un appel" || problem.Draft.Revision != 1 {
		t.Errorf("the conflict carries %+v", problem.Draft)
	}
	p.ask("PUT", path(a, "/draft"), `{"step": 0, "revision": 1, "rationale": "Un courriel"}`).want(http.StatusOK)
	kept := p.ask("GET", path(a, ""), "").want(http.StatusOK).attempt()
	if kept.Draft == nil || kept.Draft.Rationale != "Un courriel" || kept.Draft.Revision != 2 {
		t.Errorf("kept %+v", kept.Draft)
	}
}

func TestAttemptsBelongToThoseWhoPlayThem(t *testing.T) {
	s := start(t)
	mine, theirs := s.guest(t), s.guest(t)
	a := mine.begin()
	ended := mine.play(mine.begin(), "?carnet", "appeler")
	for _, ask := range []struct{ method, path, body string }{
		{"GET", path(a, ""), ""},
		{"POST", path(a, "/looks"), `{"look": "carnet", "step": 0}`},
		{"POST", path(a, "/decisions"), `{"choice": "appeler", "step": 0}`},
		{"POST", path(a, "/timer"), `{"step": 0}`},
		{"POST", path(a, "/timeouts"), `{"step": 0}`},
		{"PUT", path(a, "/draft"), `{"step": 0, "revision": 0}`},
		{"PUT", path(a, "/settings"), `{"lang": "en"}`},
		{"POST", path(a, "/abandon"), `{"step": 0}`},
		{"GET", path(a, "/media/plan.png"), ""},
		{"GET", path(ended, "/debrief"), ""},
		{"PUT", path(ended, "/reflection"), `{}`},
		{"POST", path(ended, "/what-ifs"), `{"step": 0, "choice": "appeler"}`},
	} {
		theirs.ask(ask.method, ask.path, ask.body).want(http.StatusNotFound)
	}
	var list struct{ Attempts []api.AttemptSummary }
	theirs.ask("GET", "/api/v1/attempts", "").want(http.StatusOK).into(&list)
	if list.Attempts == nil || len(list.Attempts) != 0 {
		t.Errorf("theirs lists %v", list.Attempts)
	}
	mine.ask("GET", "/api/v1/attempts", "").want(http.StatusOK).into(&list)
	if len(list.Attempts) != 2 || list.Attempts[0].ID != ended.ID {
		t.Errorf("mine lists %v", list.Attempts)
	}
	if now := mine.ask("GET", path(a, ""), "").attempt(); now.Step != 0 || now.Lang != api.LangFr || now.Draft != nil {
		t.Errorf("somebody else changed mine: %+v", now)
	}
}
