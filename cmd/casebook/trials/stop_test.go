//go:build trials

package trials

import (
	"path/filepath"
	"testing"
	"time"
)

// What a decision has done shows that it was accepted: after a stop, nothing may be kept that was not answered.
func TestGracefulStop(t *testing.T) {
	r := trial(t, "graceful stop under load, SQLite")
	var sum, killed audit
	var took []time.Duration
	for range 5 {
		sum.add(endedBy(t, func(s *server) {
			code, after := s.stop()
			if code != 0 {
				t.Errorf("exit code %d", code)
			}
			took = append(took, after)
		}))
		killed.add(endedBy(t, (*server).kill))
	}
	unanswered := sum.unacknowledged - sum.gone
	r.saw("%s in 5 stops of %v, %d accepted and not answered", sum, median(took), unanswered)
	sum.allKept(t, 500)
	if unanswered > 0 {
		t.Errorf("%d decisions are kept whose trainees were not answered", unanswered)
	}
	cut := killed.unacknowledged - killed.gone
	r.caught(cut > 0, "killed instead, %d were accepted and not answered", cut)
}

// endedBy ends a server while it is played with, and answers what is left.
func endedBy(t *testing.T, end func(*server)) audit {
	t.Helper()
	s := product.serve(t, filepath.Join(t.TempDir(), "casebook.db"))
	c := guests(t, s.url, 32)
	for _, p := range c.people {
		p.number *= 2 // all of them hasty: what was not answered is not sent again
	}
	c.while(t.Context(), func() {
		time.Sleep(500 * time.Millisecond)
		end(s)
	})
	s.again(t)
	defer s.kill()
	return audited(t.Context(), c, s.url)
}
