package main

import (
	"net/http"
	"strconv"
	"testing"
)

func TestANetworkThatOpensTooManyAccountsIsAskedToWait(t *testing.T) {
	s := start(t, "--behind-proxy")
	open := func(from string) reply {
		return s.visitor(t).ask("POST", "/api/v1/guests", "", "Accept-Language: fr", "X-Forwarded-For: 203.0.113.9, "+from)
	}
	for i := range 300 {
		if r := open("198.51.100.7"); r.status != http.StatusCreated {
			t.Fatalf("guest %d: %d %s", i, r.status, r.body)
		}
	}
	refused := open("198.51.100.7").want(http.StatusTooManyRequests, "too_many_guests")
	if after, err := strconv.Atoi(refused.header.Get("Retry-After")); err != nil || after < 1 || after > 600 {
		t.Errorf("to wait %q", refused.header.Get("Retry-After"))
	}
	open("198.51.100.8").want(http.StatusCreated)
	known := s.visitor(t)
	known.ask("POST", "/api/v1/guests", "", "X-Forwarded-For: 198.51.100.8").want(http.StatusCreated)
	known.ask("POST", "/api/v1/guests", "", "X-Forwarded-For: 198.51.100.7").want(http.StatusOK)
}
