//go:build trials

package trials

import (
	"context"
	"net/http"
	"slices"
	"syscall"
	"testing"
	"time"
)

// slowest is the time that so much of all answers took at most: 0.99 for the slowest of a hundred.
func slowest(answers []answer, share float64) time.Duration {
	if len(answers) == 0 {
		return 0
	}
	took := make([]time.Duration, len(answers))
	for i, a := range answers {
		took[i] = a.took
	}
	slices.Sort(took)
	return took[min(len(took)-1, int(share*float64(len(took))))].Round(100 * time.Microsecond)
}

// promptly fails when 99 of 100 answers do not come within limit, twice: a machine that does other things as well is
// forgiven once.
func promptly(t *testing.T, limit time.Duration, what string, measure func() []answer) time.Duration {
	t.Helper()
	p99 := slowest(measure(), 0.99)
	if p99 > limit {
		t.Logf("%s: p99 is %v, measured again", what, p99)
		p99 = slowest(measure(), 0.99)
	}
	if p99 > limit {
		t.Errorf("%s: p99 is %v, the limit is %v", what, p99, limit)
	}
	return p99
}

// stalling has a server stand still four times for so long: the control of trials that measure how long others wait.
func stalling(s *server, d time.Duration) {
	for range 4 {
		time.Sleep(d)
		s.signal(syscall.SIGSTOP)
		time.Sleep(d)
		s.signal(syscall.SIGCONT)
	}
	time.Sleep(d)
}

// watched asks an address again and again while something goes on.
func watched(ctx context.Context, url, path string, meanwhile func()) []answer {
	c := strangers(url, 1)
	c.pause = 20 * time.Millisecond
	c.each(ctx, func(p *trainee, ctx context.Context) answer {
		return p.ask(ctx, "watch", http.MethodGet, path, "", "")
	}, meanwhile)
	return c.answers("watch")
}
