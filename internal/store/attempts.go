package store

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

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
	return failure("add an attempt", s.keep(ctx, which{a.Account, a.ID}, rows{}, r))
}

// Attempt implements attempt.Store.
func (s *Store) Attempt(ctx context.Context, owner, id uuid.UUID) (attempt.Attempt, error) {
	a, _, err := s.readAttempt(ctx, which{owner, id})
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

// ChangeAttempt implements attempt.Store. All that an attempt becomes goes through it. Changes of one attempt wait for
// each other here, so that none is made in vain; between rivals of several programs the database decides.
func (s *Store) ChangeAttempt(ctx context.Context, owner, id uuid.UUID, change func(*attempt.Attempt) error) (attempt.Attempt, error) {
	its := which{owner, id}
	leave, err := s.turnstile.enter(ctx, its)
	if err != nil {
		return attempt.Attempt{}, failure("change an attempt", err)
	}
	defer leave()
	var kept attempt.Attempt
	for range tries {
		if kept, err = s.change(ctx, its, change); !outrun(err) {
			break
		}
	}
	if err != nil {
		return attempt.Attempt{}, failure("change an attempt", err)
	}
	return kept, nil
}

// change runs a change on what is remembered, else on what is read, and keeps what it did. What is remembered may be
// out of date. A write that builds on it is then refused by the database; a change that writes nothing, because it
// refuses or finds nothing to do, has no such judge and is run again on what is read.
func (s *Store) change(ctx context.Context, its which, change func(*attempt.Attempt) error) (attempt.Attempt, error) {
	if before, remembered := s.recent.take(its); remembered {
		if after, kept, err := before.changed(change); err == nil && after.differs(before) {
			return kept, s.keep(ctx, its, before, after)
		}
	}
	before, err := s.readRows(ctx, its)
	if err != nil {
		return attempt.Attempt{}, err
	}
	after, kept, err := before.changed(change)
	if err != nil || !after.differs(before) {
		return kept, err
	}
	return kept, s.keep(ctx, its, before, after)
}

// keep writes what a change made of before, durably, and remembers it.
func (s *Store) keep(ctx context.Context, its which, before, after rows) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.writer.keep(ctx, before, after); err != nil {
		return err
	}
	s.recent.put(its, after)
	return nil
}

// readRows reads what is kept of an attempt, at one moment, as rowsOf would write it today.
func (s *Store) readRows(ctx context.Context, its which) (rows, error) {
	a, changes, err := s.readAttempt(ctx, its)
	if err != nil {
		return rows{}, err
	}
	r, err := rowsOf(a)
	r.attempt.Changes = changes
	return r, err
}

// readAttempt reads an attempt, at one moment, and how often it was changed. What is remembered stands for what is
// kept when both were changed as often.
func (s *Store) readAttempt(ctx context.Context, its which) (a attempt.Attempt, changes int, err error) {
	if known, remembered := s.recent.look(its); remembered {
		row, found, err := one[attemptRow](s.read.WithContext(ctx).Select("changes").
			Where("id = ? AND account_id = ?", key(its.id), key(its.owner)))
		if changes = known.attempt.Changes; err == nil && found && row.Changes == changes {
			a, err = known.value()
			return a, changes, err
		}
	}
	err = s.look(ctx, "read an attempt", func(tx *gorm.DB) error {
		r, err := readRows(tx, its.owner, its.id)
		if err != nil {
			return err
		}
		a, err = r.value()
		changes = r.attempt.Changes
		return err
	})
	return a, changes, err
}
