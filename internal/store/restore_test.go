package store

import (
	"bufio"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"casebook/internal/audit"
	"casebook/internal/fault"
)

// filed makes a closed database of n attempts.
func filed(t *testing.T, path string, n int) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Now: atNoon})
	if err != nil {
		t.Fatal(err)
	}
	owner := guest(t, s)
	for range n {
		begun(t, s, owner)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// holds opens a database, counts its attempts and closes it.
func holds(t *testing.T, path string) int {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Now: atNoon, MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer shut(s)
	return int(count(t, s, "attempts"))
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestARestoreBringsTheBackupBackAndKeepsWhatWasThere(t *testing.T) {
	folder, shelf := t.TempDir(), t.TempDir()
	path, backup := filepath.Join(folder, "casebook.db"), filepath.Join(shelf, "backup.db")
	filed(t, path, 3)
	filed(t, backup, 2)
	before := filesIn(t, shelf)
	r, err := Restore(t.Context(), path, backup, atNoon)
	if want := path + ".replaced-20260309T120000Z"; err != nil || r.Aside != want || r.Schema < trailSince {
		t.Fatalf("%+v, %v, want %s", r, err, want)
	}
	if n := holds(t, path); n != 2 {
		t.Errorf("%d attempts are in place, want the backup's 2", n)
	}
	if !maps.Equal(filesIn(t, shelf), before) {
		t.Error("the backup has changed")
	}
	// What was set aside is restored in the same way: nothing is lost, and each has a name of its own.
	again, err := Restore(t.Context(), path, r.Aside, atNoon)
	if want := path + ".replaced-20260309T120000Z-2"; err != nil || again.Aside != want {
		t.Fatalf("%+v, %v, want %s", again, err, want)
	}
	for name, want := range map[string]int{path: 3, r.Aside: 3, again.Aside: 2} {
		if n := holds(t, name); n != want {
			t.Errorf("%s holds %d attempts, want %d", name, n, want)
		}
	}
}

func TestTheTrailTellsARestore(t *testing.T) {
	path, backup := filepath.Join(t.TempDir(), "casebook.db"), filepath.Join(t.TempDir(), "backup.db")
	filed(t, backup, 1)
	noted := func(path string) audit.Sound {
		t.Helper()
		s := opened(t, path)
		sound, err := verified(t, s, "")
		if err != nil {
			t.Fatal(err)
		}
		return sound
	}
	was := noted(backup)
	sum, err := fingerprint(backup)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), path, backup, atNoon); err != nil {
		t.Fatal(err)
	}
	s := opened(t, path)
	all := entries(t, s)
	last := all[len(all)-1]
	if last.Previous != was.Last || last.Action != audit.DatabaseRestored || last.Actor != audit.Program || last.Details != `{"backup":"`+sum+`"}` {
		t.Errorf("the last entry is %+v", last)
	}
	if sound, err := verified(t, s, was.Last); err != nil || sound.Entries != was.Entries+1 {
		t.Errorf("%+v, %v", sound, err)
	}
}

func TestABackupFromBeforeTheTrailIsRestoredAsItIs(t *testing.T) {
	folder := t.TempDir()
	path, backup := filepath.Join(folder, "casebook.db"), filepath.Join(folder, "old.db")
	if _, err := migrated(t.Context(), backup, earlier(t, trailSince-1)); err != nil {
		t.Fatal(err)
	}
	r, err := Restore(t.Context(), path, backup, atNoon)
	if err != nil || r != (Restored{Schema: trailSince - 1}) {
		t.Fatalf("%+v, %v", r, err)
	}
	s := opened(t, path) // which migrates it
	if sound, err := verified(t, s, ""); err != nil || sound.Entries == 0 {
		t.Errorf("%+v, %v", sound, err)
	}
}

