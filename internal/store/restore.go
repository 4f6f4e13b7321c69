package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// Restored tells what Restore did.
type Restored struct {
	Schema int64  // of the backup; serve migrates it
	Aside  string // where the database is that was there, empty when there was none
	Erased int    // people whom the backup would have brought back, and did not
	// Unread says that it is not known whom the database that was there had erased: it cannot be read.
	Unread bool
}

// Restore puts a backup in the place of the SQLite database that url names, or refuses and changes nothing: a backup
// that is not sound or too new, a database that a program has open. The old database is set aside, whatever it is.
// Whoever that one had erased is not brought back. Killed at any moment, it leaves the old database in place or the new
// one. For PostgreSQL there is pg_restore.
func Restore(ctx context.Context, url, file string, now func() time.Time) (Restored, error) {
	d, err := parse(url)
	if err != nil {
		return Restored{}, err
	}
	s, err := newSchema(shipped, d, now)
	if err != nil {
		return Restored{}, err
	}
	r, err := d.restore(ctx, s, file)
	return r, failure("restore the database", err)
}

func (d sqlite) restore(ctx context.Context, s schema, file string) (r Restored, err error) {
	if err := d.replaceable(file); err != nil {
		return r, err
	}
	source := inFile(file)
	r.Schema, err = source.vouch(ctx, s)
	if err != nil {
		return r, ofBackup(file, s, err)
	}
	draft, err := beside(d.path)
	if err != nil {
		return r, unusableFolder(d.path, err)
	}
	defer scrap(draft)
	if err := source.become(ctx, s, draft, r.Schema); err != nil {
		return r, ofBackup(file, s, err)
	}
	if err := d.bequeath(draft); err != nil {
		return r, err
	}
	defer d.gate(syscall.LOCK_EX)()
	if err := d.finishAll(); err != nil {
		return r, err
	}
	before := d.footprint()
	var known bool
	if r.Erased, known, err = d.carry(ctx, s, draft, &r.Schema); err != nil {
		return r, err
	}
	r.Unread = !known
	release, err := d.claim()
	if err != nil {
		return r, err
	}
	defer release()
	if d.footprint() != before {
		return r, databaseInUse(d.path)
	}
	r.Aside, err = d.replace(draft, s.trail.now())
	return r, err
}

// replaceable refuses at once what would be refused in the end.
func (d sqlite) replaceable(file string) error {
	backup, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return missingBackup(file)
	case err != nil:
		return backupUnreadable(file, err)
	case !backup.Mode().IsRegular():
		return notAFile(file)
	}
	info, err := os.Stat(d.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return unusableFolder(d.path, err)
	case !info.Mode().IsRegular():
		return notAFile(d.path)
	case os.SameFile(info, backup):
		return backupIsTheDatabase(d.path)
	}
	release, err := d.claim()
	if err == nil {
		release()
	}
	return err
}

// vouch refuses a backup that is not sound in every part, somebody else's, or too new.
func (d sqlite) vouch(ctx context.Context, s schema) (version int64, err error) {
	if err := d.readHeader(); err != nil {
		return 0, err
	}
	db, err := d.handle(d.path, d.options())
	if err != nil {
		return 0, err
	}
	defer shut(db)
	if err := whole(ctx, db); err != nil {
		return 0, err
	}
	version, err = d.recognise(ctx, s, db)
	if err == nil && version < 0 {
		err = &unsound{trouble: foreign} // a SQLite file without a table
	}
	return version, err
}

// become writes a backup into a draft, tells the draft where it comes from and verifies it.
func (d sqlite) become(ctx context.Context, s schema, draft string, version int64) error {
	if err := d.write(ctx, draft, d.options()); err != nil {
		return err
	}
	if version >= trailSince {
		if err := d.tell(ctx, s, draft, version); err != nil {
			return err
		}
	}
	return sqlite{path: draft}.isWhole(ctx, version)
}
