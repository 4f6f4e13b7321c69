package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

// held keeps the writer from writing until release; readers go on.
func held(t *testing.T, s *Store) (release func()) {
	t.Helper()
	tx := s.write.Begin()
	if _, isServer := s.database.(postgres); isServer {
		tx.Exec("LOCK TABLE attempts IN EXCLUSIVE MODE")
	}
	if tx.Error != nil {
		t.Fatal(tx.Error)
	}
	return sync.OnceFunc(func() { tx.Rollback() })
}

// until waits for what must come.
func until(t *testing.T, what string, come func() bool) {
	t.Helper()
	for range 2000 {
		if come() {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatalf("%s: never", what)
}

// several begins so many attempts.
func several(t *testing.T, s *Store, owner uuid.UUID, n int) []uuid.UUID {
	t.Helper()
	ids := make([]uuid.UUID, n)
	for i := range ids {
		ids[i] = begun(t, s, owner).ID
	}
	return ids
}

// together changes all attempts at once while the writer is held, and answers what became of each change.
func together(t *testing.T, s *Store, owner uuid.UUID, ids []uuid.UUID, change func(i int, a *attempt.Attempt)) []error {
	t.Helper()
	release := held(t, s)
	defer release()
	errs := make([]error, len(ids))
	var all sync.WaitGroup
	var accepted atomic.Int64
	for i, id := range ids {
		all.Go(func() {
			_, errs[i] = s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
				change(i, a)
				accepted.Add(1)
				return nil
			})
		})
	}
	until(t, "all changes wait", func() bool { return accepted.Load() >= int64(len(ids)) })
	release()
	all.Wait()
	return errs
}

func TestChangesThatWaitAreWrittenTogether(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		ids := several(t, s, owner, 50)
		var statements int
		err := s.write.Callback().Create().Before("gorm:create").Register("count", func(tx *gorm.DB) {
			if tx.Statement.Table == "decisions" {
				statements++
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		for i, err := range together(t, s, owner, ids, func(_ int, a *attempt.Attempt) { decide(a, "wait") }) {
			if err != nil {
				t.Errorf("change %d: %v", i, err)
			}
		}
		if n := count(t, s, "decisions"); n != 50 || statements > 10 {
			t.Errorf("%d decisions were kept in %d statements", n, statements)
		}
	})
}

func TestABadChangeDoesNotHurtItsNeighbours(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		ids := several(t, s, owner, 20)
		bad := func(i int) bool { return i == 0 || i == 13 || i == 19 }
		errs := together(t, s, owner, ids, func(i int, a *attempt.Attempt) {
			if decide(a, "wait"); bad(i) {
				a.Decisions[0].Confidence = 9
			}
		})
		for i, err := range errs {
			a, lost := s.Attempt(t.Context(), owner, ids[i])
			if kept := a.Step() == 1; lost != nil || kept == bad(i) || (err != nil) != bad(i) {
				t.Errorf("change %d: %v; kept: %v, %v", i, err, kept, lost)
			}
		}
	})
}

func TestWhatFailsToCommitIsAcknowledgedToNobody(t *testing.T) {
	// A debt that the end of the transaction asks for.
	const owed = "CREATE TABLE owed (id INTEGER REFERENCES paid (id) DEFERRABLE INITIALLY DEFERRED)"
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		ids := several(t, s, owner, 10)
		trap, mend := "CREATE TRIGGER owe AFTER INSERT ON decisions BEGIN INSERT INTO owed VALUES (1); END", "DROP TRIGGER owe"
		if _, isServer := s.database.(postgres); isServer {
			trap, mend = "CREATE RULE owe AS ON INSERT TO decisions DO ALSO INSERT INTO owed VALUES (1)", "DROP RULE owe ON decisions"
		}
		run := func(statements ...string) {
			t.Helper()
			for _, statement := range statements {
				if err := s.write.WithContext(t.Context()).Exec(statement).Error; err != nil {
					t.Fatal(err)
				}
			}
		}
		run("CREATE TABLE paid (id INTEGER PRIMARY KEY)", owed, trap)
		wait := func(_ int, a *attempt.Attempt) { decide(a, "wait") }
		for i, err := range together(t, s, owner, ids, wait) {
			if err == nil {
				t.Errorf("change %d was acknowledged", i)
			}
		}
		if n := count(t, s, "decisions"); n != 0 {
			t.Errorf("%d decisions are there", n)
		}
		run(mend)
		for i, err := range together(t, s, owner, ids, wait) {
			if err != nil {
				t.Errorf("once mended, change %d: %v", i, err)
			}
		}
		if n := count(t, s, "decisions"); n != 10 {
			t.Errorf("once mended, %d decisions are kept", n)
		}
	})
}