func TestABackupThatIsNotOneIsRefusedAndChangesNothing(t *testing.T) {
	sound := soundFile(t)
	folder, shelf := t.TempDir(), t.TempDir()
	path := filepath.Join(folder, "casebook.db")
	filed(t, path, 1)
	for name, data := range map[string][]byte{
		"empty.db": nil, "text.db": []byte(strings.Repeat("Dear diary, ", 500)), "cut.db": sound[:len(sound)-1], "half.db": sound[:len(sound)/2],
		"garbled.db": garbled(sound), "orphans.db": sound, "newer.db": sound,
	} {
		write(t, filepath.Join(shelf, name), data)
	}
	execute(t, filepath.Join(shelf, "orphans.db"), "PRAGMA foreign_keys = off; DELETE FROM accounts")
	execute(t, filepath.Join(shelf, "newer.db"), "INSERT INTO casebook_schema (version_id, is_applied) VALUES (90000, 1)")
	execute(t, filepath.Join(shelf, "music.db"), "CREATE TABLE songs (title TEXT)")
	execute(t, filepath.Join(shelf, "bare.db"), "PRAGMA user_version = 1")
	before, onShelf := filesIn(t, folder), filesIn(t, shelf)
	for file, code := range map[string]string{
		"empty.db": "backup_damaged", "text.db": "backup_damaged", "cut.db": "backup_damaged", "half.db": "backup_damaged",
		"garbled.db": "backup_damaged", "orphans.db": "backup_damaged", "newer.db": "backup_newer", "music.db": "backup_foreign",
		"bare.db": "backup_foreign", "none.db": "backup_missing", ".": "database_not_a_file", path: "backup_is_the_database",
	} {
		t.Run(filepath.Base(file), func(t *testing.T) {
			if !filepath.IsAbs(file) {
				file = filepath.Join(shelf, file)
			}
			_, err := Restore(t.Context(), path, file, atNoon)
			text := wantFault(t, err, fault.Invalid, code)
			if !strings.Contains(text.FR, filepath.Clean(file)) || !strings.Contains(text.EN, filepath.Clean(file)) {
				t.Errorf("the file is not named: %s", text.EN)
			}
			if !maps.Equal(filesIn(t, folder), before) || !maps.Equal(filesIn(t, shelf), onShelf) {
				t.Error("a folder has changed")
			}
		})
	}
}

func TestWhateverIsInPlaceIsSetAside(t *testing.T) {
	sound := soundFile(t)
	backup := filepath.Join(t.TempDir(), "backup.db")
	filed(t, backup, 2)
	journal := []byte("what a crash has left")
	for name, c := range map[string]map[string][]byte{
		"nothing":                 {},
		"an empty file":           {"": {}},
		"an emptied one":          {"": {}, "-wal": journal, "-shm": journal},
		"a journal alone":         {"-wal": journal},
		"text":                    {"": []byte("Dear diary")},
		"a damaged one":           {"": garbled(sound), "-wal": journal},
		"half a file":             {"": sound[:len(sound)/2]},
		"a sound one":             {"": sound},
		"one with an old journal": {"": sound, "-journal": journal},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "casebook.db")
			for end, data := range c {
				write(t, path+end, data)
			}
			r, err := Restore(t.Context(), path, backup, atNoon)
			if err != nil {
				t.Fatal(err)
			}
			_, hadOne := c[""]
			if hadOne != (r.Aside != "") {
				t.Errorf("set aside: %q", r.Aside)
			}
			now := filesIn(t, folder)
			for end, data := range c {
				if got := now["casebook.db.replaced-20260309T120000Z"+end]; got != string(data) {
					t.Errorf("casebook.db%s is not kept as it was", end)
				}
			}
			if len(now) != len(c)+1 {
				t.Errorf("in the folder lies %v", slices.Sorted(maps.Keys(now)))
			}
			if n := holds(t, path); n != 2 {
				t.Errorf("%d attempts are in place", n)
			}
		})
	}
}

