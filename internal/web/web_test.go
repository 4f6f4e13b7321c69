package web

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"casebook/api"
	"casebook/internal/account"
)

// nobody is a store in which nobody is logged in.
type nobody struct{ account.Store }

func (nobody) Login(context.Context, account.Digest) (account.Login, bool, error) {
	return account.Login{}, false, nil
}

// bare is the handler without a domain behind it: enough for what is answered before, or without it.
func bare(t testing.TB, ready func(context.Context) error, frontend fs.FS, log *strings.Builder) http.Handler {
	t.Helper()
	h, err := New(Services{
		Accounts: account.New(nobody{}, nil, time.Now), Ready: ready, Frontend: frontend,
		Log: slog.New(slog.NewJSONHandler(log, nil)), Now: time.Now, Version: "test",
	})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func ask(h http.Handler, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequestWithContext(context.Background(), method, path, strings.NewReader(body))
	for _, line := range headers {
		name, value, _ := strings.Cut(line, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestTheContractIsValid(t *testing.T) {
	doc, err := openapi3.NewLoader().LoadFromData(api.Document)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestEveryOperationHasARouteAndAsksForALoginUnlessItIsOpen(t *testing.T) {
	open := map[string]bool{
		"createGuest": true, "listScenarios": true, "getHealth": true, "getReadiness": true, "lookAtInvitation": true, "getWays": true, "logIn": true,
		"forgetPassword": true, "viewLink": true, "useLink": true, "beginOIDC": true, "endOIDC": true,
	}
	k, err := readContract()
	if err != nil {
		t.Fatal(err)
	}
	h := bare(t, nil, fstest.MapFS{}, new(strings.Builder))
	for _, o := range k.operations {
		route := o.route
		id := route.Operation.OperationID
		if o.private == open[id] {
			t.Errorf("%s: private is %t", id, o.private)
		}
		const someID = "01a2008d-49a6-7075-8f7a-21f9294a9092"
		path := strings.NewReplacer(
			"{id}", someID, "{account}", someID, "{invitation}", someID, "{assignment}", someID, "{name}", "plan.png", "{code}", "A1B2C",
			"{scenario}", "client", "{version}", "1",
		).Replace(route.Path)
		if open[id] {
			if w := ask(h, http.MethodTrace, path, ""); w.Code != http.StatusMethodNotAllowed {
				t.Errorf("%s has no route: %d", id, w.Code)
			}
			continue
		}
		if w := ask(h, route.Method, path, "{}", "Content-Type: application/json"); w.Code != http.StatusUnauthorized {
			t.Errorf("%s answers a stranger %d", id, w.Code)
		}
	}
}

func TestAStrangersBodyIsNotRead(t *testing.T) {
	h := bare(t, nil, fstest.MapFS{}, new(strings.Builder))
	if w := ask(h, "POST", "/api/v1/attempts", strings.Repeat("x", maxBody*2)); w.Code != http.StatusUnauthorized {
		t.Errorf("status %d", w.Code)
	}
}

func TestAFailureTellsNothingAndIsLogged(t *testing.T) {
	for name, fail := range map[string]func(context.Context) error{
		"an error": func(context.Context) error { return errors.New("secret: disk sda1") },
		"a panic":  func(context.Context) error { panic("secret: disk sda1") },
	} {
		t.Run(name, func(t *testing.T) {
			var log strings.Builder
			w := ask(bare(t, fail, fstest.MapFS{}, &log), "GET", "/readyz", "", "Accept-Language: fr")
			if w.Code < 500 || strings.Contains(w.Body.String(), "secret") {
				t.Errorf("status %d, %s", w.Code, w.Body)
			}
			if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
				t.Errorf("content type %q", got)
			}
			if !strings.Contains(log.String(), "secret: disk sda1") || !strings.Contains(log.String(), `"level":"ERROR"`) {
				t.Errorf("log %s", log.String())
			}
			if name == "an error" && (w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "") {
				t.Errorf("status %d, retry after %q", w.Code, w.Header().Get("Retry-After"))
			}
		})
	}
}

func TestEveryAnswerCarriesTheHeadersThatGuardIt(t *testing.T) {
	h := bare(t, func(context.Context) error { return nil }, built, new(strings.Builder))
	for _, path := range []string{"/", "/assets/index-1a2b.js", "/nothing.js", "/api/v1/me", "/api/v1/nothing", "/healthz", "/readyz"} {
		w := ask(h, "GET", path, "", "Accept: text/html")
		for name, want := range map[string]string{
			"Content-Security-Policy":      "script-src 'self'",
			"X-Content-Type-Options":       "nosniff",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Referrer-Policy":              "same-origin",
		} {
			if got := w.Header().Get(name); !strings.Contains(got, want) {
				t.Errorf("%s: %s is %q", path, name, got)
			}
		}
		if got := w.Header().Get("Content-Security-Policy"); strings.Contains(got, "unsafe") || !strings.Contains(got, "object-src 'none'") {
			t.Errorf("%s: policy %q", path, got)
		}
	}
}
