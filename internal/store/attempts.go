package store

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

func unknownAttempt() error {
	return none("unknown_attempt", fault.Text{
		FR: "Cette partie n’existe pas, ou elle n’est pas à vous. Vos parties sont sur la page d’accueil.",
		EN: "There is no such attempt, or it is not yours. Your attempts are on the home page.",
	})
}

// AddAttempt implements attempt.Store.
func (s *Store) AddAttempt(ctx context.Context, a attempt.Attempt) error {
	r, err := rowsOf(a)
	if err != nil {
		return err
	}
	return s.transact(ctx, "add an attempt", func(tx *gorm.DB) error {
		if err := tx.Create(&r.attempt).Error; err != nil {
			return err
		}
		return r.writeHanging(tx, rows{})
	})
}

// Attempt implements attempt.Store.
func (s *Store) Attempt(ctx context.Context, owner, id uuid.UUID) (attempt.Attempt, error) {
	var a attempt.Attempt
	err := s.look(ctx, "find an attempt", func(tx *gorm.DB) error {
		var err error
		a, err = readAttempt(tx, tx, owner, id)
		return err
	})
	if err != nil {
		return attempt.Attempt{}, err
	}
	return a, nil
}

// Attempts implements attempt.Store.
func (s *Store) Attempts(ctx context.Context, owner uuid.UUID) ([]attempt.Summary, error) {
	var found []attemptRow
	err := s.read.WithContext(ctx).Omit("state").Where("account_id = ?", key(owner)).
		Order("updated_at DESC, id DESC").Find(&found).Error
	summaries := make([]attempt.Summary, len(found))
	for i, row := range found {
		summaries[i] = row.summary()
	}
	return summaries, failure("list attempts", err)
}

// ChangeAttempt implements attempt.Store. All that an attempt becomes goes through it.
func (s *Store) ChangeAttempt(ctx context.Context, owner, id uuid.UUID, change func(*attempt.Attempt) error) (attempt.Attempt, error) {
	var kept attempt.Attempt
	err := s.transact(ctx, "change an attempt", func(tx *gorm.DB) error {
		a, err := readAttempt(tx, tx.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}), owner, id)
		if err != nil {
			return err
		}
		before, err := rowsOf(a)
		if err != nil {
			return err
		}
		if err := change(&a); err != nil {
			return asIs{err}
		}
		after, err := rowsOf(a)
		if err != nil {
			return err
		}
		if err := after.follows(before); err != nil {
			return err
		}
		if kept, err = after.value(); err != nil {
			return err
		}
		return after.write(tx, before)
	})
	if err != nil {
		return attempt.Attempt{}, err
	}
	return kept, nil
}
