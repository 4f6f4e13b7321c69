package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// beside makes an empty file of a new name in the folder of path, for its owner alone.
func beside(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// place gives a finished file its name, durably, and never takes the place of another.
func place(draft, path string) error {
	if err := flush(draft); err != nil {
		return err
	}
	err := os.Link(draft, path)
	if err != nil && !os.IsExist(err) { // a file system without links
		if _, there := os.Lstat(path); !errors.Is(there, fs.ErrNotExist) {
			return os.ErrExist
		}
		err = os.Rename(draft, path)
	}
	if err != nil {
		return err
	}
	return flush(filepath.Dir(path))
}

// flush makes a file, or a folder's list of names, survive a power cut.
func flush(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// scrap removes a draft and what SQLite leaves beside it. What is not there needs no removing.
func scrap(draft string) {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		_ = os.Remove(draft + suffix)
	}
}
