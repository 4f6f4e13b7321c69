package main

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"

	"casebook/api"
)

func TestBadRequestsAreRefusedAndChangeNothing(t *testing.T) {
	p := start(t).guest(t)
	a := p.begin()
	decisions := path(a, "/decisions")
	for _, c := range []struct {
		name, method, path, body string
		headers                  []string
		status                   int
		code                     string
	}{
		{"a choice that is not on offer", "POST", decisions, `{"choice": "sortir", "step": 0}`, nil, 422, "not_available"},
		{"a choice that cannot exist", "POST", decisions, `{"choice": "NON !", "step": 0}`, nil, 422, "invalid_fields"},
		{"a look as a choice", "POST", decisions, `{"choice": "carnet", "step": 0}`, nil, 422, "not_available"},
		{"a step to come", "POST", decisions, `{"choice": "appeler", "step": 1}`, nil, 409, "stale_step"},
		{"a negative step", "POST", decisions, `{"choice": "appeler", "step": -1}`, nil, 422, "invalid_fields"},
		{"confidence out of bounds", "POST", decisions, `{"choice": "appeler", "step": 0, "confidence": 4}`, nil, 422, "invalid_fields"},
		{"a rationale too long", "POST", decisions, `{"choice": "appeler", "step": 0, "rationale": "` + strings.Repeat("é", 10001) + `"}`, nil, 422, "invalid_fields"},
		{"a field that is missing", "POST", decisions, `{"choice": "appeler"}`, nil, 400, "malformed_fields"},
		{"a field that is unknown", "POST", decisions, `{"choice": "appeler", "step": 0, "score": 100}`, nil, 400, "malformed_fields"},
		{"a field in other letters", "POST", decisions, `{"choice": "appeler", "step": 0, "Choice": "ecrire"}`, nil, 400, "malformed_fields"},
		{"a field of another type", "POST", decisions, `{"choice": "appeler", "step": "0"}`, nil, 400, "malformed_fields"},
		{"a field that is null", "POST", decisions, `{"choice": "appeler", "step": 0, "rationale": null}`, nil, 400, "malformed_fields"},
		{"a field twice", "POST", decisions, `{"choice": "appeler", "step": 0, "choice": "ecrire"}`, nil, 400, "duplicate_field"},
		{"a list", "POST", decisions, `[]`, nil, 400, "malformed_fields"},
		{"two documents", "POST", decisions, `{"choice": "appeler", "step": 0} {}`, nil, 400, "malformed"},
		{"half a document", "POST", decisions, `{"choice": "appeler", `, nil, 400, "malformed"},
		{"no document", "POST", decisions, ``, []string{"Content-Type: application/json"}, 400, "malformed"},
		{"a NUL", "POST", decisions, `{"choice": "appeler", "step": 0, "rationale": "\u0000"}`, nil, 400, "malformed"},
		{"not UTF-8", "POST", decisions, "{\"choice\": \"appeler\", \"step\": 0, \"rationale\": \"\xff\"}", nil, 400, "malformed"},
		{"YAML", "POST", decisions, "choice: appeler\nstep: 0\n", []string{"Content-Type: application/yaml"}, 415, "not_json"},
		{"a form", "POST", decisions, `choice=appeler&step=0`, []string{"Content-Type: application/x-www-form-urlencoded"}, 415, "not_json"},
		{"another charset", "POST", decisions, `{"choice": "appeler", "step": 0}`, []string{"Content-Type: application/json; charset=utf-16"}, 415, "not_json"},
		{"a huge body", "POST", decisions, `{"rationale": "` + strings.Repeat("a", 64<<10) + `"}`, nil, 413, "too_large"},
		{"a key too short", "POST", decisions, `{"choice": "appeler", "step": 0}`, []string{"Idempotency-Key: abc"}, 422, "invalid_fields"},
		{"an id that is none", "GET", "/api/v1/attempts/one", "", nil, 404, "not_found"},
		{"an id of nobody's", "GET", "/api/v1/attempts/01a2008d-49a6-7075-8f7a-21f9294a9092", "", nil, 404, "unknown_attempt"},
		{"a case that is none", "POST", "/api/v1/attempts", `{"scenario": "nope", "lang": "fr"}`, nil, 404, "unknown_scenario"},
		{"a language not spoken", "POST", "/api/v1/attempts", `{"scenario": "client-toxique", "lang": "de"}`, nil, 422, "invalid_fields"},
		{"a list in a language not spoken", "GET", "/api/v1/scenarios?lang=de", "", nil, 422, "invalid_fields"},
		{"an address that is none", "GET", "/api/v1/nothing", "", nil, 404, "not_found"},
		{"an address with a slash too many", "GET", "/api/v1/attempts/", "", nil, 404, "not_found"},
		{"a method that is none", "DELETE", path(a, ""), "", nil, 405, "method_not_allowed"},
		{"another site's form", "POST", decisions, `{"choice": "appeler", "step": 0}`, []string{"Origin: https://elsewhere.example"}, 403, "cross_origin"},
		{"another site's script", "POST", decisions, `{"choice": "appeler", "step": 0}`, []string{"Sec-Fetch-Site: cross-site"}, 403, "cross_origin"},
		{"time that is left", "POST", path(a, "/timeouts"), `{"step": 0}`, nil, 409, "time_is_left"},
		{"a file not shown", "GET", path(a, "/media/plan.png"), "", nil, 404, "unknown_media"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := p.in(t).ask(c.method, c.path, c.body, c.headers...)
			r.want(c.status, c.code)
			if got := r.header.Get("Content-Type"); got != "application/problem+json" {
				t.Errorf("content type %q", got)
			}
			if got := r.header.Get("Cache-Control"); got != "no-store" {
				t.Errorf("cache control %q", got)
			}
		})
	}
	if now := p.ask("GET", path(a, ""), "").attempt(); now.Step != 0 {
		t.Errorf("a refusal made a move: step %d", now.Step)
	}
}

