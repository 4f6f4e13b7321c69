package store

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"time"

	"gorm.io/gorm"

	"casebook/internal/fault"
)

const (
	queued = 4096 // changes that wait at most: more are refused
	drawn  = 1024 // changes that share a commit at most
	yields = 4    // how often others are let run before a batch is closed: a timer would cost a lone change dearly

	// patience is what a batch may take. A server that has gone silent must not hold all changes for ever.
	patience = 10 * time.Second
)

// writer keeps accepted changes, many in one transaction: what a commit costs is paid once for all that wait. A change
// is acknowledged only when the transaction that holds it is on disk.
type writer struct {
	db       *gorm.DB
	database database
	newest   int64 // the schema that this program knows
	look     *time.Ticker
	late     error // once the schema is newer
	stopped  chan struct{}
	tally    tally

	mu     sync.RWMutex // guards against a queue that is closed while somebody puts a change in
	closed bool
	queue  chan *entry
}

func newWriter(db *gorm.DB, d database, newest int64) *writer {
	w := &writer{db: db, database: d, newest: newest, stopped: make(chan struct{}), queue: make(chan *entry, queued)}
	go w.run()
	return w
}

// keep returns when a change is durable, or why it is not kept. When ctx ends first, it may be kept or not, as a whole.
// While somebody holds the attempt, the change waits here, where nobody waits for it.
func (w *writer) keep(ctx context.Context, e *entry) error {
	for pause := 5 * time.Millisecond; ; pause *= 2 {
		switch err := w.once(ctx, e); {
		case !errors.Is(err, errHeld):
			return err
		case pause > time.Second:
			return fault.New(fault.Unavailable, "attempt_held", attemptHeld).Because(err)
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (w *writer) once(ctx context.Context, e *entry) error {
	if err := w.accept(e); err != nil {
		return err
	}
	select {
	case err := <-e.answer:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *writer) accept(e *entry) error {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if w.closed {
		return fault.New(fault.Unavailable, "stopping", stopping)
	}
	select {
	case w.queue <- e:
		return nil
	default:
		return fault.New(fault.Unavailable, "overloaded", overloaded)
	}
}

// close refuses what comes from now on and returns when all that was accepted is answered.
func (w *writer) close() {
	w.mu.Lock()
	if !w.closed {
		w.closed = true
		close(w.queue)
	}
	w.mu.Unlock()
	<-w.stopped
}

func (w *writer) run() {
	defer close(w.stopped)
	w.look = time.NewTicker(time.Second)
	defer w.look.Stop()
	for first := range w.queue {
		w.settle(w.gather(first), false)
	}
}

// gather takes what waits beside first.
func (w *writer) gather(first *entry) batch {
	for range yields {
		runtime.Gosched()
	}
	b := batch{first}
	for len(b) < drawn {
		select {
		case e, more := <-w.queue:
			if !more {
				return b
			}
			b = append(b, e)
		default:
			return b
		}
	}
	return b
}

// settle keeps a batch and answers all of it. One that fails for what is in it is kept in halves, down to each change
// alone, so that a bad one does not hurt its neighbours; nor does one that waits, for the halves are brief.
func (w *writer) settle(b batch, brief bool) {
	left, err := w.commit(b, brief)
	w.tally.note(len(b), err)
	switch {
	case err == nil:
		for _, e := range b {
			e.answer <- left[e]
		}
	case len(b) == 1 || isEverybodys(err):
		for _, e := range b {
			e.answer <- err
		}
	default:
		w.settle(b[:len(b)/2], true)
		w.settle(b[len(b)/2:], true)
	}
}

// commit writes a batch in one transaction, but for the changes that are left out. It looks at the schema each second
// that there is something to write, and when a statement fails.
func (w *writer) commit(b batch, brief bool) (leftOut, error) {
	ctx, done := context.WithTimeout(context.Background(), patience)
	defer done()
	select {
	case <-w.look.C:
		w.lookAtSchema(ctx)
	default:
	}
	if w.late != nil {
		return nil, w.late
	}
	left, err := w.database.commit(ctx, w.db, b, brief)
	switch {
	case err != nil && ctx.Err() != nil:
		return nil, outside{err}
	case err != nil && !isEverybodys(err):
		if w.lookAtSchema(ctx); w.late != nil {
			return nil, w.late
		}
	}
	return left, err
}

// outside is an error that no statement is to blame for: of BEGIN, of time that has run out, or of COMMIT, after which
// nobody knows what was kept.
type outside struct{ error }

func (o outside) Unwrap() error { return o.error }

// isEverybodys reports whether the trouble is the database's, so that each change alone would meet it again.
func isEverybodys(err error) bool {
	var o outside
	return errors.As(err, &o) || full(err) || away(err) && !outrun(err) && !waited(err)
}
