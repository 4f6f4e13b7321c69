package store

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"casebook/internal/account"
	"casebook/internal/audit"
	"casebook/internal/personal"
)

// LetGo takes the names from what cohorts have kept for as long as they said, and answers how much that was. What was
// written goes; ended attempts stay, as those of nobody. It goes on where it was interrupted, and of several programs
// that do so at once one does.
func (s *Store) LetGo(ctx context.Context) (personal.Due, error) {
	all := personal.Due{By: s.now()}
	var rows []retainedRow
	if err := s.read.WithContext(ctx).Where("retention_days > 0").Order("id").Find(&rows).Error; err != nil {
		return all, failure("look at what is due", err)
	}
	for i := range rows {
		for more := true; more; {
			due, err := s.letGo(ctx, &rows[i])
			if err != nil {
				return all, err
			}
			all.Attempts += due.Attempts
			all.People += due.People
			more = due.Attempts > 0
		}
	}
	return all, nil
}

// letAtOnce is how many people lose their names in one transaction.
const letAtOnce = 50

func (s *Store) letGo(ctx context.Context, c *retainedRow) (due personal.Due, err error) {
	err = s.transact(ctx, "let names go", func(tx *gorm.DB) error {
		if err := s.database.queue(tx, erasureRow{}.TableName()); err != nil {
			return err
		}
		l := letting{tx: tx, cohort: c, cutoff: personal.Cutoff(s.now(), c.RetentionDays), now: s.now()}
		if err := l.run(); err != nil {
			return err
		}
		if due = l.due; l.due.Attempts == 0 && l.unenrolled == 0 {
			return nil
		}
		if err := enter(tx, uuid.Nil, s.now()); err != nil {
			return err
		}
		return s.record(tx, audit.Event{
			Actor: audit.Program, Action: audit.NamesLetGo, Subject: "cohort/" + uuid.UUID(c.ID).String(),
			Details: fmt.Sprintf(`{"attempts":%d,"people":%d,"days":%d}`, due.Attempts, due.People, c.RetentionDays),
		})
	})
	if err == nil && due.Attempts > 0 {
		s.recent.drop(func(a keptAttempt) bool { return a.Under.Cohort == uuid.UUID(c.ID) })
	}
	return due, err
}

// letting takes names of a cohort away, in one transaction.
type letting struct {
	tx          *gorm.DB
	cohort      *retainedRow
	cutoff, now time.Time
	salt        []byte
	due         personal.Due
	unenrolled  int64
}

func (l *letting) run() error {
	if err := l.tx.Table("rate_limit_salt").Select("salt").Row().Scan(&l.salt); err != nil {
		return err
	}
	var people []key
	err := endedIn(l.tx.Model(&summaryRow{}), uuid.UUID(l.cohort.ID)).Where("ended_us < ?", l.cutoff.UnixMicro()).
		Distinct("account_id").Order("account_id").Limit(letAtOnce).Find(&people).Error
	if err != nil {
		return err
	}
	for _, of := range people {
		if err := l.person(of); err != nil {
			return err
		}
	}
	if err := l.unended(); err != nil {
		return err
	}
	return l.unenrol()
}

// person gives what is due of somebody's ended attempts to nobody.
func (l *letting) person(of key) error {
	var ended []key
	err := l.tx.Model(&summaryRow{}).Where("cohort_id = ? AND account_id = ? AND ended_us < ?", l.cohort.ID, of, l.cutoff.UnixMicro()).
		Pluck("attempt_id", &ended).Error
	if err != nil {
		return err
	}
	former := l.former(of)
	row := accountRowOf(account.Account{
		ID: former, Kind: account.Former, Role: account.Trainee, CreatedAt: l.cohort.CreatedAt, ClosedAt: l.now,
	})
	if err := l.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error; err != nil {
		return err
	}
	for _, words := range []any{&rationaleRow{}, &draftRow{}, &reflectionRow{}} {
		if err := l.tx.Where("attempt_id IN ?", ended).Delete(words).Error; err != nil {
			return err
		}
	}
	for _, moved := range []struct {
		of any
		id string
	}{{&attemptRow{}, "id"}, {&summaryRow{}, "attempt_id"}} {
		err := l.tx.Model(moved.of).Where(moved.id+" IN ?", ended).Update("account_id", key(former)).Error
		if err != nil {
			return err
		}
	}
	l.due.Attempts += len(ended)
	l.due.People++
	// What another program remembers of them is then out of date.
	return l.tx.Model(&attemptRow{}).Where("id IN ?", ended).Update("changes", gorm.Expr("changes + 1")).Error
}

// former is who somebody becomes in a cohort: the same whenever another of their attempts is due, and nobody who can
// be told without the salt.
func (l *letting) former(of key) uuid.UUID {
	mac := hmac.New(sha256.New, l.salt)
	_, _ = mac.Write(append(of[:], l.cohort.ID[:]...)) // a hash takes whatever it is given
	id := uuid.UUID(mac.Sum(nil)[:16])
	id[6], id[8] = id[6]&0x0f|8<<4, id[8]&0x3f|1<<7 // version 8: of its maker's own
	return id
}

// unended removes what was begun and left: nothing is counted of it.
func (l *letting) unended() error {
	going, err := goingOn(l.tx, uuid.UUID(l.cohort.ID))
	if err != nil {
		return err
	}
	left, met := []key{}, map[key]bool{}
	for i := range going {
		if going[i].last().Before(l.cutoff) {
			left, met[going[i].AccountID] = append(left, going[i].ID), true
		}
	}
	l.due.Attempts += len(left)
	l.due.People += len(met)
	if len(left) == 0 {
		return nil
	}
	return l.tx.Where("id IN ?", left).Delete(&attemptRow{}).Error
}

// unenrol ends the enrolment of whoever has nothing left in the cohort, once it has had nothing to do for as long.
func (l *letting) unenrol() error {
	r := l.tx.Table("enrolments").
		Where("cohort_id = ? AND enrolled_at < ?", l.cohort.ID, moment(l.cutoff)).
		Where("NOT EXISTS (SELECT 1 FROM attempts WHERE attempts.cohort_id = enrolments.cohort_id AND attempts.account_id = enrolments.account_id)").
		Where(`(EXISTS (SELECT 1 FROM cohorts WHERE id = enrolments.cohort_id AND archived_at < ?) OR NOT EXISTS (
			SELECT 1 FROM assignments WHERE assignments.cohort_id = enrolments.cohort_id
				AND (coalesce(withdrawn_at, due_at) IS NULL OR coalesce(withdrawn_at, due_at) >= ?)))`, moment(l.cutoff), moment(l.cutoff)).
		Delete(nil)
	l.unenrolled = r.RowsAffected
	return r.Error
}
