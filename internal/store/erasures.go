package store

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/audit"
	"casebook/internal/personal"
)

// erasureRow is an entry of the ledger. Without an account it says that summaries were changed in another way.
type erasureRow struct {
	Seq       int64 `gorm:"primaryKey;autoIncrement:false"`
	AccountID keyOrNone
	At        time.Time
}

func (erasureRow) TableName() string { return "erasures" }

// Erase implements personal.Store. A login of theirs on another replica ends within two seconds.
func (s *Store) Erase(ctx context.Context, by, of uuid.UUID) error {
	err := s.transact(ctx, "erase a person", func(tx *gorm.DB) error {
		if err := s.database.queue(tx, erasureRow{}.TableName()); err != nil {
			return err
		}
		standing, err := readStanding(tx, of)
		if err != nil {
			return err
		}
		if err := standing.Refusal(); err != nil {
			return asIs{err}
		}
		if err := erase(tx, of, s.now()); err != nil {
			return err
		}
		return s.record(tx, audit.Event{Actor: by.String(), Action: audit.AccountErased, Subject: "account/" + of.String()})
	})
	if err == nil {
		s.forgetAccount(of)
	}
	return err
}

// erase removes an account, and with it all that refers to it, and notes it in the ledger, for which its caller waits
// in line.
func erase(tx *gorm.DB, of uuid.UUID, at time.Time) error {
	if err := tx.Where("id = ?", key(of)).Delete(&accountRow{}).Error; err != nil {
		return err
	}
	return enter(tx, of, at)
}

// enter adds an entry to the ledger.
func enter(tx *gorm.DB, of uuid.UUID, at time.Time) error {
	last, _, err := one[erasureRow](tx.Order("seq DESC"))
	if err != nil {
		return err
	}
	return tx.Create(&erasureRow{Seq: last.Seq + 1, AccountID: keyOrNone(of), At: moment(at)}).Error
}

// forgetAccount drops what is remembered of somebody.
func (s *Store) forgetAccount(of uuid.UUID) {
	s.accounts.take(of)
	s.logins.drop(func(l dated[loginRow]) bool { return l.value.AccountID == key(of) })
	s.recent.drop(func(a keptAttempt) bool { return a.Account == of })
}

// forgottenPage is how many erasures are answered at a time.
const forgottenPage = 1000

// Forgotten answers who was erased after an entry of the ledger, 0 for all, and where to go on from: some at a time,
// and none when there are no more. uuid.Nil among them says that summaries were changed otherwise, so that whatever was
// read of any is to be read again.
func (s *Store) Forgotten(ctx context.Context, from int64) (gone []uuid.UUID, next int64, err error) {
	var rows []erasureRow
	err = s.read.WithContext(ctx).Where("seq > ?", from).Order("seq").Limit(forgottenPage).Find(&rows).Error
	for _, r := range rows {
		gone, from = append(gone, uuid.UUID(r.AccountID)), r.Seq
	}
	return gone, from, failure("read the ledger of erasures", err)
}

// Ledger implements personal.Store.
func (s *Store) Ledger(ctx context.Context) iter.Seq2[personal.Erasure, error] {
	return func(yield func(personal.Erasure, error) bool) {
		if err := s.isUpToDate(ctx); err != nil {
			yield(personal.Erasure{}, failure("look at the schema", err))
			return
		}
		for after := int64(0); ; {
			rows, err := ledgerPage(s.read.WithContext(ctx), after)
			if err != nil {
				yield(personal.Erasure{}, failure("read the ledger of erasures", err))
				return
			}
			for _, r := range rows {
				if !yield(personal.Erasure{Account: uuid.UUID(r.AccountID), At: moment(r.At)}, nil) {
					return
				}
				after = r.Seq
			}
			if len(rows) < forgottenPage {
				return
			}
		}
	}
}

func ledgerPage(tx *gorm.DB, after int64) (rows []erasureRow, err error) {
	err = tx.Where("seq > ? AND account_id IS NOT NULL", after).Order("seq").Limit(forgottenPage).Find(&rows).Error
	return rows, err
}

// Replay implements personal.Store.
func (s *Store) Replay(ctx context.Context, also []personal.Erasure) (erased int, err error) {
	var gone []uuid.UUID
	err = s.transact(ctx, "replay erasures", func(tx *gorm.DB) (err error) {
		if err := s.database.queue(tx, erasureRow{}.TableName()); err != nil {
			return err
		}
		if gone, err = replay(tx, also, s.now()); err != nil || len(gone) == 0 {
			return err
		}
		return s.record(tx, replayed(len(gone)))
	})
	for _, id := range gone {
		s.forgetAccount(id)
	}
	return len(gone), err
}

func replayed(n int) audit.Event {
	return audit.Event{
		Actor: audit.Program, Action: audit.ErasuresReplayed, Details: fmt.Sprintf(`{"accounts":%d}`, n),
	}
}

// replay erases whoever is there and in the ledger, after others were added to it. It answers whom.
func replay(tx *gorm.DB, also []personal.Erasure, at time.Time) (gone []uuid.UUID, err error) {
	for _, e := range also {
		_, known, err := one[erasureRow](tx.Where("account_id = ?", key(e.Account)))
		if err == nil && !known {
			err = enter(tx, e.Account, e.At)
		}
		if err != nil {
			return nil, err
		}
	}
	var back []accountRow
	const listed = "EXISTS (SELECT 1 FROM erasures WHERE erasures.account_id = accounts.id)"
	if err := tx.Select("id").Where(listed).Find(&back).Error; err != nil {
		return nil, err
	}
	for _, r := range back {
		if err := erase(tx, uuid.UUID(r.ID), at); err != nil {
			return nil, err
		}
		gone = append(gone, uuid.UUID(r.ID))
	}
	return gone, nil
}
