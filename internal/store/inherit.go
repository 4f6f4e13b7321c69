package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"gorm.io/gorm"

	"casebook/internal/audit"
)

// tell notes in the audit trail of the restored database which backup it was.
func (d sqlite) tell(ctx context.Context, s schema, draft string, version int64) error {
	sum, err := fingerprint(d.path)
	if err != nil {
		return err
	}
	copied := sqlite{path: draft}
	db, err := copied.connect()
	if err != nil {
		return err
	}
	g, err := orm(copied, db, s.trail.now, quiet)
	if err == nil {
		err = g.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
			return s.trail.record(tx, audit.Event{
				Actor: audit.Program, Action: audit.DatabaseRestored, Subject: fmt.Sprintf("schema/%d", version),
				Details: fmt.Sprintf(`{"backup":%q}`, sum),
			})
		})
	}
	return errors.Join(err, db.Close())
}

// fingerprint is the SHA-256 of a file.
func fingerprint(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer shut(f)
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// bequeath gives a draft the owner and the permissions of the file that it is to replace: whoever restores is often not
// who serves. Where there is none, what the system's administrator restores goes to the owner of the folder.
func (d sqlite) bequeath(draft string) error {
	me := os.Geteuid()
	model, err := os.Stat(d.path)
	switch {
	case err == nil:
		err = os.Chmod(draft, model.Mode().Perm())
	case errors.Is(err, fs.ErrNotExist) && me != 0:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		model, err = os.Stat(filepath.Dir(d.path))
	}
	if err != nil {
		return err
	}
	owner, ok := model.Sys().(*syscall.Stat_t)
	if !ok {
		return nil
	}
	if err := os.Chown(draft, int(owner.Uid), int(owner.Gid)); err != nil && int(owner.Uid) != me {
		return ownerRefused(d.path, err)
	}
	return nil
}
