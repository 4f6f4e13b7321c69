//go:build trials

package trials

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"
)

func TestGuestFlood(t *testing.T) {
	flooded(t, "guest flood, SQLite", func(p *trainee, ctx context.Context) answer {
		p.cookie = "" // always somebody new
		return p.signIn(ctx)
	}, answer.ok)
}

// Each login that is tried takes a hash of the password, whether the address is known or not.
func TestLoginFlood(t *testing.T) {
	var tried atomic.Int64
	flooded(t, "login flood, SQLite", func(p *trainee, ctx context.Context) answer {
		who := fmt.Sprintf(`{"email": "p%d@example.org", "password": "a password that is wrong"}`, tried.Add(1))
		return p.ask(ctx, "login", http.MethodPost, "/api/v1/logins", who, "")
	}, func(a answer) bool { return a.status == http.StatusUnauthorized })
}

// flooded holds that others are served promptly while strangers knock as fast as they can. heard tells which answers
// cost the server its work.
func flooded(t *testing.T, name string, knock func(*trainee, context.Context) answer, heard func(answer) bool) {
	r := trial(t, name)
	s := product.serve(t, filepath.Join(t.TempDir(), "casebook.db"))
	c := guests(t, s.url, 8)
	c.pause = 20 * time.Millisecond
	flood := flooders(s.url, 64)
	p99 := promptly(t, 250*time.Millisecond, "others than the flood", func() []answer {
		flood.forget()
		flood.each(t.Context(), knock, func() {
			time.Sleep(time.Second)
			c.forget()
			c.while(t.Context(), func() { time.Sleep(6 * time.Second) })
		})
		return c.answers("")
	})
	r.saw("others' p99 %v of %d answers; %d who knocked were heard and %d sent away", p99, len(c.answers("")),
		flood.count(heard), flood.count(func(a answer) bool { return !heard(a) }))
	c.plain(t)
	flood.plain(t, http.StatusServiceUnavailable, http.StatusTooManyRequests, http.StatusUnauthorized)
	if n := flood.count(heard); n < 100 {
		t.Errorf("that was no flood: %d were heard", n)
	}
	c.forget()
	c.while(t.Context(), func() { stalling(s, 400*time.Millisecond) })
	stalled := slowest(c.answers(""), 0.99)
	r.caught(stalled > 250*time.Millisecond, "a server that stands still 4 times for 0.4 s has a p99 of %v", stalled)
}

// flooders are strangers who each come from an address of their own, all of them this machine's.
func flooders(url string, n int) *crowd {
	c := strangers(url, n)
	for i, p := range c.people {
		own := &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(fmt.Sprintf("127.0.7.%d", i+1))}}
		p.client = &http.Client{Transport: &http.Transport{DialContext: own.DialContext}, Timeout: 20 * time.Second}
	}
	return c
}
