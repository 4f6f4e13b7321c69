package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"gorm.io/gorm"

	"casebook/internal/audit"
	"casebook/internal/fault"
)

// entries reads the whole trail.
func entries(t *testing.T, s *Store) (all []audit.Entry) {
	t.Helper()
	for e, err := range s.Trail(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

// verified checks the trail of a database; noted may be empty.
func verified(t *testing.T, s *Store, noted string) (audit.Sound, error) {
	t.Helper()
	c := audit.NewChain(noted)
	for _, e := range entries(t, s) {
		if err := c.Add(e); err != nil {
			return audit.Sound{}, err
		}
	}
	return c.End()
}

// publishing adds n versions, each with an entry of its own.
func publishing(t *testing.T, s *Store, n int) {
	t.Helper()
	for i := range n {
		if _, _, err := s.AddVersion(t.Context(), record("client", fmt.Sprintf("files %d.", i))); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheTrailTellsWhatWasDone(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		begun(t, s, guest(t, s))
		var got []string
		for _, e := range entries(t, s) {
			got = append(got, fmt.Sprintf("%s %s %s %s %s", e.At, e.Actor, e.Action, e.Subject, e.Details))
		}
		first := "2026-03-09T12:00:00.123456Z program database.migrated schema/4 {}"
		last := `2026-03-09T12:00:00.123456Z program version.published client/1 {"content":"` + strings.Repeat("a", 64) + `"}`
		if len(got) < 2 || got[0] != first || got[len(got)-1] != last {
			t.Errorf("the trail tells\n%s", strings.Join(got, "\n"))
		}
		if sound, err := verified(t, s, ""); err != nil || sound.Entries != int64(len(got)) {
			t.Errorf("%+v, %v", sound, err)
		}
	})
}

func TestTheTrailTellsEachMigration(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		if _, err := migrated(t.Context(), address, next("INSERT INTO nowhere VALUES (1);")); err == nil {
			t.Fatal("a broken migration was run")
		}
		tells := func() bool {
			return slices.ContainsFunc(entries(t, s), func(e audit.Entry) bool { return e.Subject == "schema/90000" })
		}
		if tells() {
			t.Error("the trail tells a migration that was undone")
		}
		if _, err := migrated(t.Context(), address, next("CREATE TABLE later (id INTEGER);")); err != nil {
			t.Fatal(err)
		}
		if !tells() {
			t.Error("the trail does not tell a migration")
		}
		if _, err := verified(t, s, ""); err != nil {
			t.Error(err)
		}
	})
}

func TestAnEntryIsNotThereWhenItsChangeIsUndone(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		publishing(t, s, 1)
		before := entries(t, s)
		refused := errors.New("refused")
		err := s.transact(t.Context(), "try", func(tx *gorm.DB) error {
			if err := s.record(tx, audit.Event{Actor: audit.Program, Action: "test.undone", Subject: "it"}); err != nil {
				return err
			}
			return refused
		})
		if !errors.Is(err, refused) {
			t.Fatal(err)
		}
		if after := entries(t, s); !slices.Equal(after, before) {
			t.Errorf("the trail tells %v", after[len(before):])
		}
		publishing(t, s, 2)
		if _, err := verified(t, s, before[len(before)-1].Hash); err != nil {
			t.Error(err)
		}
	})
}

func TestReplicasThatRecordTogetherKeepOneChain(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		replicas := []*Store{opened(t, address), opened(t, address)}
		before := len(entries(t, replicas[0]))
		const each, together = 10, 8
		var wg sync.WaitGroup
		for i := range together {
			wg.Go(func() {
				s := replicas[i%2]
				for n := range each {
					err := s.transact(t.Context(), "record", func(tx *gorm.DB) error {
						return s.record(tx, audit.Event{Actor: audit.Program, Action: "test.rival", Subject: fmt.Sprintf("%d/%d", i, n)})
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		sound, err := verified(t, replicas[1], "")
		if err != nil || sound.Entries != int64(before+each*together) {
			t.Errorf("%+v, %v, want %d entries", sound, err, before+each*together)
		}
	})
}

func TestALongTrailIsReadToItsEnd(t *testing.T) {
	s := opened(t, filepath.Join(t.TempDir(), "casebook.db"))
	before := len(entries(t, s))
	err := s.transact(t.Context(), "record", func(tx *gorm.DB) error {
		for range 2 * trailPage {
			if err := s.record(tx, audit.Event{Actor: audit.Program, Action: "test.many"}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if sound, err := verified(t, s, ""); err != nil || sound.Entries != int64(before+2*trailPage) {
		t.Errorf("%+v, %v", sound, err)
	}
}

func TestADatabaseFromBeforeTheTrailHasNone(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		if _, err := migrated(t.Context(), address, earlier(t, trailSince-1)); err != nil {
			t.Fatal(err)
		}
		s, err := Open(t.Context(), address, Options{Now: atNoon})
		if err != nil {
			t.Fatal(err)
		}
		defer shut(s)
		for _, err := range s.Trail(t.Context()) {
			wantFault(t, err, fault.Invalid, "trail_missing")
		}
		if _, err := s.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		if sound, err := verified(t, s, ""); err != nil || sound.Entries == 0 {
			t.Errorf("%+v, %v", sound, err)
		}
	})
}
