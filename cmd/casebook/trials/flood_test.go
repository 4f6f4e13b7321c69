//go:build trials

package trials

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"testing"
	"time"
)

func TestGuestFlood(t *testing.T) {
	r := trial(t, "guest flood, SQLite")
	s := product.serve(t, filepath.Join(t.TempDir(), "casebook.db"))
	c := guests(t, s.url, 8)
	c.pause = 20 * time.Millisecond
	flood := flooders(s.url, 64)
	p99 := promptly(t, 250*time.Millisecond, "others than the flood", func() []answer {
		flood.forget()
		flood.each(t.Context(), func(p *trainee, ctx context.Context) answer {
			p.cookie = "" // always somebody new
			return p.signIn(ctx)
		}, func() {
			time.Sleep(time.Second)
			c.forget()
			c.while(t.Context(), func() { time.Sleep(6 * time.Second) })
		})
		return c.answers("")
	})
	r.saw("others' p99 %v of %d answers; %d accounts were opened and %d refused", p99, len(c.answers("")),
		flood.count(answer.ok), flood.count(func(a answer) bool { return !a.ok() }))
	c.plain(t)
	flood.plain(t, http.StatusServiceUnavailable, http.StatusTooManyRequests)
	if n := flood.count(answer.ok); n < 500 {
		t.Errorf("that was no flood: %d accounts were opened", n)
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
