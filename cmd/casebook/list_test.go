package main

import (
	"net/http"
	"testing"

	"github.com/google/uuid"

	"casebook/api"
)

func TestAttemptsAreListedInPages(t *testing.T) {
	p := start(t).guest(t)
	first, second, third := p.begin(), p.begin(), p.begin()
	list := func(query string) (ids []uuid.UUID, next string) {
		t.Helper()
		var page struct {
			Attempts []api.AttemptSummary
			Next     string
		}
		p.ask("GET", "/api/v1/attempts"+query, "").want(http.StatusOK).into(&page)
		for _, a := range page.Attempts {
			ids = append(ids, a.ID)
		}
		return ids, page.Next
	}
	ids, next := list("?limit=2")
	if len(ids) != 2 || ids[0] != third.ID || ids[1] != second.ID || next != second.ID.String() {
		t.Errorf("first %v, then %q", ids, next)
	}
	if ids, next := list("?limit=2&before=" + next); len(ids) != 1 || ids[0] != first.ID || next != "" {
		t.Errorf("at last %v, then %q", ids, next)
	}
	if ids, next := list(""); len(ids) != 3 || next != "" {
		t.Errorf("at once %v, then %q", ids, next)
	}
	for _, query := range []string{"?limit=0", "?limit=101", "?limit=all", "?before=yesterday"} {
		if r := p.ask("GET", "/api/v1/attempts"+query, ""); r.status != http.StatusUnprocessableEntity && r.status != http.StatusBadRequest {
			t.Errorf("%s is answered %d %s", query, r.status, r.body)
		}
	}
}