func TestWithoutADatabaseChangesAreRefused(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		id := begun(t, s, owner).ID
		db, err := s.write.DB()
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if _, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
				decide(a, "wait")
				return nil
			}); err == nil {
				t.Error("a change was acknowledged")
			}
		}
	})
}

func TestMoreChangesThanCanWaitAreToldToComeBack(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		ids := several(t, s, owner, 64)
		s.writer.close()
		s.writer = &writer{db: s.write, stopped: make(chan struct{}), queue: make(chan *entry, 2)}
		go s.writer.run()
		release := held(t, s)
		defer release()
		errs := make([]error, len(ids))
		var all sync.WaitGroup
		for i, id := range ids {
			all.Go(func() {
				_, errs[i] = s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
					decide(a, "wait")
					return nil
				})
			})
			time.Sleep(time.Millisecond)
		}
		release()
		all.Wait()
		var refused int
		for i, err := range errs {
			want := 1
			if err != nil {
				want = 0
				refused++
				wantFault(t, err, fault.Unavailable, "overloaded")
			}
			if a, err := s.Attempt(t.Context(), owner, ids[i]); err != nil || a.Step() != want {
				t.Errorf("attempt %d is at step %d, want %d: %v", i, a.Step(), want, err)
			}
		}
		if refused == 0 || refused == len(ids) {
			t.Errorf("%d of %d were refused", refused, len(ids))
		}
	})
}

func TestClosingKeepsWhatWasAcceptedAndRefusesTheRest(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		ids := several(t, s, owner, 20)
		release := held(t, s)
		defer release()
		errs := make([]error, len(ids))
		var all sync.WaitGroup
		for i, id := range ids {
			all.Go(func() {
				_, errs[i] = s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
					decide(a, "wait")
					return nil
				})
			})
		}
		until(t, "a change waits", func() bool { return len(s.writer.queue) > 0 })
		all.Go(func() {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		until(t, "the store closes", func() bool {
			s.writer.mu.RLock()
			defer s.writer.mu.RUnlock()
			return s.writer.closed
		})
		release()
		all.Wait()
		late := s.writer.keep(t.Context(), rows{}, rows{})
		wantFault(t, late, fault.Unavailable, "stopping")
		again := opened(t, address)
		var kept int
		for i, err := range errs {
			a, lost := again.Attempt(t.Context(), owner, ids[i])
			if lost != nil || (err == nil) != (a.Step() == 1) {
				t.Errorf("change %d: %v; it stands at step %d, %v", i, err, a.Step(), lost)
			}
			kept += a.Step()
		}
		if kept == 0 {
			t.Error("nothing was accepted")
		}
		if _, err := s.ChangeAttempt(t.Context(), owner, ids[0], func(*attempt.Attempt) error { return nil }); err == nil {
			t.Error("a closed store has changed an attempt")
		}
	})
}

