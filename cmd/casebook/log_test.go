package main

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// TestTheLogHoldsNobodysWords plays a journey in which everything typed is a word found nowhere else, then looks for
// those words, for ids and for secrets in what was logged of it.
func TestTheLogHoldsNobodysWords(t *testing.T) {
	s := start(t, "--verbose")
	setup := s.setupToken(t)
	comer := s.visitor(t)
	comer.ask("POST", "/api/v1/links/uses", `{"token": "`+setup+`", "name": "zyxnom", "email": "zyx@example.org", "password": "zyxsecret tout a fait neuf"}`).
		want(http.StatusOK)
	comer.ask("POST", "/api/v1/links/uses", `{"token": "`+setup+`", "password": "zyxsecret tout a fait neuf"}`).want(http.StatusNotFound)
	comer.ask("POST", "/api/v1/logins", `{"email": "zyx@example.org", "password": "zyxfaux"}`).want(http.StatusUnauthorized)
	comer.ask("POST", "/api/v1/password-requests", `{"email": "zyx@example.org"}`).want(http.StatusAccepted)
	comer.ask("GET", "/api/v1/accounts?search=zyxcherche", "").want(http.StatusOK)
	comer.ask("GET", "/link/"+setup, "", "Accept: text/html")
	p := s.guest(t)
	a := p.begin()
	p.ask("PUT", path(a, "/draft"), `{"step": 0, "revision": 0, "choice": "appeler", "rationale": "zyxbrouillon"}`).want(http.StatusOK)
	p.ask("PUT", path(a, "/draft"), `{"step": 0, "revision": 0, "rationale": "zyxrival"}`).want(http.StatusConflict)
	p.ask("POST", path(a, "/decisions"), `{"choice": "appeler", "step": 0, "rationale": "zyxraison"}`, "Idempotency-Key: zyxclef-once").want(http.StatusOK)
	p.ask("POST", path(a, "/decisions"), `{"choice": "zyxchoix", "step": 1}`).want(http.StatusUnprocessableEntity)
	p.ask("POST", path(a, "/decisions"), `{"zyxchamp": 1, "zyxchamp": 2}`).want(http.StatusBadRequest)
	p.ask("POST", path(a, "/decisions"), `{"zyxcoupe": `).want(http.StatusBadRequest)
	p.ask("GET", "/api/v1/zyxadresse?q=zyxquestion", "", "User-Agent: zyxagent", "Referer: http://zyxreferent/").want(http.StatusNotFound)
	p.ask("GET", "/api/v1/me", "", "Cookie: casebook_session=zyxcookie").want(http.StatusUnauthorized)
	a = p.play(p.ask("GET", path(a, ""), "").attempt())
	p.ask("PUT", path(a, "/reflection"), `{"reaction": "zyxreaction", "principle": "zyxprincipe", "commitment": {"when": "zyxquand", "then": "zyxalors"}}`).
		want(http.StatusOK)
	secrets := []string{"zyx", setup, a.ID.String(), "127.0.0.1"}
	at, err := url.Parse(s.url)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range p.browser.Jar.Cookies(at) {
		if c.Name == "casebook_session" {
			secrets = append(secrets, c.Value)
		}
	}
	if len(secrets) != 5 {
		t.Fatal("there is no login to look for")
	}

	s.stop()
	said := s.log.String()
	for _, secret := range secrets {
		if i := strings.Index(said, secret); i >= 0 {
			t.Errorf("the log holds %q: …%.200s", secret, said[max(0, i-100):])
		}
	}
	told := map[string]bool{}
	for line := range strings.Lines(said) {
		var entry struct {
			Msg, Method, Route string
			Status             int
		}
		if err := json.Unmarshal([]byte(line), &entry); err != nil {
			t.Fatalf("a line that is no JSON: %s", line)
		}
		if entry.Msg == "request" {
			told[entry.Method+" "+entry.Route+" "+http.StatusText(entry.Status)] = true
		}
	}
	for _, want := range []string{
		"POST /api/v1/attempts/{id}/decisions OK", "POST /api/v1/attempts/{id}/decisions Bad Request",
		"PUT /api/v1/attempts/{id}/draft Conflict", "GET unknown Not Found",
	} {
		if !told[want] {
			t.Errorf("the log does not tell of %s", want)
		}
	}
	if t.Failed() {
		var lines []string
		for line := range told {
			lines = append(lines, line)
		}
		slices.Sort(lines)
		t.Log(strings.Join(lines, "\n"))
	}
}
