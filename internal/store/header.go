package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
)

// readHeader refuses what is certainly no sound SQLite file before SQLite itself touches it.
func (d sqlite) readHeader() error {
	f, err := os.Open(d.path)
	if err != nil {
		return err
	}
	defer shut(f)
	header := make([]byte, 100)
	n, err := io.ReadFull(f, header)
	switch {
	case errors.Is(err, io.EOF):
		return &unsound{trouble: emptied}
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return err
	case !bytes.HasPrefix(header, []byte("SQLite format 3\x00")):
		return &unsound{trouble: notSQLite}
	case n < len(header):
		return broken(errors.New("the header is cut"))
	}
	info, err := f.Stat()
	if err != nil {
		return err
	}
	// A journal left by a crash may hold the missing end; without one, the header tells the size.
	if !d.has("-wal") && !d.has("-journal") && info.Size() < sizeIn(header) {
		return broken(errors.New("the file is cut"))
	}
	return nil
}

// sizeIn is the size of the whole file as its header has it; zero when an old SQLite left it out.
func sizeIn(header []byte) int64 {
	const pageSize, changes, pages, pagesAsOf = 16, 24, 28, 92
	size := int64(binary.BigEndian.Uint16(header[pageSize:]))
	if size == 1 {
		size = 1 << 16
	}
	if !bytes.Equal(header[changes:changes+4], header[pagesAsOf:pagesAsOf+4]) {
		return 0
	}
	return size * int64(binary.BigEndian.Uint32(header[pages:]))
}