func TestWhoStopsWaitingHasTheChangeKeptWhollyOrNotAtAll(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		id := begun(t, s, owner).ID
		release := held(t, s)
		defer release()
		ctx, cancel := context.WithCancel(t.Context())
		both := func(a *attempt.Attempt) error {
			decide(a, "wait")
			a.Draft = attempt.Draft{Revision: a.Draft.Revision + 1, Step: a.Step(), SavedAt: noon}
			return nil
		}
		var all sync.WaitGroup
		answers := make([]error, 2)
		all.Go(func() { _, answers[0] = s.ChangeAttempt(ctx, owner, id, both) })
		until(t, "the change is made", func() bool {
			s.recent.mu.Lock()
			defer s.recent.mu.Unlock()
			return len(s.recent.last) == 0
		})
		time.Sleep(10 * time.Millisecond)
		cancel()
		until(t, "the gate is left", func() bool {
			s.turnstile.mu.Lock()
			defer s.turnstile.mu.Unlock()
			return len(s.turnstile.gates) == 0
		})
		all.Go(func() { _, answers[1] = s.ChangeAttempt(t.Context(), owner, id, both) })
		time.Sleep(10 * time.Millisecond)
		release()
		all.Wait()
		if !errors.Is(answers[0], context.Canceled) || answers[1] != nil {
			t.Fatal(answers)
		}
		a, err := s.Attempt(t.Context(), owner, id)
		if err != nil || a.Step() < 1 || a.Step() > 2 || a.Draft.Revision != a.Step() || a.Draft.Step != a.Step() {
			t.Errorf("kept are %d steps and %+v, %v", a.Step(), a.Draft, err)
		}
	})
}

func TestChangesOfOneAttemptAreAllKept(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		replicas := []*Store{opened(t, address), opened(t, address)}
		owner := guest(t, replicas[0])
		id := begun(t, replicas[0], owner).ID
		var acknowledged [4]atomic.Int64
		changes := []func(a *attempt.Attempt){
			func(a *attempt.Attempt) { decide(a, "wait") },
			func(a *attempt.Attempt) { a.Draft.Revision++; a.Draft.SavedAt = noon },
			func(a *attempt.Attempt) { a.Lang += "x" },
			func(a *attempt.Attempt) { a.Reflection.Confidence++ },
		}
		var all sync.WaitGroup
		for i := range 2 * len(changes) {
			all.Go(func() {
				kind := i % len(changes)
				for range 25 {
					_, err := replicas[i/len(changes)].ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
						changes[kind](a)
						return nil
					})
					if err == nil {
						acknowledged[kind].Add(1)
					} else if f, ok := fault.From(err); !ok || f.Code != "raced" {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		a, err := replicas[0].Attempt(t.Context(), owner, id)
		if err != nil {
			t.Fatal(err)
		}
		kept := []int{a.Step(), a.Draft.Revision, len(a.Lang) - len("fr"), a.Reflection.Confidence}
		for kind, n := range kept {
			if want := int(acknowledged[kind].Load()); n != want || want == 0 {
				t.Errorf("of the changes %d, %d were acknowledged and %d are kept", kind, want, n)
			}
		}
	})
}

func TestWhatIsRememberedRefusesNothing(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		here, there := opened(t, address), opened(t, address)
		owner := guest(t, here)
		id := begun(t, here, owner).ID // remembered here at step 0
		want, err := there.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
			decide(a, "wait")
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if got, err := here.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error { return nil }); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("a change that has nothing to do answers %+v, %v", got, err)
		}
		for step, s := range []*Store{1: here, 2: there, 3: here} {
			if s == nil {
				continue
			}
			_, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
				if a.Step() != step {
					return fmt.Errorf("seen at step %d, not %d", a.Step(), step)
				}
				decide(a, "wait")
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		}
	})
}

func TestNoMoreIsRememberedThanThereIsRoomFor(t *testing.T) {
	var r recent
	for range remembered + 10 {
		r.put(which{id: newID(t)}, rows{})
	}
	its := which{id: newID(t)}
	r.put(its, rows{attempt: attemptRow{Step: 7}})
	if known, found := r.take(its); !found || known.attempt.Step != 7 || len(r.last) != remembered-1 {
		t.Errorf("got step %d, %v, beside %d others", known.attempt.Step, found, len(r.last))
	}
	if _, found := r.take(its); found {
		t.Error("what was taken is still remembered")
	}
}
