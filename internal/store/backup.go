package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

func (d sqlite) backup(ctx context.Context, file string) error {
	if _, err := os.Lstat(file); err == nil {
		return backupExists(file)
	}
	draft, err := beside(file)
	if err != nil {
		return unusableFolder(file, err)
	}
	defer scrap(draft)
	if err := d.copyTo(ctx, draft); err != nil {
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

// copyTo writes the database as it stands at one moment into an empty file; writers go on meanwhile.
func (d sqlite) copyTo(ctx context.Context, draft string) error {
	draft, err := filepath.Abs(draft) // a name such as file:x would be read as an address
	if err != nil {
		return err
	}
	db, err := d.handle(d.path, reading)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", draft)
	return errors.Join(err, db.Close())
}

// compare refuses a copy that is not sound, or not of the schema that the database has.
func (d sqlite) compare(ctx context.Context, draft string) error {
	want, err := d.versionOf(ctx, d.path, reading)
	if err != nil {
		return err
	}
	got, err := d.versionOf(ctx, draft, untouched)
	if err == nil && got != want {
		err = fmt.Errorf("schema %d became %d", want, got)
	}
	if err != nil {
		return err
	}
	db, err := d.handle(draft, untouched)
	if err != nil {
		return err
	}
	defer shut(db)
	if err := (sqlite{path: draft}).sound(ctx, db, "PRAGMA integrity_check(1)"); err != nil {
		return err
	}
	var orphans int
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM pragma_foreign_key_check").Scan(&orphans); err != nil {
		return err
	}
	if orphans > 0 {
		return fmt.Errorf("%d rows point nowhere", orphans)
	}
	return nil
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
