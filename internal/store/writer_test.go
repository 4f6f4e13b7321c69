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

// counted counts the transactions in which decisions are inserted.
func counted(s *Store) (transactions *int) {
	c := &countingDatabase{database: s.writer.database}
	s.writer.database = c
	return &c.transactions
}

type countingDatabase struct {
	database
	transactions int
}

func (c *countingDatabase) commit(ctx context.Context, db *gorm.DB, b batch, brief bool) (leftOut, error) {
	if len(b.deciding()) > 0 {
		c.transactions++
	}
	return c.database.commit(ctx, db, b, brief)
}

func TestChangesThatWaitAreWrittenTogether(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		ids := several(t, s, owner, 50)
		transactions := counted(s)
		for i, err := range together(t, s, owner, ids, func(_ int, a *attempt.Attempt) { decide(a, "wait") }) {
			if err != nil {
				t.Errorf("change %d: %v", i, err)
			}
		}
		if n := count(t, s, "decisions"); n != 50 || *transactions > 10 {
			t.Errorf("%d decisions were kept in %d transactions", n, *transactions)
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
			a, lost := kept(t, s, owner, ids[i])
			if there := a.Step() == 1; lost != nil || there == bad(i) || (err != nil) != bad(i) {
				t.Errorf("change %d: %v; kept: %v, %v", i, err, there, lost)
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
			trap = "CREATE FUNCTION owe() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO owed VALUES (1); RETURN NULL; END';" +
				"CREATE TRIGGER owe AFTER INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION owe()"
			mend = "DROP TRIGGER owe ON decisions"
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
		transactions := counted(s)
		wait := func(_ int, a *attempt.Attempt) { decide(a, "wait") }
		for i, err := range together(t, s, owner, ids, wait) {
			if err == nil {
				t.Errorf("change %d was acknowledged", i)
			}
		}
		if n := count(t, s, "decisions"); n != 0 || *transactions > len(ids) {
			t.Errorf("%d decisions are there; %d transactions: what a commit has left unknown was done again", n, *transactions)
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
		s.writer = &writer{db: s.write, database: s.database, newest: s.schema.newest, stopped: make(chan struct{}), queue: make(chan *entry, 2)}
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
			if a, err := kept(t, s, owner, ids[i]); err != nil || a.Step() != want {
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
		var made atomic.Int64
		for i, id := range ids {
			all.Go(func() {
				_, errs[i] = s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
					decide(a, "wait")
					made.Add(1)
					return nil
				})
			})
		}
		until(t, "the changes are made", func() bool { return made.Load() == int64(len(ids)) })
		time.Sleep(10 * time.Millisecond)
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
		late := s.writer.keep(t.Context(), &entry{})
		wantFault(t, late, fault.Unavailable, "stopping")
		again := opened(t, address)
		var acknowledged int
		for i, err := range errs {
			a, lost := kept(t, again, owner, ids[i])
			if lost != nil || (err == nil) != (a.Step() == 1) {
				t.Errorf("change %d: %v; it stands at step %d, %v", i, err, a.Step(), lost)
			}
			acknowledged += a.Step()
		}
		if acknowledged == 0 {
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
		ids := several(t, s, owner, 2)
		first, its := ids[0], which{owner, ids[1]}
		release := held(t, s)
		defer release()
		var all sync.WaitGroup
		change := func(ctx context.Context, id uuid.UUID, change func(*attempt.Attempt)) (answer *error) {
			answer = new(error)
			all.Go(func() {
				_, *answer = s.ChangeAttempt(ctx, owner, id, func(a *attempt.Attempt) error {
					change(a)
					return nil
				})
			})
			return answer
		}
		waiting := func(n int) {
			t.Helper()
			until(t, fmt.Sprint(n, " changes wait"), func() bool { return len(s.writer.queue) == n })
		}
		occupied := change(t.Context(), first, func(a *attempt.Attempt) { decide(a, "wait") })
		time.Sleep(10 * time.Millisecond)
		waiting(0)
		time.Sleep(10 * time.Millisecond) // the writer has taken it and is held: the next two share a batch
		ctx, cancel := context.WithCancel(t.Context())
		left := change(ctx, its.id, func(a *attempt.Attempt) {
			a.Lang = "en"
			a.Draft = attempt.Draft{Revision: 1, SavedAt: noon}
		})
		waiting(1)
		cancel()
		until(t, "the gate is left", func() bool {
			s.turnstile.mu.Lock()
			defer s.turnstile.mu.Unlock()
			return s.turnstile.gates[its] == nil
		})
		stayed := change(t.Context(), its.id, func(a *attempt.Attempt) { a.Reflection.Confidence = 3 })
		waiting(2)
		release()
		all.Wait()
		if *occupied != nil || *stayed != nil || !errors.Is(*left, context.Canceled) {
			t.Fatal(*occupied, *stayed, *left)
		}
		a, err := kept(t, s, owner, its.id)
		if err != nil || a.Reflection.Confidence != 3 || (a.Lang == "en") != (a.Draft.Revision == 1) {
			t.Errorf("kept are %q, %+v and %+v, %v", a.Lang, a.Draft, a.Reflection, err)
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
		a, err := kept(t, replicas[0], owner, id)
		if err != nil {
			t.Fatal(err)
		}
		found := []int{a.Step(), a.Draft.Revision, len(a.Lang) - len("fr"), a.Reflection.Confidence}
		for kind, n := range found {
			if want := int(acknowledged[kind].Load()); n != want || want == 0 {
				t.Errorf("of the changes %d, %d were acknowledged and %d are kept", kind, want, n)
			}
		}
	})
}

func TestChangesOfOneAttemptAreNotMadeInVain(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		id := begun(t, s, owner).ID
		var runs atomic.Int64
		var all sync.WaitGroup
		for range 32 {
			all.Go(func() {
				if _, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
					runs.Add(1)
					decide(a, "wait")
					return nil
				}); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if a, err := kept(t, s, owner, id); err != nil || a.Step() != 32 || runs.Load() != 32 {
			t.Errorf("%d runs have led to step %d, %v", runs.Load(), a.Step(), err)
		}
	})
}

func TestWhatIsRememberedNeverAnswersForTheDatabase(t *testing.T) {
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
		if got, err := here.Attempt(t.Context(), owner, id); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("a read answers %+v, %v", got, err)
		}
		if got, err := here.ChangeAttempt(t.Context(), owner, id, func(*attempt.Attempt) error { return nil }); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("a change that has nothing to do answers %+v, %v", got, err)
		}
		for i, s := range []*Store{here, there, here} {
			step := i + 1
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
	r := newRecent[which, keptAttempt](remembered)
	for range remembered + 10 {
		r.put(which{id: newID(t)}, keptAttempt{})
	}
	its := which{id: newID(t)}
	r.put(its, keptAttempt{changes: 7})
	if known, found := r.take(its); !found || known.changes != 7 || len(r.last) != remembered-1 {
		t.Errorf("got %d, %v, beside %d others", known.changes, found, len(r.last))
	}
	if _, found := r.take(its); found {
		t.Error("what was taken is still remembered")
	}
}
