package store

import (
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

// rowLocked keeps everybody from a row of a PostgreSQL, until release.
func rowLocked(t *testing.T, s *Store, table string, id uuid.UUID) (release func()) {
	t.Helper()
	tx := s.read.WithContext(t.Context()).Begin()
	if err := tx.Exec("SELECT 1 FROM "+table+" WHERE id = ? FOR UPDATE", key(id)).Error; err != nil {
		t.Fatal(err)
	}
	return sync.OnceFunc(func() { tx.Rollback() })
}

func TestWhoHoldsAnAttemptHurtsNoOther(t *testing.T) {
	for name, change := range map[string]func(*attempt.Attempt){
		"a decision": func(a *attempt.Attempt) { decide(a, "wait") },
		"a draft":    func(a *attempt.Attempt) { a.Draft.Revision++; a.Draft.SavedAt = noon },
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, address string) {
				s := opened(t, address)
				if _, isServer := s.database.(postgres); !isServer {
					return // SQLite has one writer at a time
				}
				owner := guest(t, s)
				ids := several(t, s, owner, 20)
				for _, letGo := range []bool{false, true} {
					release := rowLocked(t, s, "attempts", ids[0])
					defer release()
					neighbours := make(chan error, len(ids))
					var all sync.WaitGroup
					var its error
					for i, id := range ids {
						all.Go(func() {
							_, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
								change(a)
								return nil
							})
							if i == 0 {
								its = err
							} else {
								neighbours <- err
							}
						})
					}
					begun := time.Now()
					for range ids[1:] {
						if err := <-neighbours; err != nil {
							t.Error("a neighbour:", err)
						}
					}
					if took := time.Since(begun); took > time.Second {
						t.Errorf("the neighbours have waited %s", took)
					}
					if letGo {
						release()
					}
					all.Wait()
					release()
					if letGo && its != nil {
						t.Error("once let go:", its)
					}
					if !letGo {
						wantFault(t, its, fault.Unavailable, "attempt_held")
					}
				}
			})
		})
	}
}

func TestWhoHoldsAnAccountHurtsNoOther(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		if _, isServer := s.database.(postgres); !isServer {
			return // SQLite has one writer at a time
		}
		model := begun(t, s, guest(t, s))
		neighbour := guest(t, s)
		release := held(t, s) // all begin together
		locked := rowLocked(t, s, "accounts", model.Account)
		defer locked()
		errs := make([]error, 20)
		var all sync.WaitGroup
		for i := range errs {
			all.Go(func() {
				a := model
				a.ID, a.Under = newID(t), attempt.Under{}
				if i > 0 {
					a.Account = neighbour
				}
				errs[i] = s.AddAttempt(t.Context(), a)
			})
		}
		time.Sleep(50 * time.Millisecond)
		release()
		all.Wait()
		wantFault(t, errs[0], fault.Unavailable, "database_away")
		for i, err := range errs[1:] {
			if err != nil {
				t.Errorf("neighbour %d: %v", i, err)
			}
		}
	})
}
