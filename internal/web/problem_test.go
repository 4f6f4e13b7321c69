package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"testing"
	"time"

	"casebook/api"
	"casebook/internal/attempt"
	"casebook/internal/fault"
)

// answered is what a client gets for an error.
func answered(t *testing.T, err error) (api.Problem, *httptest.ResponseRecorder) {
	t.Helper()
	w := httptest.NewRecorder()
	r := httptest.NewRequestWithContext(t.Context(), "GET", "/api/v1/me", nil)
	r.Header.Set("Accept-Language", "fr")
	problems{slog.New(slog.DiscardHandler)}.write(w, r, err)
	var p api.Problem
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatal(err)
	}
	return p, w
}

func TestEveryKindOfFaultHasItsStatus(t *testing.T) {
	text := fault.Text{FR: "Non.", EN: "No."}
	for kind, status := range map[fault.Kind]int{
		fault.Invalid: 422, fault.Malformed: 400, fault.Unauthorized: 401, fault.NotFound: 404, fault.Conflict: 409,
		fault.TooLarge: 413, fault.Unsupported: 415, fault.Unavailable: 503, fault.Full: 507,
		fault.TooMany: 429,
	} {
		p, w := answered(t, fmt.Errorf("while doing: %w", fault.New(kind, "no", text).Because(errors.New("secret"))))
		if w.Code != status || p.Status != status || p.Code != "no" || p.Detail != "Non." || p.Title == "" || p.Type != "about:blank" {
			t.Errorf("kind %d is answered %d %+v", kind, w.Code, p)
		}
		if retry := w.Header().Get("Retry-After"); (retry != "") != (status == 503) {
			t.Errorf("kind %d: retry after %q", kind, retry)
		}
	}
	if _, w := answered(t, fault.New(fault.TooMany, "no", text).With("retry_after", 90500*time.Millisecond)); w.Header().Get("Retry-After") != "91" {
		t.Errorf("to try again after %q", w.Header().Get("Retry-After"))
	}
	if p, w := answered(t, errors.New("secret")); w.Code != 500 || p.Code != "internal" {
		t.Errorf("a failure is answered %d %+v", w.Code, p)
	}
	if _, w := answered(t, fmt.Errorf("reading: %w", context.DeadlineExceeded)); w.Code != 503 {
		t.Errorf("a late answer is answered %d", w.Code)
	}
}

func TestAProblemCarriesWhatTheFaultHas(t *testing.T) {
	kept := attempt.Draft{Step: 3, Revision: 2, Rationale: "Parce que", SavedAt: time.Unix(0, 0).UTC()}
	p, _ := answered(t, fault.New(fault.Conflict, "no", fault.Text{FR: "Non."}).With("step", 3).With("draft", kept))
	if p.Step == nil || *p.Step != 3 || p.Draft == nil || p.Draft.Rationale != "Parce que" || p.Draft.Read == nil {
		t.Errorf("carries %+v", p)
	}
}
