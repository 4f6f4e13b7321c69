//go:build trials

package trials

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestDamagedFilesAreRefused(t *testing.T) {
	r := trial(t, "damaged files, SQLite")
	file := filepath.Join(t.TempDir(), "casebook.db")
	played(t, file)
	sound, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	torn := slices.Clone(sound)
	for page := 2 * 4096; page+64 < len(torn); page += 4096 {
		copy(torn[page:], bytes.Repeat([]byte{0xa5}, 64))
	}
	headless := append(make([]byte, 4096), sound[4096:]...)
	damages := map[string][]byte{
		"emptied": nil, "cut in half": sound[:len(sound)/2], "one page short": sound[:len(sound)-4096],
		"pages overwritten": torn, "first page zeroed": headless, "all zeros": make([]byte, len(sound)),
	}
	opened, slowest := 0, time.Duration(0)
	for name, data := range damages {
		folder := t.TempDir()
		file := filepath.Join(folder, "casebook.db")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		begun := time.Now()
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		cmd := product.command(ctx, "serve", "--addr", "127.0.0.1:0", "--database", file)
		said, _ := cmd.CombinedOutput() // the exit code says it
		cancel()
		slowest = max(slowest, time.Since(begun))
		if code := cmd.ProcessState.ExitCode(); code != 1 || !strings.Contains(string(said), "casebook restore") {
			t.Errorf("%s: exit code %d, the restore command is not named: %s", name, code, said)
		}
		left, err := os.ReadFile(file)
		entries, _ := os.ReadDir(folder) // it is the test's own
		if err != nil || !bytes.Equal(left, data) || len(entries) != 1 {
			t.Errorf("%s: the file or its folder has changed, %v, %d files", name, err, len(entries))
		}
		if carelessly(t, file) == nil {
			opened++
		}
	}
	r.saw("%d of %d refused and left as they were, the last after %v", len(damages), len(damages), slowest.Round(time.Millisecond))
	r.caught(opened > 0, "who only opens and creates what is missing accepts %d", opened)
}

// carelessly opens a file as a program that checks nothing: a table is made where it is missing.
func carelessly(t *testing.T, file string) error {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+file)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }() // the statement's end says all
	_, err = db.ExecContext(t.Context(), "CREATE TABLE IF NOT EXISTS casebook_schema (version_id INTEGER)")
	return err
}
