package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"casebook/internal/fault"
)

func (d sqlite) backup(ctx context.Context, s schema, file string, at time.Time) (string, error) {
	var err error
	if file == "" {
		file, err = d.unused(ctx, backupName(d.path, at))
	} else {
		err = d.copyTo(ctx, file)
	}
	return file, d.inWords(ctx, s, err)
}

// keep copies a database beside itself before it is migrated.
func (d sqlite) keep(ctx context.Context, s schema, at time.Time) (string, error) {
	file, err := d.unused(ctx, keptName(d.path, s.newest, at))
	return file, d.inWords(ctx, s, err)
}

// unused backs up under a name, or the first one after it that is free: programs that do so at once number theirs.
func (d sqlite) unused(ctx context.Context, name func(n int) string) (string, error) {
	for n := 1; ; n++ {
		file := name(n)
		err := d.copyTo(ctx, file)
		if f, ok := fault.From(err); !ok || f.Code != backupIsThere {
			return file, err
		}
	}
}

// copyTo makes a verified copy, which appears under its name only when it is whole.
func (d sqlite) copyTo(ctx context.Context, file string) error {
	if _, err := os.Lstat(file); err == nil {
		return backupExists(file)
	}
	draft, err := beside(file)
	if err != nil {
		return unusableFolder(file, err)
	}
	defer scrap(draft)
	if err := d.write(ctx, draft, reading); err != nil {
		return err
	}
	if err := d.compare(ctx, draft); err != nil {
		return fmt.Errorf("verify the backup: %w", err)
	}
	err = place(draft, file)
	if os.IsExist(err) {
		return backupExists(file)
	}
	return err
}

// write writes the database as it stands at one moment into an empty file; writers go on meanwhile.
func (d sqlite) write(ctx context.Context, draft, options string) error {
	draft, err := filepath.Abs(draft) // a name such as file:x would be read as an address
	if err != nil {
		return err
	}
	db, err := d.handle(d.path, options)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", draft)
	if isDamage(err) {
		err = broken(err)
	}
	return errors.Join(err, db.Close())
}

// compare refuses a copy that is not sound, or not of the schema that the database has.
func (d sqlite) compare(ctx context.Context, draft string) error {
	want, err := d.versionOf(ctx, d.path, reading)
	if err != nil {
		return err
	}
	return sqlite{path: draft}.isWhole(ctx, want)
}

// isWhole runs every check over a finished draft, and makes sure of its schema.
func (d sqlite) isWhole(ctx context.Context, version int64) error {
	got, err := d.versionOf(ctx, d.path, untouched)
	switch {
	case err != nil:
		return err
	case got != version:
		return fmt.Errorf("schema %d became %d", version, got)
	}
	db, err := d.handle(d.path, untouched)
	if err != nil {
		return err
	}
	defer shut(db)
	return whole(ctx, db)
}

func (d sqlite) versionOf(ctx context.Context, path, options string) (int64, error) {
	db, err := d.handle(path, options)
	if err != nil {
		return 0, err
	}
	defer shut(db)
	version, _, err := schemaVersion(ctx, db, d)
	return version, err
}
