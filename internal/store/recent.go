package store

import "sync"

// remembered is how many attempts are remembered at most. One of fifty decisions takes about 20 KB.
const remembered = 1024

// recent remembers what was written last of some attempts. It is a guess at what the database holds, which another
// program may have changed since.
type recent struct {
	mu   sync.Mutex
	last map[which]keptAttempt
}

// take answers what is remembered of an attempt, and forgets it.
func (r *recent) take(its which) (keptAttempt, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	known, found := r.last[its]
	delete(r.last, its)
	return known, found
}

// look answers what is remembered of an attempt.
func (r *recent) look(its which) (keptAttempt, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	known, found := r.last[its]
	return known, found
}

// put remembers an attempt, in the place of any other when there are too many.
func (r *recent) put(its which, known keptAttempt) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.last == nil {
		r.last = map[which]keptAttempt{}
	}
	for other := range r.last {
		if len(r.last) < remembered {
			break
		}
		delete(r.last, other)
	}
	r.last[its] = known
}
