package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"casebook/internal/fault"
)

// soundFile makes a database of many pages and returns its bytes.
func soundFile(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "casebook.db")
	s, err := Open(t.Context(), path, Options{Now: atNoon})
	if err != nil {
		t.Fatal(err)
	}
	owner := guest(t, s)
	for range 200 {
		begun(t, s, owner)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// garbled is a database whose pages have lost their beginnings.
func garbled(sound []byte) []byte {
	data := bytes.Clone(sound)
	for i := 2 * 4096; i < len(data); i += 4096 {
		copy(data[i:], bytes.Repeat([]byte{0xff}, 64))
	}
	return data
}

// filesIn are the files of a folder with what they hold.
func filesIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, name))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestABadFileIsRefusedAndLeftAsItWas(t *testing.T) {
	sound := soundFile(t)
	strange := bytes.Clone(sound)
	strange[47] = 9 // a schema format that no SQLite knows
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"empty":             {nil, "database_empty"},
		"text":              {[]byte(strings.Repeat("Dear diary, ", 500)), "database_not_sqlite"},
		"short text":        {[]byte("hi"), "database_not_sqlite"},
		"only zeros":        {make([]byte, 8192), "database_not_sqlite"},
		"half a header":     {sound[:50], "database_damaged"},
		"half a file":       {sound[:len(sound)/2], "database_damaged"},
		"half, odd":         {sound[:len(sound)/2+77], "database_damaged"},
		"one byte missing":  {sound[:len(sound)-1], "database_damaged"},
		"garbled pages":     {garbled(sound), "database_damaged"},
		"an unknown format": {strange, "database_damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "case book.db")
			if err := os.WriteFile(path, c.data, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := Open(t.Context(), path, Options{Now: atNoon})
			text := wantFault(t, err, fault.Invalid, c.code)
			for _, sentence := range []string{text.FR, text.EN} {
				if !strings.Contains(sentence, path) || !strings.Contains(sentence, "casebook restore BACKUP.db --database '"+path+"'") {
					t.Errorf("the file or the cure is not named: %s", sentence)
				}
			}
			if got, want := filesIn(t, folder), map[string]string{"case book.db": string(c.data)}; !maps.Equal(got, want) {
				t.Errorf("the folder has changed: %v", slices.Sorted(maps.Keys(got)))
			}
		})
	}
}

func TestADatabaseOfAnotherProgramIsRefused(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "music.db")
	execute(t, path, "CREATE TABLE songs (title TEXT)")
	before := filesIn(t, folder)
	_, err := Open(t.Context(), path, Options{Now: atNoon})
	wantFault(t, err, fault.Invalid, "database_foreign")
	if after := filesIn(t, folder); !maps.Equal(after, before) {
		t.Errorf("the folder has changed: %v", slices.Sorted(maps.Keys(after)))
	}
}

// execute runs a statement in a SQLite file, which it makes when it is missing.
func execute(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open(driver3, path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAMissingFileIsMadeWholeAndForItsOwner(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a ?#% é.db")
	_, err := Open(t.Context(), path, Options{Now: atNoon, MustExist: true})
	wantFault(t, err, fault.Invalid, "database_missing")
	if files := filesIn(t, folder); len(files) != 0 {
		t.Errorf("a refused file was made: %v", files)
	}

	s, err := Open(t.Context(), "sqlite:"+path, Options{Now: atNoon})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Ping(t.Context()); err != nil {
		t.Errorf("a new file is not ready: %v", err)
	}
	guest(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if names := slices.Collect(maps.Keys(filesIn(t, folder))); !slices.Equal(names, []string{filepath.Base(path)}) {
		t.Errorf("beside the database lies %v", names)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("its permissions are %v, %v", info.Mode(), err)
	}
	again, err := Open(t.Context(), path, Options{Now: atNoon, MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer shut(again)
	if n := count(t, again, "accounts"); n != 1 {
		t.Errorf("%d accounts came back, want 1", n)
	}
}

func TestAPlaceThatCannotHoldADatabaseIsRefused(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, code := range map[string]string{
		filepath.Join(folder, "none", "casebook.db"): "folder_missing",
		filepath.Join(file, "casebook.db"):           "folder_unwritable",
		folder:                                       "database_not_a_file",
	} {
		_, err := Open(t.Context(), path, Options{Now: atNoon})
		wantFault(t, err, fault.Invalid, code)
	}
	// What a folder without the right to write answers; a test run by root would be let in.
	wantFault(t, unusableFolder("casebook.db", &fs.PathError{Err: syscall.EACCES}), fault.Invalid, "folder_unwritable")
	wantFault(t, failure("open", unusableFolder("casebook.db", syscall.ENOSPC)), fault.Full, "disk_full")
	wantFault(t, readOnlyFile("casebook.db", errors.New("denied")), fault.Invalid, "database_read_only")
}

func TestAServerThatCannotBeUsedIsRefused(t *testing.T) {
	for address, want := range map[string]struct {
		kind fault.Kind
		code string
	}{
		"":                                     {fault.Invalid, "bad_database_address"},
		"sqlite:":                              {fault.Invalid, "bad_database_address"},
		"mysql://root:secret@localhost/a":      {fault.Invalid, "bad_database_address"},
		"postgres://u:secret@host:port/a":      {fault.Invalid, "bad_database_address"},
		"postgres://u:secret@%zz/a":            {fault.Invalid, "bad_database_address"},
		"postgres://u:secret@127.0.0.1:1/none": {fault.Unavailable, "database_unreachable"},
	} {
		_, err := Open(context.Background(), address, Options{Now: atNoon})
		text := wantFault(t, err, want.kind, want.code)
		if strings.Contains(text.FR+text.EN+err.Error(), "secret") {
			t.Errorf("the password is shown: %v", err)
		}
	}
}
