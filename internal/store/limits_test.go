package store

import (
	"bytes"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"casebook/internal/account"
)

var thrice = account.Limit{What: "guest", Most: 3, Per: 10 * time.Minute}

// used counts one use and fails on an error.
func used(t *testing.T, s *Store, l account.Limit, who string) time.Duration {
	t.Helper()
	wait, err := s.Use(t.Context(), l, who)
	if err != nil {
		t.Fatal(err)
	}
	return wait
}

func TestALimitIsUsedUpUntilItsWindowEnds(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		now := noon
		s := opened(t, address, func(o *Options) { o.Now = func() time.Time { return now } })
		for range 3 {
			if wait := used(t, s, thrice, "192.0.2.1"); wait != 0 {
				t.Fatalf("to wait %v within the limit", wait)
			}
			now = now.Add(time.Minute)
		}
		for range 2 {
			if wait := used(t, s, thrice, "192.0.2.1"); wait != 7*time.Minute {
				t.Errorf("to wait %v after three uses in three minutes", wait)
			}
		}
		if wait := used(t, s, thrice, "192.0.2.2"); wait != 0 {
			t.Errorf("somebody else waits %v", wait)
		}
		if wait := used(t, s, account.Limit{What: "login", Most: 1, Per: time.Minute}, "192.0.2.1"); wait != 0 {
			t.Errorf("something else waits %v", wait)
		}
		now = noon.Add(10 * time.Minute)
		for range 3 {
			if wait := used(t, s, thrice, "192.0.2.1"); wait != 0 {
				t.Errorf("to wait %v in a new window", wait)
			}
		}
		if wait := used(t, s, thrice, "192.0.2.1"); wait != 10*time.Minute {
			t.Errorf("to wait %v in a new window that is used up", wait)
		}
	})
}

func TestALimitOutlastsNoClockThatWasAhead(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		now := noon.AddDate(1, 0, 0)
		s := opened(t, address, func(o *Options) { o.Now = func() time.Time { return now } })
		for _, who := range []string{"once", "often"} {
			used(t, s, thrice, who)
		}
		for range 2 {
			used(t, s, thrice, "often")
		}
		now = noon
		for _, who := range []string{"once", "often"} {
			for range 3 {
				if wait := used(t, s, thrice, who); wait != 0 {
					t.Errorf("whoever came %s waits %v once the clock is right again", who, wait)
				}
			}
			if wait := used(t, s, thrice, who); wait != thrice.Per {
				t.Errorf("whoever came %s waits %v when the limit is used up", who, wait)
			}
		}
	})
}

func TestALimitIsSharedByAllWhoUseADatabase(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		replicas := []*Store{opened(t, address), opened(t, address)}
		limit := account.Limit{What: "guest", Most: 20, Per: time.Minute}
		var let atomic.Int64
		var all sync.WaitGroup
		for i := range 60 {
			all.Go(func() {
				wait, err := replicas[i%2].Use(t.Context(), limit, "192.0.2.1")
				if err != nil {
					t.Error(err)
				} else if wait == 0 {
					let.Add(1)
				}
			})
		}
		all.Wait()
		if let.Load() != 20 {
			t.Errorf("%d were let through, want 20", let.Load())
		}
	})
}

func TestWhoUsedALimitIsNotKept(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		here, elsewhere := opened(t, address), opened(t, filepath.Join(t.TempDir(), "another.db"))
		digests := make([][]byte, 2)
		for i, s := range []*Store{here, elsewhere} {
			used(t, s, thrice, "192.0.2.1")
			var row limitRow
			if err := s.read.WithContext(t.Context()).Take(&row).Error; err != nil {
				t.Fatal(err)
			}
			digests[i] = row.Who
		}
		if len(digests[0]) != 32 || bytes.Contains(digests[0], []byte("192.0.2.1")) || bytes.Equal(digests[0], digests[1]) {
			t.Errorf("kept as %x and, elsewhere, %x", digests[0], digests[1])
		}
	})
}

func TestWindowsThatHaveEndedAreForgotten(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		now := noon
		s := opened(t, address, func(o *Options) { o.Now = func() time.Time { return now } })
		used(t, s, thrice, "192.0.2.1")
		now = noon.Add(5 * time.Minute)
		used(t, s, thrice, "192.0.2.2")
		now = noon.Add(10 * time.Minute)
		if err := s.ForgetLimits(t.Context()); err != nil {
			t.Fatal(err)
		}
		if n := count(t, s, "rate_limits"); n != 1 {
			t.Errorf("%d windows are kept, want 1", n)
		}
	})
}
