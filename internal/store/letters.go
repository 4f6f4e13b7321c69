package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"casebook/internal/account"
)

type letterRow struct {
	ID        key `gorm:"primaryKey"`
	Kind      string
	AccountID key
	Name      string
	Email     string
	Lang      string
	AskedAt   time.Time
	Tries     int
	NextAt    time.Time
}

func (letterRow) TableName() string { return "letters" }

func letterRowOf(l account.Letter) letterRow {
	return letterRow{
		key(l.ID), string(l.Kind), key(l.Account), l.Name, l.Email, l.Lang, moment(l.AskedAt), l.Tries, moment(l.AskedAt),
	}
}

func (r letterRow) letter() account.Letter {
	return account.Letter{
		ID: uuid.UUID(r.ID), Kind: account.LetterKind(r.Kind), Account: uuid.UUID(r.AccountID), Name: r.Name, Email: r.Email,
		Lang: r.Lang, AskedAt: moment(r.AskedAt), Tries: r.Tries,
	}
}

// sameLetter puts a letter in the place of the one of its kind that waits already.
var sameLetter = clause.OnConflict{
	Columns:   []clause.Column{{Name: "account_id"}, {Name: "kind"}},
	DoUpdates: clause.AssignmentColumns([]string{"name", "email", "lang", "asked_at", "tries", "next_at"}),
}

// AddLetter implements account.Store.
func (s *Store) AddLetter(ctx context.Context, l account.Letter) error {
	row := letterRowOf(l)
	return failure("keep a letter", s.write.WithContext(ctx).Clauses(sameLetter).Create(&row).Error)
}

// Letters implements account.Store.
func (s *Store) Letters(ctx context.Context, scope account.Scope) ([]account.Letter, error) {
	var rows []letterRow
	waiting := s.read.WithContext(ctx).Where("kind <> ?", string(account.Taken))
	switch {
	case scope.All:
	case scope.Trainees:
		waiting = waiting.Where("account_id IN (?)", charges(s.read.WithContext(ctx), scope.Account))
	default:
		return nil, nil
	}
	err := waiting.Order("asked_at").Limit(100).Find(&rows).Error
	list := make([]account.Letter, len(rows))
	for i, r := range rows {
		list[i] = r.letter()
	}
	return list, failure("list letters", err)
}

// WaitingLetter implements account.Store.
func (s *Store) WaitingLetter(ctx context.Context, scope account.Scope, to uuid.UUID) (account.Letter, bool, error) {
	waiting := s.read.WithContext(ctx).Where("account_id = ? AND kind = ?", key(to), string(account.ToClaim))
	if !scope.All {
		return account.Letter{}, false, nil
	}
	row, found, err := one[letterRow](waiting)
	return row.letter(), found, failure("find a letter", err)
}

// TakeLetters implements account.Store.
func (s *Store) TakeLetters(ctx context.Context, most int, again time.Duration) ([]account.Letter, error) {
	var list []account.Letter
	err := s.transact(ctx, "take letters", func(tx *gorm.DB) error {
		list = list[:0]
		now := moment(s.now())
		var rows []letterRow
		due := tx.Clauses(clause.Locking{Strength: "UPDATE", Options: "SKIP LOCKED"}).Where("next_at <= ?", now)
		if err := due.Order("next_at").Limit(most).Find(&rows).Error; err != nil {
			return err
		}
		for _, r := range rows {
			list = append(list, r.letter())
			wait := again << min(r.Tries, 8)
			err := tx.Model(&letterRow{}).Where("id = ?", r.ID).
				Updates(map[string]any{"tries": r.Tries + 1, "next_at": now.Add(wait)}).Error
			if err != nil {
				return err
			}
		}
		return nil
	})
	return list, err
}

// LetterSent implements account.Store.
func (s *Store) LetterSent(ctx context.Context, id uuid.UUID) error {
	err := s.write.WithContext(ctx).Where("id = ?", key(id)).Delete(&letterRow{}).Error
	return failure("remove a letter that was sent", err)
}
