package store

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/internal/fault"
)

func TestABackupWithoutANameLiesBesideTheDatabase(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, filepath.Join(folder, "casebook.db"))
	for _, want := range []string{"casebook-2026-03-09T1200.db", "casebook-2026-03-09T1200-2.db", "casebook-2026-03-09T1200-3.db"} {
		file, err := s.Backup(t.Context(), "")
		if err != nil || file != filepath.Join(folder, want) || holds(t, file) != 0 {
			t.Errorf("%s, %v, want %s", file, err, want)
		}
	}
}

func TestABackupIsKnownByItsName(t *testing.T) {
	minute := time.Date(2026, 11, 22, 3, 12, 0, 0, time.UTC)
	for path, names := range map[string]map[string]time.Time{
		"/srv/casebook.db": {
			"/srv/casebook-2026-11-22T0312.db":                 minute,
			"/srv/casebook-2026-11-22T0312-2.db":               minute,
			"/srv/casebook.db.before-4-20261122T031207Z":       minute.Add(7 * time.Second),
			"/srv/casebook.db.before-90000-20261122T031207Z-2": minute.Add(7 * time.Second),
			"/srv/casebook.db":                                 {},
			"/srv/casebook.db-wal":                             {},
			"/srv/casebook.db.replaced-20261122T031207Z":       {},
			"/srv/casebook-2026-11-22T0312.db-wal":             {},
			"/srv/casebook-test.db":                            {},
			"/srv/casebook-test-2026-11-22T0312.db":            {},
			"/srv/other-2026-11-22T0312.db":                    {},
			"/srv/casebook-.db":                                {},
			"/srv/casebook.db.before-":                         {},
			"/srv/casebook.db.before-4":                        {},
		},
		"/srv/casebook": {"/srv/casebook-2026-11-22T0312": minute, "/srv/casebook.before-4-20261122T031207Z": minute.Add(7 * time.Second)},
	} {
		for name, want := range names {
			if at, ok := takenAt(path, name); ok == want.IsZero() || ok && !at.Equal(want) {
				t.Errorf("%s of %s: %v, %v", name, path, at, ok)
			}
		}
	}
	for _, name := range []string{backupName("/srv/casebook.db", noon)(3), keptName("/srv/casebook.db", 4, noon)(3)} {
		if at, ok := takenAt("/srv/casebook.db", name); !ok || noon.Sub(at) >= time.Minute {
			t.Errorf("%s is not known: %v, %v", name, at, ok)
		}
	}
}

func TestTheRefusalNamesTheNewestBackupThatCanBeRestored(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "case book.db")
	beside := func(name string, data []byte) string {
		t.Helper()
		write(t, filepath.Join(folder, name), data)
		return filepath.Join(folder, name)
	}
	sound := soundFile(t)
	beside("case book.db", []byte("Dear diary"))
	older := beside("case book.db.before-4-20261120T000000Z", sound)
	newest := beside("case book-2026-11-21T0312.db", sound)
	beside("case book-2026-11-23T0312.db", sound[:5000]) // a copy that was cut
	beside("case book-2026-11-24T0312.db", nil)
	execute(t, beside("case book-2026-11-25T0312.db", sound), "INSERT INTO casebook_schema (version_id, is_applied) VALUES (90000, 1)")
	if err := os.Mkdir(filepath.Join(folder, "case book-2026-11-26T0312.db"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{newest, older, "BACKUP.db"} {
		_, err := Open(t.Context(), path, Options{Now: atNoon})
		text := wantFault(t, err, fault.Invalid, "database_not_sqlite")
		command := "casebook restore " + fault.Argument(want) + " --database " + fault.Argument(path)
		if !strings.Contains(text.EN, command) || !strings.Contains(text.FR, command) {
			t.Errorf("%s, want %s", text.EN, want)
		}
		_ = os.Remove(want) // the last one is none
	}
}

// Who goes back to the older program after an upgrade finds in the refusal the copy from before the upgrade.
func TestTheRefusalOfANewerDatabaseNamesTheCopyFromBeforeTheUpgrade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "casebook.db")
	filed(t, path, 3)
	m, err := migrated(t.Context(), path, next("DELETE FROM attempts;"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), path, Options{Now: atNoon})
	text := wantFault(t, err, fault.Invalid, "database_newer")
	if !strings.Contains(text.EN, "casebook restore "+m.Backup+" --database "+path) {
		t.Fatalf("%s does not name %s", text.EN, m.Backup)
	}
	if _, err := Restore(t.Context(), path, m.Backup, atNoon); err != nil || holds(t, path) != 3 {
		t.Error(err)
	}
	if names, err := filepath.Glob(path + ".replaced-*"); err != nil || len(names) != 1 || slices.Contains(names, m.Backup) {
		t.Errorf("aside lies %v, %v", names, err)
	}
}
