package store

import (
	"testing"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

// unpaid makes every commit fail that writes to one of the tables: it leaves a debt that the end of a transaction asks
// for. The answer pays it off.
func unpaid(t *testing.T, s *Store, tables ...string) (pay func()) {
	t.Helper()
	run := func(statement string) {
		t.Helper()
		if err := s.write.WithContext(t.Context()).Exec(statement).Error; err != nil {
			t.Fatal(err)
		}
	}
	run("CREATE TABLE paid (id INTEGER PRIMARY KEY)")
	run("CREATE TABLE owed (id INTEGER REFERENCES paid (id) DEFERRABLE INITIALLY DEFERRED)")
	then := "BEGIN INSERT INTO owed VALUES (1); END"
	if _, isServer := s.database.(postgres); isServer {
		run("CREATE FUNCTION owe() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO owed VALUES (1); RETURN NULL; END'")
		then = "FOR EACH ROW EXECUTE FUNCTION owe()"
	}
	for _, table := range tables {
		run("CREATE TRIGGER owe_" + table + " AFTER INSERT ON " + table + " " + then)
	}
	return func() { run("INSERT INTO paid VALUES (1)") }
}

func TestAStoreIsNotReadyFromAFailedCommitToTheNextThatSucceeds(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		id := begun(t, s, owner).ID
		play := func() error {
			_, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
				decide(a, "wait")
				return nil
			})
			return err
		}
		if err := s.Ready(t.Context()); err != nil {
			t.Fatal(err)
		}
		pay := unpaid(t, s, "decisions")
		if err := play(); err == nil {
			t.Fatal("a change was acknowledged")
		}
		if s.writer.tally.trouble.Load() == nil || s.Figures().Failed != 1 {
			t.Fatalf("no trouble after a failed commit: %+v", s.Figures())
		}
		if err := s.Ready(t.Context()); err != nil || s.writer.tally.trouble.Load() != nil {
			t.Errorf("not ready although a probe is kept: %v", err)
		}
		if err := play(); err == nil || s.writer.tally.trouble.Load() == nil {
			t.Fatal("a change was acknowledged")
		}
		pay()
		if err := play(); err != nil || s.writer.tally.trouble.Load() != nil {
			t.Errorf("in trouble although a change is kept: %v", err)
		}
	})
}

func TestAProbeThatFailsIsToldInASentence(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		id := begun(t, s, owner).ID
		pay := unpaid(t, s, "decisions", "rate_limits")
		_, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
			decide(a, "wait")
			return nil
		})
		if err == nil {
			t.Fatal("a change was acknowledged")
		}
		for range 2 {
			wantFault(t, s.Ready(t.Context()), fault.Unavailable, "not_keeping")
		}
		pay()
		if err := s.Ready(t.Context()); err != nil {
			t.Errorf("not ready once mended: %v", err)
		}
	})
}

func TestAChangeThatIsToBlameItselfIsNoTroubleOfTheStore(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		id := begun(t, s, owner).ID
		if _, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
			decide(a, "wait")
			a.Decisions[0].Confidence = 9
			return nil
		}); err == nil {
			t.Fatal("a bad change was kept")
		}
		if err := s.Ready(t.Context()); err != nil || s.Figures().Failed != 0 || s.writer.tally.trouble.Load() != nil {
			t.Errorf("%v, %+v", err, s.Figures())
		}
	})
}

func TestFiguresTellHowManyShareACommit(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		ids := several(t, s, owner, 40)
		before := s.Figures()
		for i, err := range together(t, s, owner, ids, func(_ int, a *attempt.Attempt) { decide(a, "wait") }) {
			if err != nil {
				t.Errorf("change %d: %v", i, err)
			}
		}
		after := s.Figures()
		if kept := after.Changes - before.Changes; kept != 40 || after.Waiting != 0 {
			t.Errorf("%d changes are counted, %d wait", kept, after.Waiting)
		}
		var commits uint64
		for i := range after.Commits {
			commits += after.Commits[i] - before.Commits[i]
		}
		if shared := after.Commits[0] - before.Commits[0]; commits == 0 || commits > 20 || shared == commits {
			t.Errorf("%d commits for 40 changes, of which %d were of one alone", commits, shared)
		}
	})
}
