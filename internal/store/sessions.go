package store

import (
	"context"
	"time"

	"gorm.io/gorm/clause"
)

// Sessions keeps logins for the session manager: it is an scs.CtxStore. A token is kept as it is handed over: the
// manager hashes it first.
type Sessions struct{ store *Store }

// Sessions is where the session manager keeps logins.
func (s *Store) Sessions() *Sessions { return &Sessions{s} }

type sessionRow struct {
	Token     string `gorm:"primaryKey"`
	Data      []byte
	ExpiresAt time.Time
}

func (sessionRow) TableName() string { return "sessions" }

// FindCtx returns what a login holds; found is false when there is none or it has expired. A login that was changed or
// ended by another program is seen as it was for two seconds at most.
func (s *Sessions) FindCtx(ctx context.Context, token string) (data []byte, found bool, err error) {
	now := s.store.now()
	row, found, err := recall(s.store.logins, token, now, func() (sessionRow, bool, error) {
		return one[sessionRow](s.store.read.WithContext(ctx).Where("token = ?", token))
	})
	if err != nil || !found || !row.ExpiresAt.After(now) {
		return nil, false, failure("find a login", err)
	}
	return row.Data, true, nil
}

// CommitCtx keeps a login until it expires, in the place of what it held before.
func (s *Sessions) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	row := sessionRow{Token: token, Data: data, ExpiresAt: moment(expiry)}
	defer s.store.logins.take(token)
	err := s.store.write.WithContext(ctx).Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error
	return failure("keep a login", err)
}

// DeleteCtx ends a login; that there is none is no error.
func (s *Sessions) DeleteCtx(ctx context.Context, token string) error {
	defer s.store.logins.take(token)
	err := s.store.write.WithContext(ctx).Where("token = ?", token).Delete(&sessionRow{}).Error
	return failure("end a login", err)
}

// DeleteExpired removes the logins that nobody can use any more.
func (s *Sessions) DeleteExpired(ctx context.Context) error {
	err := s.store.write.WithContext(ctx).Where("expires_at <= ?", moment(s.store.now())).Delete(&sessionRow{}).Error
	return failure("remove expired logins", err)
}

// Find is FindCtx for a caller without a context.
func (s *Sessions) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx for a caller without a context.
func (s *Sessions) Commit(token string, data []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expiry)
}

// Delete is DeleteCtx for a caller without a context.
func (s *Sessions) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }
