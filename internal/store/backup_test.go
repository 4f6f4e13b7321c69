package store

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

func TestABackupUnderWritesIsComplete(t *testing.T) {
	folder, shelf := t.TempDir(), t.TempDir()
	s := opened(t, filepath.Join(folder, "casebook.db"))
	owner := guest(t, s)
	id := begun(t, s, owner).ID
	step := func() {
		_, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
			decide(a, "wait")
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	for range 50 {
		step()
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			default:
				step()
			}
		}
	}()
	names := []string{"a.db", "b.db", "c.db"}
	acknowledged := make([]int, len(names))
	for i, name := range names {
		a, err := s.Attempt(t.Context(), owner, id)
		if err != nil {
			t.Fatal(err)
		}
		acknowledged[i] = a.Step()
		if _, err := s.Backup(t.Context(), filepath.Join(shelf, name)); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	<-stopped
	if got := slices.Sorted(maps.Keys(filesIn(t, shelf))); !slices.Equal(got, names) {
		t.Errorf("on the shelf lies %v, want %v", got, names)
	}
	for i, name := range names {
		a, err := opened(t, filepath.Join(shelf, name)).Attempt(t.Context(), owner, id)
		if err != nil || a.Step() < acknowledged[i] || len(a.Decisions) != a.Step() {
			t.Errorf("%s stands at step %d, %v; %d were acknowledged before", name, a.Step(), err, acknowledged[i])
		}
	}
}

func TestABackupNeverOverwrites(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "casebook.db")
	s := opened(t, path)
	target := filepath.Join(folder, "backup.db")
	if _, err := s.Backup(t.Context(), target); err != nil {
		t.Fatal(err)
	}
	before := filesIn(t, folder)
	for _, file := range []string{target, path} {
		_, err := s.Backup(t.Context(), file)
		wantFault(t, err, fault.Invalid, "backup_exists")
	}
	_, err := s.Backup(t.Context(), filepath.Join(folder, "none", "b.db"))
	wantFault(t, err, fault.Invalid, "folder_missing")
	if after := filesIn(t, folder); !maps.Equal(before, after) {
		t.Errorf("the folder has changed: %v", slices.Sorted(maps.Keys(after)))
	}
}

func TestABackupOfADatabaseThatIsNotSoundIsNotKept(t *testing.T) {
	folder, shelf := t.TempDir(), t.TempDir()
	s := opened(t, filepath.Join(folder, "casebook.db"))
	begun(t, s, guest(t, s))
	db := s.write.WithContext(t.Context())
	for _, statement := range []string{"PRAGMA foreign_keys = off", "DELETE FROM accounts"} {
		if err := db.Exec(statement).Error; err != nil {
			t.Fatal(err)
		}
	}
	_, err := s.Backup(t.Context(), filepath.Join(shelf, "b.db"))
	if text := wantFault(t, err, fault.Invalid, "database_damaged"); !strings.Contains(text.EN, filepath.Join(folder, "casebook.db")) {
		t.Errorf("the database is not named: %s", text.EN)
	}
	if files := filesIn(t, shelf); len(files) != 0 {
		t.Errorf("left behind: %v", slices.Collect(maps.Keys(files)))
	}
}

func TestAServerIsBackedUpByItsOwnTools(t *testing.T) {
	server, err := parse("postgres://localhost/casebook")
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{"b.db": "--file=b.db", "": "--file=casebook-2026-03-09T1200.dump"} {
		_, err := server.backup(t.Context(), schema{}, file, noon)
		if text := wantFault(t, err, fault.Invalid, "backup_by_pg_dump"); !strings.Contains(text.EN, "pg_dump --format=custom "+want) {
			t.Error(text.EN)
		}
	}
	_, err = server.restore(t.Context(), schema{}, "b.dump")
	if text := wantFault(t, err, fault.Invalid, "restore_by_pg_restore"); !strings.HasSuffix(text.EN, ": pg_restore --clean --if-exists --single-transaction --dbname=postgres://… b.dump") {
		t.Error(text.EN)
	}
}
