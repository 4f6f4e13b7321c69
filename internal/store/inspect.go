package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"

	"github.com/mattn/go-sqlite3"
)

// readHeader refuses what is certainly no sound SQLite file before SQLite itself touches it.
func (d sqlite) readHeader() error {
	f, err := os.Open(d.path)
	if err != nil {
		return readOnlyFile(d.path, err)
	}
	defer shut(f)
	header := make([]byte, 100)
	n, err := io.ReadFull(f, header)
	switch {
	case errors.Is(err, io.EOF):
		return emptyFile(d.path)
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return err
	case !bytes.HasPrefix(header, []byte("SQLite format 3\x00")):
		return notSQLite(d.path)
	case n < len(header):
		return damagedFile(d.path, errors.New("the header is cut"))
	}
	info, err := f.Stat()
	if err != nil {
		return err
	}
	// A journal left by a crash may hold the missing end; without one, the header tells the size.
	if !d.has("-wal") && !d.has("-journal") && info.Size() < sizeIn(header) {
		return damagedFile(d.path, errors.New("the file is cut"))
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

func (d sqlite) has(suffix string) bool {
	info, err := os.Stat(d.path + suffix)
	return err == nil && info.Size() > 0
}

// inspect refuses a database that is damaged, somebody else's, or too new. With no journal beside it, it opens the
// file so that nothing can appear beside it either.
func (d sqlite) inspect(ctx context.Context, s schema) error {
	options := untouched
	switch {
	case d.has("-journal"):
		options = "mode=rw&_busy_timeout=5000" // only a writer may undo what a crash left half done
	case d.has("-wal"):
		options = reading
	}
	err := d.examine(ctx, s, options)
	if err != nil && options == untouched && d.has("-wal") {
		return d.examine(ctx, s, reading) // another program has begun to write meanwhile
	}
	return err
}

func (d sqlite) examine(ctx context.Context, s schema, options string) error {
	db, err := d.handle(d.path, options)
	if err != nil {
		return err
	}
	defer shut(db)
	if err := d.sound(ctx, db, "PRAGMA quick_check(1)"); err != nil {
		return err
	}
	version, tables, err := schemaVersion(ctx, db, d)
	switch {
	case err != nil:
		return err
	case version < 0 && tables > 0:
		return foreignFile(d.path)
	case version > s.newest:
		return newerFile(d.path, version, s.newest)
	default:
		return nil
	}
}

// sound runs one of SQLite's checks: it answers ok, or what is wrong.
func (d sqlite) sound(ctx context.Context, db *sql.DB, check string) error {
	var answer string
	err := db.QueryRowContext(ctx, check).Scan(&answer)
	var lite sqlite3.Error
	switch {
	case errors.As(err, &lite) && lite.Code != sqlite3.ErrInterrupt && !slices.Contains(passing, lite.Code):
		return damagedFile(d.path, err)
	case err != nil:
		return err
	case answer != "ok":
		return damagedFile(d.path, errors.New(answer))
	default:
		return nil
	}
}
