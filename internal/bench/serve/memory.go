//go:build bench

package serve

import (
	"context"
	"sync"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/fault"
	"casebook/internal/library"
)

// people is what more an account.Store does, for which nobody asks here.
type people struct{ account.Store }

// memory is a store that keeps nothing beyond the process, and no attempt beyond its ending.
type memory struct {
	attempt.Store // lists attempts, for which nobody asks here
	people

	accounts, versions, attempts, logins sync.Map
}

func newMemory() *memory { return &memory{} }

func found[T any](m *sync.Map, key any) (T, error) {
	v, ok := m.Load(key)
	if !ok {
		var none T
		return none, fault.New(fault.NotFound, "unknown", fault.Text{FR: "Introuvable.", EN: "Not found."})
	}
	return v.(T), nil
}

func (m *memory) AddAccount(_ context.Context, a account.Account) error {
	m.accounts.Store(a.ID, a)
	return nil
}

func (m *memory) Account(_ context.Context, id uuid.UUID) (account.Account, error) {
	return found[account.Account](&m.accounts, id)
}

func (m *memory) AddVersion(_ context.Context, r library.Record) (library.Ref, bool, error) {
	r.Version = 1
	m.versions.Store(r.Ref, r)
	return r.Ref, true, nil
}

func (m *memory) Version(_ context.Context, ref library.Ref) (library.Record, error) {
	return found[library.Record](&m.versions, ref)
}

func (m *memory) Shelf(context.Context) (shelf library.Shelf, err error) {
	m.versions.Range(func(ref, _ any) bool {
		shelf = append(shelf, library.Entry{Ref: ref.(library.Ref), Newest: true})
		return true
	})
	return shelf, nil
}

// held is an attempt, which one change at a time may have.
type held struct {
	sync.Mutex
	attempt attempt.Attempt
}

func (m *memory) AddAttempt(_ context.Context, a attempt.Attempt) error {
	m.attempts.Store(a.ID, &held{attempt: a})
	return nil
}

func (m *memory) Attempt(_ context.Context, _, id uuid.UUID) (attempt.Attempt, error) {
	h, err := found[*held](&m.attempts, id)
	if err != nil {
		return attempt.Attempt{}, err
	}
	h.Lock()
	defer h.Unlock()
	return h.attempt, nil
}

func (m *memory) AddCourse(context.Context, uuid.UUID, uuid.UUID, attempt.Course) error { return nil }

func (m *memory) ChangeAttempt(_ context.Context, _, id uuid.UUID, change func(*attempt.Attempt) error) (attempt.Attempt, error) {
	h, err := found[*held](&m.attempts, id)
	if err != nil {
		return attempt.Attempt{}, err
	}
	h.Lock()
	defer h.Unlock()
	a := h.attempt
	if err := change(&a); err != nil {
		return attempt.Attempt{}, err
	}
	h.attempt = a
	if a.Status != attempt.InProgress {
		m.attempts.Delete(id)
	}
	return a, nil
}

func (m *memory) AddLogin(_ context.Context, digest, _ account.Digest, l account.Login) error {
	m.logins.Store(digest, l)
	return nil
}

func (m *memory) Login(_ context.Context, digest account.Digest) (account.Login, bool, error) {
	l, ok := m.logins.Load(digest)
	if !ok {
		return account.Login{}, false, nil
	}
	return l.(account.Login), true, nil
}
