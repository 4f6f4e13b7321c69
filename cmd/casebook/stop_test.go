package main

import (
	"errors"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

func TestAServerThatIsAskedToStopSaysSoAndGoesOnForAWhile(t *testing.T) {
	s := start(t, "--drain", "1s")
	p := s.guest(t)
	a := p.begin()
	p.ask("GET", "/readyz", "").want(http.StatusOK)
	s.ask()
	if told := p.ask("GET", "/readyz", "").want(http.StatusServiceUnavailable, "stopping"); told.header.Get("Retry-After") == "" {
		t.Error("it does not say when to come back")
	}
	p.ask("GET", "/healthz", "").want(http.StatusOK)
	p.move(a, "appeler").want(http.StatusOK)
	if code := s.stop(); code != fine {
		t.Errorf("exit code %d", code)
	}
	if strings.Contains(s.log.String(), `"level":"ERROR"`) {
		t.Errorf("a stop is logged as a failure: %s", s.log)
	}
}

// Everybody keeps a connection and sends the next request as soon as the last is answered. Once the server is gone,
// nobody listens any more; but no request that found somebody is left without an answer.
func TestNoRequestIsLostInAStop(t *testing.T) {
	s := start(t)
	p := s.guest(t)
	a := p.begin()
	site, err := url.Parse(s.url)
	if err != nil {
		t.Fatal(err)
	}
	var answered atomic.Int64
	var all sync.WaitGroup
	for range 16 {
		jar, err := cookiejar.New(nil)
		if err != nil {
			t.Fatal(err)
		}
		jar.SetCookies(site, p.browser.Jar.Cookies(site))
		client := http.Client{Jar: jar, Transport: &http.Transport{}}
		all.Go(func() {
			for {
				req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+path(a, "/decisions"), strings.NewReader(`{"choice": "appeler", "step": 9}`))
				if err != nil {
					t.Error(err)
					return
				}
				req.Header.Set("Content-Type", "application/json")
				res, err := client.Do(req)
				if errors.Is(err, syscall.ECONNREFUSED) {
					return
				}
				if err != nil {
					t.Errorf("after %d answers: %v", answered.Load(), err)
					return
				}
				_, err = io.Copy(io.Discard, res.Body)
				if res.Body.Close(); err != nil || res.StatusCode != http.StatusConflict {
					t.Errorf("status %d, %v", res.StatusCode, err)
				}
				answered.Add(1)
			}
		})
	}
	for answered.Load() < 100 && !t.Failed() {
		time.Sleep(time.Millisecond)
	}
	if code := s.stop(); code != fine {
		t.Errorf("exit code %d", code)
	}
	all.Wait()
}
