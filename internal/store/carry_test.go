package store

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/uuid"

	"casebook/internal/audit"
)

// erasedSince makes a database of two people with an attempt each, backs it up, and erases the first.
func erasedSince(t *testing.T, path, backup string) (gone, stays uuid.UUID) {
	t.Helper()
	s := opened(t, path)
	gone, stays = guest(t, s), guest(t, s)
	begun(t, s, gone)
	begun(t, s, stays)
	if _, err := s.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := s.Erase(t.Context(), gone, gone); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return gone, stays
}

func TestARestoredBackupBringsNobodyBackWhoWasErased(t *testing.T) {
	folder := t.TempDir()
	path, backup := filepath.Join(folder, "casebook.db"), filepath.Join(folder, "backup.db")
	gone, stays := erasedSince(t, path, backup)
	for round, want := range []int{1, 1} { // the ledger comes along
		r, err := Restore(t.Context(), path, backup, atNoon)
		if err != nil || r.Erased != want || r.Unread {
			t.Fatalf("round %d: %+v, %v", round, r, err)
		}
	}
	s := opened(t, path)
	if _, err := s.Account(t.Context(), gone); err == nil {
		t.Error("who was erased is back")
	}
	if _, err := s.Account(t.Context(), stays); err != nil {
		t.Errorf("who was not is gone: %v", err)
	}
	if n := count(t, s, "attempts"); n != 1 {
		t.Errorf("%d attempts", n)
	}
	if got := erasures(t, s); !slices.Contains(got, gone) {
		t.Errorf("the ledger holds %v", got)
	}
	if _, err := verified(t, s, ""); err != nil {
		t.Errorf("the trail: %v", err)
	}
	last := entries(t, s)[len(entries(t, s))-1]
	if last.Action != audit.ErasuresReplayed || last.Details != `{"accounts":1}` {
		t.Errorf("the trail says %+v", last)
	}
}

func TestABackupFromBeforeTheLedgerBringsNobodyBackEither(t *testing.T) {
	folder := t.TempDir()
	path, backup := filepath.Join(folder, "casebook.db"), filepath.Join(folder, "old.db")
	old := namedSchema(t, backup)
	gone := newID(t)
	if err := old.Exec("INSERT INTO accounts (id, kind, created_at) VALUES (?, 'guest', ?)", key(gone), noon).Error; err != nil {
		t.Fatal(err)
	}
	if db, err := old.DB(); err != nil || db.Close() != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), path, backup, atNoon); err != nil {
		t.Fatal(err)
	}
	s := opened(t, path)
	if err := s.Erase(t.Context(), gone, gone); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if r, err := Restore(t.Context(), path, backup, atNoon); err != nil || r.Erased != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	s = opened(t, path)
	if _, err := s.Account(t.Context(), gone); err == nil {
		t.Error("who was erased is back")
	}
}

func TestARestoreOverWhatCannotBeReadSaysSo(t *testing.T) {
	folder := t.TempDir()
	path, backup := filepath.Join(folder, "casebook.db"), filepath.Join(folder, "backup.db")
	filed(t, backup, 1)
	write(t, path, []byte("no database"))
	if r, err := Restore(t.Context(), path, backup, atNoon); err != nil || !r.Unread {
		t.Errorf("%+v, %v", r, err)
	}
}
