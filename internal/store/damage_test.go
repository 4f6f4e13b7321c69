package store

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

// compact is a database without a free page: there is none whose loss would not matter.
func compact(t *testing.T) []byte {
	t.Helper()
	folder := t.TempDir()
	path, copied := filepath.Join(folder, "casebook.db"), filepath.Join(folder, "copy.db")
	write(t, path, soundFile(t))
	if err := inFile(path).copyTo(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// wantRefused opens a folder's casebook.db, which must be refused with the command that restores it, and left as it was
// with all that lies beside it, but for an index that SQLite makes of a journal.
func wantRefused(t *testing.T, what any, folder string) {
	t.Helper()
	path := filepath.Join(folder, "casebook.db")
	before := filesIn(t, folder)
	s, err := Open(t.Context(), path, Options{Now: atNoon})
	if err == nil {
		shut(s)
	}
	f, ok := fault.From(err)
	if !ok || !strings.HasPrefix(f.Code, "database_") {
		t.Fatalf("%v: it was opened: %v", what, err)
	}
	if command := "casebook restore BACKUP.db --database " + path; !strings.Contains(f.Text.FR, command) || !strings.Contains(f.Text.EN, command) {
		t.Errorf("%v: the command is not named: %s", what, f.Text.EN)
	}
	after := filesIn(t, folder)
	delete(before, "casebook.db-shm")
	delete(after, "casebook.db-shm")
	if !maps.Equal(after, before) {
		t.Errorf("%v: the folder has changed: %v", what, slices.Sorted(maps.Keys(after)))
	}
}

func TestACutFileIsRefusedWhereverItEnds(t *testing.T) {
	sound := compact(t)
	folder := t.TempDir()
	lengths := []int{0, 1, 15, 16, 99, 100, 101, 512}
	for page := 4096; page <= len(sound); page += 4096 {
		lengths = append(lengths, page-1)
		if page < len(sound) {
			lengths = append(lengths, page, page+1)
		}
	}
	for _, n := range lengths {
		write(t, filepath.Join(folder, "casebook.db"), sound[:n])
		wantRefused(t, n, folder)
	}
}

func TestAPageOfNoiseIsRefusedWhereverItLies(t *testing.T) {
	sound := compact(t)
	folder := t.TempDir()
	noise := rand.NewChaCha8([32]byte{7})
	for page := 0; page < len(sound); page += 4096 {
		data := slices.Clone(sound)
		_, _ = noise.Read(data[page : page+4096]) // which always fills it
		write(t, filepath.Join(folder, "casebook.db"), data)
		wantRefused(t, page/4096, folder)
	}
}

// crashed are the files of a database whose program was killed: a journal holds its last change.
func crashed(t *testing.T) map[string][]byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "casebook.db")
	write(t, path, soundFile(t))
	s := opened(t, path)
	owner := guest(t, s)
	id := begun(t, s, owner).ID
	if _, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
		decide(a, "wait")
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + end)
		if err != nil || len(data) == 0 {
			t.Fatal(err)
		}
		files[end] = data
	}
	return files
}

func TestADamagedFileIsRefusedWithTheJournalBesideIt(t *testing.T) {
	left := crashed(t)
	file := left[""]
	for name, data := range map[string][]byte{
		"emptied": {}, "half a header": file[:50], "the header alone": file[:100], "half a file": file[:len(file)/2],
		"garbled": garbled(file), "text": []byte(strings.Repeat("Dear diary, ", 500)), "gone": nil,
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "casebook.db")
			write(t, path+"-wal", left["-wal"])
			if data != nil {
				write(t, path, data)
			}
			wantRefused(t, name, folder)
		})
	}
	folder := t.TempDir()
	for end, data := range left {
		write(t, filepath.Join(folder, "casebook.db"+end), data)
	}
	if n := holds(t, filepath.Join(folder, "casebook.db")); n != 201 {
		t.Errorf("undamaged, it holds %d attempts, want 201", n)
	}
}
