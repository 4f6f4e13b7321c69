package store

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/personal"
)

// erasuresSince is the migration that makes the ledger of erasures.
const erasuresSince = 12

// carry erases in a draft whoever the database that it is to replace has erased, so that no backup brings anybody back.
// It answers how many, and whether the ledger could be read: a database that is damaged, or none of ours, has none.
func (d sqlite) carry(ctx context.Context, s schema, draft string, version *int64) (erased int, known bool, err error) {
	ledger, known := d.readLedger(ctx, s)
	if len(ledger) == 0 && *version < erasuresSince {
		return 0, known, nil
	}
	copied := sqlite{path: draft}
	db, err := copied.connect()
	if err != nil {
		return 0, known, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if *version < erasuresSince { // a ledger needs its table
		if err := s.up(ctx, db); err != nil {
			return 0, known, err
		}
		*version = s.newest
	}
	g, err := orm(copied, db, s.trail.now, quiet)
	if err != nil {
		return 0, known, err
	}
	err = g.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		gone, err := replay(tx, ledger, s.trail.now())
		if erased = len(gone); err != nil || erased == 0 {
			return err
		}
		return s.trail.record(tx, replayed(erased))
	})
	return erased, known, err
}

// readLedger reads who was erased from a database that nobody writes to. What cannot be read has no ledger.
func (d sqlite) readLedger(ctx context.Context, s schema) (list []personal.Erasure, known bool) {
	if !exists(d.path) {
		return nil, true
	}
	if d.readHeader() != nil {
		return nil, false
	}
	d, remove, err := d.copied()
	defer remove()
	if err != nil {
		return nil, false
	}
	db, err := d.handle(d.path, d.options())
	if err != nil {
		return nil, false
	}
	defer shut(db)
	version, tables, err := schemaVersion(ctx, db, d)
	if err != nil || version < 0 {
		return nil, err == nil && tables == 0
	}
	if version < erasuresSince {
		return nil, true
	}
	g, err := orm(d, db, s.trail.now, quiet)
	if err != nil {
		return nil, false
	}
	for after := int64(0); ; {
		rows, err := ledgerPage(g.WithContext(ctx), after)
		if err != nil {
			return nil, false
		}
		for _, r := range rows {
			list, after = append(list, personal.Erasure{Account: uuid.UUID(r.AccountID), At: moment(r.At)}), r.Seq
		}
		if len(rows) < forgottenPage {
			return list, true
		}
	}
}

// copied is a database's files, copied: to look into it, SQLite would undo what a crash left half done, and what is set
// aside stays as it was.
func (d sqlite) copied() (c sqlite, remove func(), err error) {
	folder, err := os.MkdirTemp(filepath.Dir(d.path), "."+filepath.Base(d.path)+".*")
	if err != nil {
		return c, func() {}, err
	}
	remove = func() { _ = os.RemoveAll(folder) }
	c.path = filepath.Join(folder, filepath.Base(d.path))
	for _, part := range []string{"", "-wal", "-journal"} {
		if err = copyFile(d.path+part, c.path+part); err != nil && (part == "" || !errors.Is(err, fs.ErrNotExist)) {
			return c, remove, err
		}
	}
	return c, remove, nil
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer shut(in)
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// footprint is how large a database and its journal are, and when they were written: whether somebody has meanwhile.
type footprint [2]struct{ size, at int64 }

func (d sqlite) footprint() (f footprint) {
	for i, end := range files[:2] {
		if info, err := os.Stat(d.path + end); err == nil {
			f[i].size, f[i].at = info.Size(), info.ModTime().UnixNano()
		}
	}
	return f
}
