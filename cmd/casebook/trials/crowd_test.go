//go:build trials

package trials

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"
)

// crowd are trainees who play at once.
type crowd struct {
	people   []*trainee
	pause    time.Duration // between an answer and the next request
	patience time.Duration // after a refusal, besides

	mu    sync.Mutex
	heard []answer
}

// accounts are how many a crowd has at most: one address may not open as many as it likes. Others share a login.
const accounts = 64

// guests signs so many trainees in.
func guests(t *testing.T, url string, n int) *crowd {
	t.Helper()
	c := strangers(url, n)
	for i, p := range c.people {
		if i >= accounts {
			p.cookie = c.people[i%accounts].cookie
		} else if a := p.signIn(t.Context()); !a.ok() {
			t.Fatalf("no guest's account: %d %s", a.status, a.detail)
		}
	}
	c.forget()
	return c
}

// strangers are trainees who have no account yet.
func strangers(url string, n int) *crowd {
	client := &http.Client{
		Transport: &http.Transport{MaxIdleConnsPerHost: n, DisableCompression: true},
		Timeout:   20 * time.Second,
	}
	c := &crowd{patience: 20 * time.Millisecond}
	for i := range n {
		c.people = append(c.people, &trainee{number: i, url: url, client: client, hears: c.hears})
	}
	return c
}

func (c *crowd) hears(a answer) {
	if a.ok() {
		a.body = nil // long, and read already
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.heard = append(c.heard, a)
}

// answers are those to the requests of one sort, and of all sorts without one.
func (c *crowd) answers(what string) []answer {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(c.heard), func(a answer) bool { return what != "" && a.what != what })
}

// count counts the answers that are so.
func (c *crowd) count(so func(answer) bool) (n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, a := range c.heard {
		if so(a) {
			n++
		}
	}
	return n
}

// forget forgets what was heard; the ledgers stay.
func (c *crowd) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.heard = nil
}

// while plays until meanwhile returns. Requests under way come to their end.
func (c *crowd) while(ctx context.Context, meanwhile func()) {
	c.each(ctx, (*trainee).play, meanwhile)
}

// each has everybody do something again and again until meanwhile returns.
func (c *crowd) each(ctx context.Context, act func(*trainee, context.Context) answer, meanwhile func()) {
	stop := make(chan struct{})
	var all sync.WaitGroup
	for _, p := range c.people {
		all.Go(func() {
			for {
				pause := c.pause
				if a := act(p, ctx); !a.ok() {
					pause += c.patience
				}
				select {
				case <-stop:
					return
				case <-time.After(pause):
				}
			}
		})
	}
	meanwhile()
	close(stop)
	all.Wait()
}

// acknowledged counts the decisions that were.
func (c *crowd) acknowledged() (n int) {
	for _, p := range c.people {
		for _, at := range p.attempts {
			for _, m := range at.moves {
				if !m.acknowledged.IsZero() {
					n++
				}
			}
		}
	}
	return n
}

// until is the crowd as it was at a moment: of what was acknowledged later it claims nothing.
func (c *crowd) until(moment time.Time) *crowd {
	past := &crowd{}
	for _, p := range c.people {
		q := &trainee{number: p.number, url: p.url, client: p.client, cookie: p.cookie}
		for _, at := range p.attempts {
			if at.begun.After(moment) {
				continue
			}
			was := &attempt{id: at.id, begun: at.begun}
			for _, m := range at.moves {
				sent := *m
				if sent.acknowledged.After(moment) {
					sent.acknowledged = time.Time{}
				}
				was.moves = append(was.moves, &sent)
			}
			q.attempts = append(q.attempts, was)
		}
		past.people = append(past.people, q)
	}
	return past
}

// wait returns when so many answers are so, or reports that it took too long.
func (c *crowd) wait(t *testing.T, n int, what string, so func(answer) bool) {
	t.Helper()
	for begun := time.Now(); c.count(so) < n; time.Sleep(5 * time.Millisecond) {
		if time.Since(begun) > 15*time.Second {
			t.Errorf("%s: only %d of %d", what, c.count(so), n)
			return
		}
	}
}

func median(d []time.Duration) time.Duration { return middle(d).Round(time.Millisecond) }

// middle is the median of some values.
func middle[T cmp.Ordered](values []T) T {
	return slices.Sorted(slices.Values(values))[len(values)/2]
}

// last is when the last answer came that is so.
func (c *crowd) last(so func(answer) bool) (at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, a := range c.heard {
		if came := a.sent.Add(a.took); so(a) && came.After(at) {
			at = came
		}
	}
	return at
}

// plain fails unless every request was served, or refused with one of these statuses, a code, a sentence and, where
// the contract wants it, the time to come back.
func (c *crowd) plain(t *testing.T, refusals ...int) {
	t.Helper()
	strange := map[string]int{}
	for _, a := range c.answers("") {
		told := len(a.detail) > 20 && a.code != "" && (a.status != http.StatusServiceUnavailable || a.retryAfter != "")
		if a.ok() || told && slices.Contains(refusals, a.status) {
			continue
		}
		strange[fmt.Sprintf("%s: %d %s %s", a.what, a.status, a.code, a.detail)]++
	}
	for what, n := range strange {
		t.Errorf("%d times %s", n, what)
	}
}
