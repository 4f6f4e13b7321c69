package store

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"
)

// A restore that is killed between two of its steps is ended by whoever opens the database next: the new one is in
// place, and all of the old one is aside under one name.
func TestARestoreKilledBetweenTwoStepsIsEnded(t *testing.T) {
	fresh := soundFile(t)
	const stamp = "20260309T120000Z"
	old := map[string][]byte{"": []byte("old"), "-wal": []byte("old journal"), "-shm": []byte("old index")}
	for done := range len(files) + 1 {
		for _, next := range []string{"open", "restore"} {
			folder := t.TempDir()
			path := filepath.Join(folder, "casebook.db")
			write(t, path+restoring+stamp, fresh)
			for i, end := range files {
				if data, ok := old[end]; ok && i < done {
					write(t, path+replaced+stamp+end, data)
				} else if ok {
					write(t, path+end, data)
				}
			}
			if next == "open" {
				if n := holds(t, path); n != 200 {
					t.Errorf("after %d steps: %d attempts are in place", done, n)
				}
			} else {
				backup := filepath.Join(t.TempDir(), "backup.db")
				filed(t, backup, 2)
				if _, err := Restore(t.Context(), path, backup, func() time.Time { return noon.Add(time.Hour) }); err != nil || holds(t, path) != 2 {
					t.Errorf("after %d steps, a second restore: %v", done, err)
				}
			}
			now := filesIn(t, folder)
			for end, data := range old {
				if now["casebook.db"+replaced+stamp+end] != string(data) {
					t.Errorf("after %d steps: casebook.db%s is not aside; in the folder lies %v", done, end, slices.Sorted(maps.Keys(now)))
				}
			}
			if exists(path + restoring + stamp) {
				t.Errorf("after %d steps: the restore is not ended", done)
			}
		}
	}
}

func TestARestoreKilledAtAnyMomentLeavesTheOldOrTheNew(t *testing.T) {
	folder := t.TempDir()
	path, backup := filepath.Join(folder, "casebook.db"), filepath.Join(t.TempDir(), "backup.db")
	write(t, backup, soundFile(t))
	filed(t, path, 3)
	begun := time.Now()
	if _, err := Restore(t.Context(), filepath.Join(t.TempDir(), "casebook.db"), backup, atNoon); err != nil {
		t.Fatal(err)
	}
	undisturbed := time.Since(begun)
	for round := range 10 {
		doomed(t, 1, undisturbed*time.Duration(round)/6, "restore", path, backup)
		switch n := holds(t, path); n {
		case 3: // killed in time
		case 200:
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			filed(t, path, 3)
		default:
			t.Fatalf("round %d: neither the old nor the new one: %d attempts", round, n)
		}
	}
	if _, err := Restore(t.Context(), path, backup, atNoon); err != nil || holds(t, path) != 200 {
		t.Errorf("undisturbed: %v", err)
	}
}

// A program that starts while a database is being replaced waits, and opens the new one.
func TestAProgramThatStartsDuringARestoreOpensTheNewDatabase(t *testing.T) {
	folder := t.TempDir()
	path, draft := filepath.Join(folder, "casebook.db"), filepath.Join(folder, "draft")
	filed(t, path, 3)
	write(t, draft, soundFile(t))
	d := sqlite{path}
	leave := d.gate(syscall.LOCK_EX)
	found := make(chan int, 1)
	go func() { found <- holds(t, path) }()
	select {
	case n := <-found:
		t.Fatalf("it did not wait and found %d attempts", n)
	case <-time.After(50 * time.Millisecond):
	}
	if _, err := d.replace(draft, noon); err != nil {
		t.Fatal(err)
	}
	leave()
	if n := <-found; n != 200 {
		t.Errorf("it found %d attempts, want the new one's 200", n)
	}
}
