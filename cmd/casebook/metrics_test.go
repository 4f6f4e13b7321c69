package main

import (
	"io"
	"net"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// inside asks the listener that shows the inside of the program.
func inside(t *testing.T, host, path string) (status int, body string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+host+path, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	return insideAs(t, req)
}

func insideAs(t *testing.T, req *http.Request) (status int, body string) {
	t.Helper()
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(data)
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return l.Addr().String()
}

func TestMetricsTellWhatIsAskedByThePatternsOfTheContract(t *testing.T) {
	at := freeAddress(t)
	s := start(t, "--metrics", at)
	p := s.guest(t)
	a := p.move(p.begin(), "appeler").want(http.StatusOK).attempt()
	p.move(a, "sortir").want(http.StatusUnprocessableEntity)
	p.ask("GET", "/api/v1/attempts/one-that-is-none", "").want(http.StatusNotFound)
	p.ask("GET", "/api/v1/secret-path", "").want(http.StatusNotFound)
	p.ask("BREW", "/api/v1/me", "").want(http.StatusMethodNotAllowed)
	p.ask("GET", "/some/page", "", "Accept: text/html")
	status, told := inside(t, at, "/metrics")
	if status != http.StatusOK {
		t.Fatalf("status %d: %s", status, told)
	}
	for _, want := range []string{
		`casebook_http_request_seconds_count{method="POST",route="/api/v1/attempts/{id}/decisions",status="200"} 1`,
		`casebook_http_request_seconds_count{method="POST",route="/api/v1/attempts/{id}/decisions",status="422"} 1`,
		`casebook_http_request_seconds_count{method="GET",route="/api/v1/attempts/{id}",status="404"} 1`,
		`casebook_http_request_seconds_count{method="GET",route="unknown",status="404"} 1`,
		`casebook_http_request_seconds_count{method="unknown",route="unknown",status="405"} 1`,
		`casebook_http_requests_in_flight{door="moves"} 0`,
		`casebook_http_requests_waiting{door="work"} 0`,
		`casebook_http_requests_refused_total{door="accounts"} 0`,
		`casebook_commit_changes_bucket{le="1"} 2`,
		`casebook_commit_changes_sum 2`,
		`casebook_changes_waiting 0`,
		`casebook_commits_failed_total 0`,
		"\ngo_goroutines ", "\nprocess_cpu_seconds_total ",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("it does not say %s", want)
		}
	}
	routes := regexp.MustCompile(`route="(/api[^"]*)"`).FindAllStringSubmatch(told, -1)
	if strings.Contains(told, "secret") || strings.Contains(told, "BREW") || strings.Contains(told, a.ID.String()) || len(routes) == 0 {
		t.Errorf("it says what a client chose: %s", told)
	}
	if t.Failed() {
		t.Log(told)
	}
}

func TestTheInsideIsShownOnItsOwnListenerOnly(t *testing.T) {
	at := freeAddress(t)
	s := start(t, "--metrics", at)
	for path, want := range map[string]int{
		"/debug/pprof/": 200, "/debug/pprof/heap": 200, "/debug/pprof/cmdline": 404, "/": 404, "/api/v1/me": 404,
	} {
		if status, body := inside(t, at, path); status != want {
			t.Errorf("%s is answered %d: %.80s", path, status, body)
		}
	}
	p := s.visitor(t)
	for _, path := range []string{"/metrics", "/debug/pprof/"} {
		p.ask("GET", path, "").want(http.StatusNotFound)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+at+"/metrics", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	req.Host = "elsewhere.example:80"
	if status, _ := insideAs(t, req); status != http.StatusMisdirectedRequest {
		t.Errorf("a page from elsewhere is answered %d", status)
	}
	s.stop()
	if conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", at); err == nil {
		_ = conn.Close()
		t.Error("somebody still listens after the end")
	}
}

func TestNothingIsShownUnlessAskedFor(t *testing.T) {
	p := start(t).visitor(t)
	for _, path := range []string{"/metrics", "/debug/pprof/"} {
		p.ask("GET", path, "").want(http.StatusNotFound)
	}
}