func TestSentencesFollowTheReader(t *testing.T) {
	p := start(t).guest(t)
	for accepted, want := range map[string]string{
		"":                             "There is nothing",
		"fr":                           "Il n’y a rien",
		"fr-CA,fr;q=0.9,en;q=0.8":      "Il n’y a rien",
		"en-GB,en;q=0.9,fr;q=0.1":      "There is nothing",
		"de, fr;q=0.5":                 "Il n’y a rien",
		"*":                            "There is nothing",
		strings.Repeat("-", 3000):      "There is nothing",
		"zz;q=nonsense,,;;q==, fr;q=1": "There is nothing",
	} {
		var problem api.Problem
		p.ask("GET", "/api/v1/nothing", "", "Accept-Language: "+accepted).into(&problem)
		if !strings.HasPrefix(problem.Detail, want) {
			t.Errorf("%q is told %q", accepted, problem.Detail)
		}
	}
}

func TestEveryWrongFieldIsNamed(t *testing.T) {
	p := start(t).guest(t)
	a := p.begin()
	var problem api.Problem
	p.ask("POST", path(a, "/decisions"), `{"step": 0, "confidence": 9, "mood": 1}`, "Accept-Language: en").into(&problem)
	var told []string
	for _, f := range *problem.Fields {
		told = append(told, f.Field+": "+f.Detail)
	}
	want := "choice: it is missing.\nconfidence: the most is 3.\nmood: there is no such field here."
	if got := strings.Join(told, "\n"); got != want {
		t.Errorf("told\n%s\nwant\n%s", got, want)
	}
}

func TestALoginIsKeptInAStrictCookie(t *testing.T) {
	s := start(t)
	p := s.visitor(t)
	first := p.ask("POST", "/api/v1/guests", "").want(http.StatusCreated)
	cookie := first.header.Get("Set-Cookie")
	for _, want := range []string{"casebook_session=", "; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=7776000"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("%q lacks %q", cookie, want)
		}
	}
	if strings.Contains(cookie, "Secure") {
		t.Errorf("a cookie that http could not return: %q", cookie)
	}
	var before, after api.Account
	first.into(&before)
	again := p.ask("POST", "/api/v1/guests", "").want(http.StatusOK)
	again.into(&after)
	if sign := strings.Join(again.header.Values("Set-Cookie"), "\n"); !strings.Contains(sign, "casebook_signed_in="+after.ID.String()+"; Path=/; Max-Age=77") || strings.Contains(sign, "HttpOnly") {
		t.Errorf("the frontend is told by %q", sign)
	}
	if before.ID != after.ID {
		t.Error("a second guest was opened for somebody who is signed in")
	}
	me := p.ask("GET", "/api/v1/me", "").want(http.StatusOK)
	if c := me.header.Get("Set-Cookie"); c != "" {
		t.Errorf("a read renews the cookie: %q", c)
	}
	overTLS := s.visitor(t).ask("POST", "/api/v1/guests", "", "X-Forwarded-Proto: https")
	if c := overTLS.header.Get("Set-Cookie"); !strings.Contains(c, "; Secure") {
		t.Errorf("behind TLS the cookie is %q", c)
	}
	s.visitor(t).ask("GET", "/api/v1/me", "", "Cookie: casebook_session=forged").want(http.StatusUnauthorized, "not_signed_in")
}

func TestTheFrontendIsToldWhoseTheLoginIs(t *testing.T) {
	s := start(t)
	admin := s.admin(t).me()
	signOf := func(a reply) string {
		for _, c := range a.header.Values("Set-Cookie") {
			if sign, found := strings.CutPrefix(c, "casebook_signed_in="); found {
				return sign
			}
		}
		return ""
	}
	p := s.visitor(t)
	opened := p.ask("POST", "/api/v1/guests", "").want(http.StatusCreated)
	if sign, guest := signOf(opened), p.me().ID.String(); !strings.HasPrefix(sign, guest) {
		t.Errorf("a guest's sign is %q, want that of %s", sign, guest)
	}
	in := p.logIn("ada@example.org", good).want(http.StatusOK)
	if sign := signOf(in); !strings.HasPrefix(sign, admin.ID.String()) {
		t.Errorf("the sign of whoever has logged in is %q, want that of %s", sign, admin.ID)
	}
	token, _, _ := strings.Cut(in.header.Get("Set-Cookie"), ";")
	stale := s.visitor(t).ask("GET", "/api/v1/me", "", "Cookie: "+token+"; casebook_signed_in="+uuid.NewString()).want(http.StatusOK)
	if sign := signOf(stale); !strings.HasPrefix(sign, admin.ID.String()) {
		t.Errorf("a sign of somebody else is left as it was: %q", sign)
	}
	if sign := signOf(p.ask("POST", "/api/v1/logouts", "").want(http.StatusOK)); !strings.Contains(sign, "Max-Age=0") {
		t.Errorf("whoever has logged out leaves the sign %q", sign)
	}
}
