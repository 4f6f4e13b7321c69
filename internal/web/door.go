package web

import (
	"context"
	"sync/atomic"
	"time"
)

// patience is how long a request may stand in line.
const patience = time.Second

// door lets a bounded number of requests in at a time. As many others as its line is long wait for their turn, the
// first come first; whoever finds the line full, or has waited too long, is sent away.
type door struct {
	name    string
	slots   chan struct{} // full while nobody more may come in
	line    int64
	waiting atomic.Int64
	refused atomic.Int64
}

func newDoor(name string, slots int, line int64) *door {
	return &door{name: name, slots: make(chan struct{}, slots), line: line}
}

// crowded reports whether somebody who came now would be sent away at once.
func (d *door) crowded() bool { return len(d.slots) == cap(d.slots) && d.waiting.Load() >= d.line }

// enter takes a slot, which leave gives back; false when there was none in time.
func (d *door) enter(ctx context.Context) (bool, error) {
	select {
	case d.slots <- struct{}{}:
		return true, nil
	default:
		return d.wait(ctx)
	}
}

func (d *door) wait(ctx context.Context) (bool, error) {
	defer d.waiting.Add(-1)
	if d.waiting.Add(1) > d.line {
		return false, nil
	}
	enough := time.NewTimer(patience)
	defer enough.Stop()
	select {
	case d.slots <- struct{}{}:
		return true, nil
	case <-enough.C:
		return false, nil
	case <-ctx.Done():
		return false, ctx.Err()
	}
}

func (d *door) leave() { <-d.slots }
