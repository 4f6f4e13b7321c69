package web

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestADoorLetsInWhomItHasRoomForAndMakesSomeWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDoor("test", 2, 3)
		var in, out atomic.Int64
		for range 10 {
			go func() {
				if let, err := d.enter(t.Context()); err != nil || !let {
					out.Add(1)
					return
				}
				in.Add(1)
			}()
		}
		synctest.Wait()
		if in.Load() != 2 || out.Load() != 5 || d.waiting.Load() != 3 || !d.crowded() {
			t.Fatalf("%d in, %d sent away, %d waiting", in.Load(), out.Load(), d.waiting.Load())
		}
		d.leave()
		synctest.Wait()
		if in.Load() != 3 || d.waiting.Load() != 2 || d.crowded() {
			t.Fatalf("after one has left, %d were let in and %d wait", in.Load(), d.waiting.Load())
		}
		time.Sleep(patience - time.Nanosecond)
		synctest.Wait()
		if out.Load() != 5 {
			t.Fatal("somebody lost patience too early")
		}
		time.Sleep(time.Nanosecond)
		synctest.Wait()
		if out.Load() != 7 || d.waiting.Load() != 0 {
			t.Errorf("%d sent away, %d waiting, after all have lost patience", out.Load(), d.waiting.Load())
		}
	})
}

func TestWhoGivesUpLeavesTheLine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDoor("test", 1, 1)
		d.slots <- struct{}{}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() {
			_, err := d.enter(ctx)
			ended <- err
		}()
		synctest.Wait()
		if !d.crowded() {
			t.Error("nobody stands in line")
		}
		cancel()
		if err := <-ended; err == nil || d.waiting.Load() != 0 || d.crowded() {
			t.Errorf("%v, %d waiting", err, d.waiting.Load())
		}
	})
}

// Whatever the rush, never more are in than there are slots, and in the end all are free again.
func TestADoorNeverLetsInOneTooMany(t *testing.T) {
	d := newDoor("test", 3, 40)
	var inside, most atomic.Int64
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			for range 100 {
				if let, err := d.enter(t.Context()); err != nil || !let {
					continue
				}
				if n := inside.Add(1); n > most.Load() {
					most.Store(n)
				}
				inside.Add(-1)
				d.leave()
			}
		})
	}
	all.Wait()
	if most.Load() > 3 || len(d.slots) != 0 || d.waiting.Load() != 0 {
		t.Errorf("%d at once, %d slots taken, %d waiting", most.Load(), len(d.slots), d.waiting.Load())
	}
}