func TestARestoreOfAPlaceThatCannotHoldADatabaseIsRefused(t *testing.T) {
	folder := t.TempDir()
	backup := filepath.Join(folder, "backup.db")
	filed(t, backup, 1)
	for path, code := range map[string]string{
		filepath.Join(folder, "none", "casebook.db"): "folder_missing",
		filepath.Join(backup, "casebook.db"):         "folder_unwritable",
		folder:                                       "database_not_a_file",
		"postgres://localhost/casebook":              "restore_by_pg_restore",
	} {
		_, err := Restore(t.Context(), path, backup, atNoon)
		wantFault(t, err, fault.Invalid, code)
	}
	if names := slices.Collect(maps.Keys(filesIn(t, folder))); !slices.Equal(names, []string{"backup.db"}) {
		t.Errorf("in the folder lies %v", names)
	}
	wantFault(t, ownerRefused("casebook.db", syscall.EPERM), fault.Invalid, "owner_refused")
	wantFault(t, ofBackup("b.db", schema{}, &fs.PathError{Err: syscall.EACCES}), fault.Invalid, "backup_unreadable")
}

func TestARestoredFileHasTheOwnerAndThePermissionsOfTheOldOne(t *testing.T) {
	folder := t.TempDir()
	path, backup := filepath.Join(folder, "casebook.db"), filepath.Join(folder, "backup.db")
	filed(t, path, 1)
	filed(t, backup, 1)
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	owner := os.Geteuid()
	if owner == 0 { // the system's administrator restores for another
		owner = 12345
		if err := os.Chown(path, owner, -1); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Restore(t.Context(), path, backup, atNoon); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o640 || int(info.Sys().(*syscall.Stat_t).Uid) != owner {
		t.Errorf("%v, %+v, %v", info.Mode(), info.Sys(), err)
	}
}

// SQLite lays its journals beside the file itself, not beside a link to it.
func TestALinkToTheDatabaseIsFollowed(t *testing.T) {
	folder, elsewhere := t.TempDir(), t.TempDir()
	path, own, backup := filepath.Join(folder, "casebook.db"), filepath.Join(elsewhere, "own.db"), filepath.Join(elsewhere, "b.db")
	filed(t, own, 1)
	filed(t, backup, 2)
	if err := os.Symlink(own, path); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), path, backup, atNoon); err != nil {
		t.Fatal(err)
	}
	if target, err := os.Readlink(path); err != nil || target != own || holds(t, own) != 2 {
		t.Errorf("the link leads to %q, %v", target, err)
	}
}

// hold opens a database, as serve does before it answers anybody, and keeps it open.
func hold(ctx context.Context, address string) error {
	if _, err := Open(ctx, address, Options{Now: atNoon}); err != nil {
		return err
	}
	fmt.Println("open")
	time.Sleep(time.Minute)
	return nil
}

// holder starts another program that has a database open.
func holder(t *testing.T, path string) (end func()) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], path)
	cmd.Env = append(os.Environ(), victim+"=hold")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	end = sync.OnceFunc(func() {
		_ = cmd.Process.Kill() // it may have ended by itself
		_ = cmd.Wait()         // it was killed
	})
	t.Cleanup(end)
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "open\n" {
		t.Fatalf("the other program said %q, %v", line, err)
	}
	return end
}

// While another program has the database open, be it only to read, or be the file damaged under its hands, nothing is
// put in its place.
func TestADatabaseThatAProgramHasOpenIsNotReplaced(t *testing.T) {
	folder := t.TempDir()
	path, backup := filepath.Join(folder, "casebook.db"), filepath.Join(folder, "backup.db")
	filed(t, path, 1)
	filed(t, backup, 2)
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	end := holder(t, path)
	refused := func() {
		t.Helper()
		before := filesIn(t, folder)
		_, err := Restore(t.Context(), path, backup, atNoon)
		wantFault(t, err, fault.Conflict, "database_in_use")
		if !maps.Equal(filesIn(t, folder), before) {
			t.Error("the folder has changed")
		}
	}
	refused()
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	refused()
	end()
	write(t, path, sound)
	if _, err := Restore(t.Context(), path, backup, atNoon); err != nil || holds(t, path) != 2 {
		t.Errorf("once the program has ended: %v", err)
	}
}
