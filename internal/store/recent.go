package store

import (
	"sync"
	"time"
)

const (
	// remembered is how many attempts are remembered at most. One of fifty decisions takes about 10 KB.
	remembered = 1024
	// known is how many logins and how many accounts are.
	known = 4096
	// believed is how long a login and an account are taken for what they were: what another program has changed of
	// them is seen so much later at most.
	believed = 2 * time.Second
)

// recent remembers what was read or written last of some things. It is a guess at what the database holds, which
// another program may have changed since.
type recent[K comparable, V any] struct {
	mu   sync.Mutex
	most int
	last map[K]V
}

func newRecent[K comparable, V any](most int) *recent[K, V] {
	return &recent[K, V]{most: most, last: map[K]V{}}
}

// take answers what is remembered under a key, and forgets it.
func (r *recent[K, V]) take(key K) (V, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	value, found := r.last[key]
	delete(r.last, key)
	return value, found
}

// look answers what is remembered under a key.
func (r *recent[K, V]) look(key K) (V, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	value, found := r.last[key]
	return value, found
}

// put remembers a value, in the place of any other when there are too many.
func (r *recent[K, V]) put(key K, value V) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for other := range r.last {
		if len(r.last) < r.most {
			break
		}
		delete(r.last, other)
	}
	r.last[key] = value
}

// drop forgets the values that gone is true of.
func (r *recent[K, V]) drop(gone func(V) bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for key, value := range r.last {
		if gone(value) {
			delete(r.last, key)
		}
	}
}

// dated is a value that is believed for a time.
type dated[V any] struct {
	value V
	until time.Time
}

// recall answers what is remembered under a key, or what find finds, which is remembered for a time when it is there.
func recall[K comparable, V any](r *recent[K, dated[V]], key K, now time.Time, find func() (V, bool, error)) (V, bool, error) {
	// What ends later than it could was remembered before the clock went back.
	if d, remembered := r.look(key); remembered && now.Before(d.until) && !d.until.After(now.Add(believed)) {
		return d.value, true, nil
	}
	value, found, err := find()
	if err == nil && found {
		r.put(key, dated[V]{value, now.Add(believed)})
	}
	return value, found, err
}
