package store

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"time"

	"gorm.io/gorm"

	"casebook/internal/account"
)

// limitRow counts uses until its window ends; the next one after that begins another.
type limitRow struct {
	Who    []byte `gorm:"primaryKey"`
	Used   int
	EndsAt time.Time
}

func (limitRow) TableName() string { return "rate_limits" }

// spend counts one use, in the window that is open or in a new one.
const spend = `INSERT INTO rate_limits AS kept (who, used, ends_at) VALUES (@who, 1, @end)
ON CONFLICT (who) DO UPDATE SET
	used = CASE WHEN kept.ends_at > @now AND kept.ends_at <= @latest THEN kept.used + 1 ELSE 1 END,
	ends_at = CASE WHEN kept.ends_at > @now AND kept.ends_at <= @latest THEN kept.ends_at ELSE excluded.ends_at END
RETURNING used`

// latest is when a window may end that is open now. One that ends later was begun by a clock that was ahead, by more
// than those of replicas are apart, and is not waited for.
func latest(now time.Time, limit account.Limit) time.Time { return now.Add(2 * limit.Per) }

// Use implements account.Limits. A limit that is used up is known by reading: a flood of what is refused writes nothing.
func (s *Store) Use(ctx context.Context, limit account.Limit, who string) (wait time.Duration, err error) {
	id, err := s.unrecognisable(ctx, limit.What, who)
	if err != nil {
		return 0, err
	}
	if wait, err = s.usedUp(ctx, limit, id); err != nil || wait > 0 {
		return wait, err
	}
	var used int
	err = s.transact(ctx, "count a use", func(tx *gorm.DB) error {
		now := moment(s.now())
		return tx.Raw(spend, map[string]any{"who": id, "now": now, "end": now.Add(limit.Per), "latest": latest(now, limit)}).Scan(&used).Error
	})
	if err != nil || used <= limit.Most {
		return 0, err
	}
	return s.usedUp(ctx, limit, id)
}

// Wait implements account.Limits.
func (s *Store) Wait(ctx context.Context, limit account.Limit, who string) (time.Duration, error) {
	id, err := s.unrecognisable(ctx, limit.What, who)
	if err != nil {
		return 0, err
	}
	return s.usedUp(ctx, limit, id)
}

// usedUp is how long a limit stays used up, 0 when it is not.
func (s *Store) usedUp(ctx context.Context, limit account.Limit, id []byte) (time.Duration, error) {
	row, found, err := one[limitRow](s.read.WithContext(ctx).Where("who = ?", id))
	now := s.now()
	if err != nil || !found || row.Used < limit.Most || row.EndsAt.After(latest(now, limit)) {
		return 0, failure("look at a limit", err)
	}
	return max(0, moment(row.EndsAt).Sub(now)), nil
}

// unrecognisable stands for who in the database. The salt is the database's own, so that all replicas agree.
func (s *Store) unrecognisable(ctx context.Context, what, who string) ([]byte, error) {
	var salt []byte
	if err := s.read.WithContext(ctx).Table("rate_limit_salt").Select("salt").Row().Scan(&salt); err != nil {
		return nil, failure("read the salt of limits", err)
	}
	digest := hmac.New(sha256.New, salt)
	digest.Write([]byte(what + "\x00" + who))
	return digest.Sum(nil), nil
}

// ForgetLimits removes the windows that have ended.
func (s *Store) ForgetLimits(ctx context.Context) error {
	err := s.write.WithContext(ctx).Where("ends_at <= ?", moment(s.now())).Delete(&limitRow{}).Error
	return failure("forget old limits", err)
}
