package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"

	"casebook/api"
	"casebook/internal/store"
	"casebook/internal/web"
)

// english is an environment in which sentences are English.
func english(string) string { return "" }

// invoke runs the program to its end.
func invoke(getenv func(string) string, args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(""), &out, &err, getenv)
	return code, out.String(), err.String()
}

// site is a running `casebook serve`.
type site struct {
	url, database string
	log           *log
	said          *log              // what it prints once it is ready
	ask           func()            // to stop, as Ctrl+C does
	stop          func() (code int) // asks, and waits for the end
}

// log is what the program writes on stderr.
type log struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// stocked is a database in which the cases that ship have been published, but for the client who shouts, who takes the
// place of the one under his id. It is made once: cases are checked when they are published, which takes its time.
var stocked = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "casebook-test-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	file := filepath.Join(dir, "casebook.db")
	cases, err := readCases([]string{shouted})
	if err != nil {
		return nil, err
	}
	st, err := store.Open(context.Background(), file, store.Options{Now: now})
	if err != nil {
		return nil, err
	}
	_, err = furnish(context.Background(), st, cases, "", web.Services{Log: slog.New(slog.DiscardHandler)})
	if err := errors.Join(err, st.Close()); err != nil {
		return nil, err
	}
	return os.ReadFile(file)
})

// start serves a database until the test ends: a stocked one, unless args name another. Without folders of cases, the
// client who shouts takes the place of the case that ships under his id.
func start(t *testing.T, args ...string) *site {
	t.Helper()
	return startIn(t, english, args...)
}

// startIn is start in an environment.
func startIn(t *testing.T, getenv func(string) string, args ...string) *site {
	t.Helper()
	s := &site{database: filepath.Join(t.TempDir(), "casebook.db"), log: &log{}, said: &log{}}
	if i := slices.Index(args, "--database"); i >= 0 {
		s.database = args[i+1]
	} else if stock, err := stocked(); err != nil {
		t.Fatal(err)
	} else if err := os.WriteFile(s.database, stock, 0o600); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(args, "--scenarios") {
		args = append(args, "--scenarios", shouted)
	}
	ctx, cancel := context.WithCancel(context.Background())
	out, in := io.Pipe()
	s.ask = cancel
	ended := make(chan int, 1)
	go func() {
		args := append([]string{"serve", "--addr", "127.0.0.1:0", "--database", s.database}, args...)
		ended <- run(ctx, args, strings.NewReader(""), in, s.log, getenv)
		_ = in.Close()
	}()
	s.stop = sync.OnceValue(func() int {
		cancel()
		return <-ended
	})
	t.Cleanup(func() {
		if code := s.stop(); code != fine || t.Failed() {
			t.Logf("exit code %d\n%s", code, s.log)
		}
	})
	lines := bufio.NewReader(out)
	line, err := lines.ReadString('\n')
	if err != nil {
		t.Fatalf("serve did not start: exit code %d\n%s", s.stop(), s.log)
	}
	go func() { _, _ = io.Copy(s.said, lines) }()
	from := strings.Index(line, "http://")
	s.url, _, _ = strings.Cut(line[from:], "/ ")
	return s
}

// person is somebody at a browser, with cookies of their own. Every answer they get is held against the contract.
type person struct {
	t       *testing.T
	site    *site
	browser http.Client
	heard   func(reply)
}

func (s *site) visitor(t *testing.T) *person {
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &person{t: t, site: s, browser: http.Client{Jar: jar}}
}

// guest is a visitor with a login.
func (s *site) guest(t *testing.T) *person {
	t.Helper()
	p := s.visitor(t)
	p.ask("POST", "/api/v1/guests", "").want(http.StatusCreated)
	return p
}

// in is the same person, in a subtest.
func (p person) in(t *testing.T) *person {
	p.t = t
	return &p
}

// reply is an answer, read.
type reply struct {
	t      *testing.T
	status int
	header http.Header
	body   []byte
}

// ask sends a request; headers are given as "Name: value".
func (p *person) ask(method, path, body string, headers ...string) reply {
	p.t.Helper()
	req, err := http.NewRequestWithContext(p.t.Context(), method, p.site.url+path, strings.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		req.Header.Set(name, value)
	}
	res, err := p.browser.Do(req)
	if err != nil {
		p.t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	r := reply{p.t, res.StatusCode, res.Header, data}
	r.keepsTheContract(req)
	if p.heard != nil {
		p.heard(r)
	}
	return r
}

// want checks the status, and the code when it is a problem.
func (r reply) want(status int, code ...string) reply {
	r.t.Helper()
	var problem struct{ Code string }
	if r.status != status {
		r.t.Fatalf("status %d, want %d: %s", r.status, status, r.body)
	}
	if len(code) == 1 {
		r.into(&problem)
		if problem.Code != code[0] {
			r.t.Fatalf("code %q, want %q: %s", problem.Code, code[0], r.body)
		}
	}
	return r
}

func (r reply) into(v any) {
	r.t.Helper()
	if err := json.Unmarshal(r.body, v); err != nil {
		r.t.Fatalf("%v in %s", err, r.body)
	}
}

func (r reply) attempt() (a api.Attempt) {
	r.t.Helper()
	r.into(&a)
	return a
}

// files are what is answered as it is, beside JSON and zips.
var files = []string{
	"text/csv", "application/pdf", "application/jsonl", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

var contract = sync.OnceValues(func() (routers.Router, error) {
	doc, err := openapi3.NewLoader().LoadFromData(api.Document)
	if err != nil {
		return nil, err
	}
	for _, kind := range files {
		openapi3filter.RegisterBodyDecoder(kind, openapi3filter.FileBodyDecoder)
	}
	doc.Servers = nil // "/", which the router cannot hold against a whole address
	return legacy.NewRouter(doc)
})

// keepsTheContract holds an answer of the API against openapi.yaml.
func (r reply) keepsTheContract(req *http.Request) {
	r.t.Helper()
	router, err := contract()
	if err != nil {
		r.t.Fatal(err)
	}
	route, params, err := router.FindRoute(req)
	if err != nil {
		if strings.HasPrefix(req.URL.Path, "/api/") && r.status != http.StatusNotFound && r.status != http.StatusMethodNotAllowed {
			r.t.Errorf("%s %s is not in the contract: %v", req.Method, req.URL.Path, err)
		}
		return
	}
	err = openapi3filter.ValidateResponse(r.t.Context(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: req, PathParams: params, Route: route},
		Status:                 r.status, Header: r.header, Body: io.NopCloser(bytes.NewReader(r.body)),
	})
	if err != nil {
		r.t.Errorf("%s %s breaks the contract: %v", req.Method, req.URL.Path, err)
	}
}
