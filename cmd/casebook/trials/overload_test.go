//go:build trials

package trials

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const (
	comfortable = 64   // trainees that a server has no trouble with
	overloading = 2048 // four times as many as the server lets in to move
)

// Four times as many trainees as may come in at once: those who do are served in time and as many as ever, the others
// are told so before they have sent anything.
func TestOverload(t *testing.T) {
	r := trial(t, "overload x4, SQLite")
	s := product.serve(t, filepath.Join(t.TempDir(), "casebook.db"))
	idle := product.serve(t, filepath.Join(t.TempDir(), "casebook.db"))
	few, many := guests(t, s.url, comfortable), guests(t, s.url, overloading)
	many.patience = 500 * time.Millisecond // four times sooner than they are told to
	var o overload
	for round := 0; round < 2 || round < 3 && !o.borne(); round++ { // the machine may be doing other things as well
		o.round(t, s, idle, few, many)
	}
	r.saw("%s", &o)
	if !o.borne() {
		t.Error("goodput has to be 70 % of the peak, p99 at most 2 s, that of healthz at most 250 ms, and some refused before their body")
	}
	many.plain(t, http.StatusServiceUnavailable)
	s.kill()
	r.caught(unbounded(t) == 0, "without doors nobody is refused before their body")
}

// overload is what was seen of some rounds.
type overload struct {
	peak, good  []float64 // requests served a second, when few asked and when many did
	in          []answer  // to those who were let in
	healthy     []answer  // to who asked for the server's health meanwhile
	beside      []answer  // to who asked an idle server on the same machine: how long anybody waits there
	sent        int       // by the many
	bare, early int       // requests that came without their body, and those that were refused
}

// round has the few and the many take turns.
func (o *overload) round(t *testing.T, s, idle *server, few, many *crowd) {
	t.Helper()
	const lasting = 2500 * time.Millisecond
	o.peak = append(o.peak, goodput(t, few, 300*time.Millisecond, lasting, func(during func()) { during() }))
	o.good = append(o.good, goodput(t, many, 2*time.Second, lasting, func(during func()) {
		o.beside = append(o.beside, watched(t.Context(), idle.url, "/healthz", func() {
			o.healthy = append(o.healthy, watched(t.Context(), s.url, "/healthz", during)...)
		})...)
		o.sent += len(many.answers(""))
		o.in = append(o.in, many.accepted()...)
		const some = 5
		o.bare += some
		o.early += unheard(t, s, many.people[0].cookie, some)
	}))
}

func (o *overload) borne() bool {
	return middle(o.good) >= 0.7*middle(o.peak) && slowest(o.in, 0.99) <= 2*time.Second &&
		slowest(o.healthy, 0.99) <= 250*time.Millisecond && o.early > 0
}

func (o *overload) String() string {
	return fmt.Sprintf("asked for %.1f times what is served; accepted p99 %v; goodput %.0f of %.0f/s (%.0f %%); %d of %d refused before their body; healthz p99 %v, %v of an idle server beside",
		float64(o.sent)/float64(len(o.in)), slowest(o.in, 0.99), middle(o.good), middle(o.peak), 100*middle(o.good)/middle(o.peak),
		o.early, o.bare, slowest(o.healthy, 0.99), slowest(o.beside, 0.99))
}

// accepted are the answers to those who were let in.
func (c *crowd) accepted() (in []answer) {
	for _, a := range c.answers("") {
		if a.ok() {
			in = append(in, a)
		}
	}
	return in
}

// goodput is how many requests a second are served once a crowd has warmed up; it plays until around has returned.
func goodput(t *testing.T, c *crowd, warming, lasting time.Duration, around func(during func())) (perSecond float64) {
	t.Helper()
	c.while(t.Context(), func() {
		time.Sleep(warming)
		around(func() {
			c.forget()
			time.Sleep(lasting)
			perSecond = float64(c.count(answer.ok)) / lasting.Seconds()
		})
	})
	return perSecond
}

// unheard sends some requests without their bodies, and counts those refused all the same.
func unheard(t *testing.T, s *server, cookie string, some int) (refused int) {
	t.Helper()
	for range some {
		conn, err := (&net.Dialer{Timeout: 2 * time.Second}).DialContext(t.Context(), "tcp", s.addr)
		if err != nil {
			t.Error(err)
			return refused
		}
		_, _ = fmt.Fprintf(conn, "POST /api/v1/attempts HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nContent-Type: application/json\r\nContent-Length: 44\r\n\r\n", s.addr, cookie)
		_ = conn.SetReadDeadline(time.Now().Add(300 * time.Millisecond)) // who is let in is asked for the body, and that is no answer
		line, _ := bufio.NewReader(conn).ReadString('\n')
		if strings.Contains(line, " 503 ") {
			refused++
		}
		_ = conn.Close()
	}
	return refused
}

// unbounded is the control: the same crowd before a server that lets everybody in.
func unbounded(t *testing.T) (early int) {
	t.Helper()
	open := variant(t, change{"internal/web/admission.go", `newDoor("moves", 512, 512)`, `newDoor("moves", 1<<16, 1<<16)`})
	s := open.serve(t, filepath.Join(t.TempDir(), "casebook.db"))
	defer s.kill()
	c := guests(t, s.url, overloading)
	c.while(t.Context(), func() {
		time.Sleep(2 * time.Second)
		early = unheard(t, s, c.people[0].cookie, 20)
	})
	return early
}
