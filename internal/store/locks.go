package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// A database that is put in the place of another must not meet a program that works with the old one, and would go on
// writing the old one's journal beside the new one. Two locks see to it: the folder is locked for as long as a database
// in it is being opened or replaced, the file for as long as a program has it open.

// gate locks the folder of the database: all who open a database in it pass together (syscall.LOCK_SH), who replaces
// one passes alone (syscall.LOCK_EX). Where folders cannot be locked, all pass.
func (d sqlite) gate(how int) (leave func()) {
	folder, err := os.Open(filepath.Dir(d.path))
	if err != nil {
		return func() {}
	}
	for errors.Is(syscall.Flock(int(folder.Fd()), how), syscall.EINTR) {
	}
	return func() { shut(folder) }
}

// claim locks the file against every program that works with it, and is refused while there is one: for a program that
// has a database open holds SQLite's shared lock on it. The file may hold anything; it is not read. Who closes another
// handle of the file lets the lock go too: such are the locks of POSIX.
func (d sqlite) claim() (release func(), err error) {
	f, err := os.OpenFile(d.path, os.O_RDWR, 0)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return func() {}, nil
	case err != nil:
		return nil, readOnlyFile(d.path, err)
	}
	const pending, length = 1 << 30, 512 // the bytes by which SQLite locks a file, whatever its size
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Whence: io.SeekStart, Start: pending, Len: length}
	err = syscall.FcntlFlock(f.Fd(), syscall.F_SETLK, &lock)
	if err == nil {
		return func() { shut(f) }, nil
	}
	shut(f)
	if errors.Is(err, syscall.EAGAIN) || errors.Is(err, syscall.EACCES) {
		return nil, databaseInUse(d.path)
	}
	return nil, err
}
