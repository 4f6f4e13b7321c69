package store

import (
	"context"
	"sync"

	"github.com/google/uuid"
)

// which names an attempt by whose it is: another's waits for nobody and is told nothing.
type which struct{ owner, id uuid.UUID }

// turnstile lets those who change one attempt through one after the other, and others go their way.
type turnstile struct {
	mu    sync.Mutex
	gates map[which]*gate
}

// gate is there as long as somebody stands before it or is through.
type gate struct {
	free  chan struct{} // full while somebody is through
	users int
}

// enter waits for its turn, or for the end of ctx.
func (t *turnstile) enter(ctx context.Context, its which) (leave func(), err error) {
	g := t.join(its)
	select {
	case g.free <- struct{}{}:
		return func() {
			<-g.free
			t.part(its, g)
		}, nil
	case <-ctx.Done():
		t.part(its, g)
		return nil, ctx.Err()
	}
}

func (t *turnstile) join(its which) *gate {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.gates == nil {
		t.gates = map[which]*gate{}
	}
	g := t.gates[its]
	if g == nil {
		g = &gate{free: make(chan struct{}, 1)}
		t.gates[its] = g
	}
	g.users++
	return g
}

func (t *turnstile) part(its which, g *gate) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if g.users--; g.users == 0 {
		delete(t.gates, its)
	}
}
