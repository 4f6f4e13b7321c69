package store

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

func unknownAttempt() *fault.Fault {
	return fault.New(fault.NotFound, "unknown_attempt", fault.Text{
		FR: "Cette partie n’existe pas, ou elle n’est pas à vous. Vos parties sont sur la page d’accueil.",
		EN: "There is no such attempt, or it is not yours. Your attempts are on the home page.",
	})
}

// AddAttempt implements attempt.Store.
func (s *Store) AddAttempt(ctx context.Context, a attempt.Attempt) error {
	if draft, rehearsed := a.Scenario.Draft(); rehearsed {
		return s.addRehearsal(ctx, a, draft)
	}
	r, err := keptOf(a, &keptAttempt{})
	if err != nil {
		return err
	}
	return failure("add an attempt", s.keep(ctx, which{a.Account, a.ID}, nil, &r))
}

// Attempt implements attempt.Store.
func (s *Store) Attempt(ctx context.Context, owner, id uuid.UUID) (attempt.Attempt, error) {
	r, err := s.find(ctx, which{owner, id})
	if unknown(err) {
		return s.rehearsal(ctx, which{owner, id})
	}
	return r.Attempt, err
}

// Attempts implements attempt.Store.
func (s *Store) Attempts(ctx context.Context, owner, before uuid.UUID, most int) ([]attempt.Attempt, error) {
	var list []attempt.Attempt
	err := s.look(ctx, "list attempts", func(tx *gorm.DB) (err error) {
		theirs := tx.Omit("state").Where("account_id = ?", key(owner))
		if before != uuid.Nil {
			theirs = theirs.Where("id < ?", key(before))
		}
		var found []attemptRow
		if err := theirs.Order("id DESC").Limit(most).Find(&found).Error; err != nil {
			return err
		}
		list, err = withDecisions(tx, found)
		return err
	})
	return list, err
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
	switch {
	case unknown(err):
		return s.changeRehearsal(ctx, its, change)
	case err != nil:
		return attempt.Attempt{}, failure("change an attempt", err)
	}
	return kept, nil
}

// change runs a change on what is remembered, else on what is read, and keeps what it did. What is remembered may be
// out of date. A write that builds on it is then refused by the database; a change that writes nothing, because it
// refuses or finds nothing to do, has no such judge and is run again on what is read.
func (s *Store) change(ctx context.Context, its which, change func(*attempt.Attempt) error) (attempt.Attempt, error) {
	if before, remembered := s.recent.take(its); remembered {
		if after, err := before.changed(change); err == nil {
			if e, err := newEntry(&before, &after); err != nil || e != nil {
				return after.Attempt, s.commit(ctx, its, e, &after, err)
			}
		}
	}
	before, err := s.find(ctx, its)
	if err != nil {
		return attempt.Attempt{}, err
	}
	after, err := before.changed(change)
	if err != nil {
		return attempt.Attempt{}, err
	}
	return after.Attempt, s.keep(ctx, its, &before, &after)
}

// keep writes what has become of before, durably, and remembers it; nothing, when nothing has.
func (s *Store) keep(ctx context.Context, its which, before, after *keptAttempt) error {
	e, err := newEntry(before, after)
	if err == nil && e == nil {
		return nil
	}
	return s.commit(ctx, its, e, after, err)
}

func (s *Store) commit(ctx context.Context, its which, e *entry, after *keptAttempt, err error) error {
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	if err := s.writer.keep(ctx, e); err != nil {
		return err
	}
	s.recent.put(its, *after)
	return nil
}

// find reads what is kept of an attempt, at one moment. What is remembered stands for what is kept when both have
// changed as often and gone as far.
func (s *Store) find(ctx context.Context, its which) (r keptAttempt, err error) {
	if known, remembered := s.recent.look(its); remembered {
		now, found, err := one[standing](s.read.WithContext(ctx).
			Table("attempts").
			Select("changes", "(SELECT count(*) FROM decisions WHERE attempt_id = attempts.id) AS step").
			Where("id = ? AND account_id = ?", key(its.id), key(its.owner)))
		if err == nil && found && now == (standing{known.changes, len(known.Decisions)}) {
			return known, nil
		}
	}
	err = s.look(ctx, "read an attempt", func(tx *gorm.DB) error {
		r, err = readAttempt(tx, its.owner, its.id)
		return err
	})
	return r, err
}

// standing is what every change of an attempt moves.
type standing struct{ Changes, Step int }
