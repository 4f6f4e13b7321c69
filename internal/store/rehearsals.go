package store

import (
	"bytes"
	"context"
	"encoding/gob"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

// rehearsalRow is an attempt at a draft, whole: nobody looks for anything in it, and it counts nowhere.
type rehearsalRow struct {
	ID        key `gorm:"primaryKey"`
	AccountID key
	DraftID   key
	Attempt   []byte
}

func (rehearsalRow) TableName() string { return "rehearsals" }

func (r rehearsalRow) attempt() (a attempt.Attempt, err error) {
	err = gob.NewDecoder(bytes.NewReader(r.Attempt)).Decode(&a)
	return a, err
}

func written(a *attempt.Attempt) ([]byte, error) {
	var buf bytes.Buffer
	err := gob.NewEncoder(&buf).Encode(a)
	return buf.Bytes(), err
}

// addRehearsal keeps an attempt at a draft, in the place of the one that the same person has made at it before.
func (s *Store) addRehearsal(ctx context.Context, a attempt.Attempt, draft uuid.UUID) error {
	return s.transact(ctx, "add a rehearsal", func(tx *gorm.DB) error {
		data, err := written(&a)
		if err != nil {
			return err
		}
		err = tx.Where("account_id = ? AND draft_id = ?", key(a.Account), key(draft)).Delete(&rehearsalRow{}).Error
		if err != nil {
			return err
		}
		return tx.Create(&rehearsalRow{key(a.ID), key(a.Account), key(draft), data}).Error
	})
}

// unknown reports whether there is no such attempt: it may be a rehearsal.
func unknown(err error) bool {
	f, ok := fault.From(err)
	return ok && f.Code == unknownAttempt().Code
}

// rehearsal finds an attempt at a draft; another's is not found.
func (s *Store) rehearsal(ctx context.Context, its which) (attempt.Attempt, error) {
	a, err := readRehearsal(s.read.WithContext(ctx), its)
	return a, failure("find a rehearsal", err)
}

func readRehearsal(tx *gorm.DB, its which) (attempt.Attempt, error) {
	row, found, err := one[rehearsalRow](tx.Where("id = ? AND account_id = ?", key(its.id), key(its.owner)))
	switch {
	case err != nil:
		return attempt.Attempt{}, err
	case !found:
		return attempt.Attempt{}, unknownAttempt()
	}
	return row.attempt()
}

// changeRehearsal is ChangeAttempt for an attempt at a draft.
func (s *Store) changeRehearsal(ctx context.Context, its which, change func(*attempt.Attempt) error) (a attempt.Attempt, err error) {
	err = s.transact(ctx, "change a rehearsal", func(tx *gorm.DB) error {
		if err := s.database.queue(tx, rehearsalRow{}.TableName()); err != nil {
			return err
		}
		if a, err = readRehearsal(tx, its); err != nil {
			return err
		}
		if err := change(&a); err != nil {
			return asIs{err}
		}
		data, err := written(&a)
		if err != nil {
			return err
		}
		return tx.Model(&rehearsalRow{}).Where("id = ?", key(its.id)).Update("attempt", data).Error
	})
	return a, err
}
