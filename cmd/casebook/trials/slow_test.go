//go:build trials

package trials

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestSlowClients(t *testing.T) {
	r := trial(t, "800 slow clients, SQLite")
	s := product.serve(t, filepath.Join(t.TempDir(), "casebook.db"))
	c := guests(t, s.url, 8)
	c.pause = 20 * time.Millisecond
	var cut int
	p99 := promptly(t, 100*time.Millisecond, "others than the slow ones", func() []answer {
		cut = trickled(t, s.addr, c.people[0].cookie, func() {
			time.Sleep(2 * time.Second) // all have come
			c.forget()
			c.while(t.Context(), func() { time.Sleep(6 * time.Second) })
		})
		return c.answers("")
	})
	r.saw("others' p99 %v of %d answers; %d slow ones were cut off", p99, len(c.answers("")), cut)
	c.plain(t)
	if cut < 100 {
		t.Errorf("only %d slow clients were cut off", cut)
	}
	waited := fewPlaces(t)
	r.caught(waited > 100*time.Millisecond, "a server that reads bodies in 64 places makes others wait %v", waited)
}

// trickled keeps 800 connections busy meanwhile: half of them with a head that does not end, half with a body that does
// not. It answers how many the server has cut off.
func trickled(t *testing.T, addr, cookie string, meanwhile func()) int {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	var cut atomic.Int64
	var all sync.WaitGroup
	for i := range 800 {
		head := fmt.Sprintf("POST /api/v1/attempts HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nX-Slow: ", addr, cookie)
		if i%2 == 0 {
			head = strings.Replace(head, "X-Slow: ", "Content-Type: application/json\r\nContent-Length: 10000\r\n\r\n", 1)
		}
		all.Go(func() {
			for ctx.Err() == nil {
				trickle(ctx, addr, head)
				if ctx.Err() == nil {
					cut.Add(1)
				}
			}
		})
	}
	meanwhile()
	stop()
	all.Wait()
	return int(cut.Load())
}

// trickle sends a head, then a byte now and then until the server has had enough.
func trickle(ctx context.Context, addr, head string) {
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", addr)
	if err != nil {
		time.Sleep(100 * time.Millisecond)
		return
	}
	defer func() { _ = conn.Close() }() // nothing is waited for
	if _, err := io.WriteString(conn, head); err != nil {
		return
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(500 * time.Millisecond):
		}
		if _, err := io.WriteString(conn, "x"); err != nil {
			return
		}
	}
}

// fewPlaces is the control: how long others wait for a server that has 64 places, which whoever sends a body keeps.
func fewPlaces(t *testing.T) time.Duration {
	t.Helper()
	places := make(chan struct{}, 64)
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		select {
		case places <- struct{}{}:
		case <-r.Context().Done():
			return
		}
		defer func() { <-places }()
		_, _ = io.Copy(io.Discard, r.Body) // slow ones do not come to their end
	}))
	defer s.Close()
	var answers []answer
	trickled(t, strings.TrimPrefix(s.URL, "http://"), "none", func() {
		time.Sleep(time.Second)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		begun := time.Now()
		a := strangers(s.URL, 1).people[0].ask(ctx, "other", http.MethodGet, "/", "", "")
		a.took = time.Since(begun)
		answers = append(answers, a)
	})
	return slowest(answers, 0.99)
}
