package store

import (
	"context"
	"log/slog"
	"time"

	"gorm.io/gorm/logger"
)

// slow is how long a query may take without a word.
const slow = 200 * time.Millisecond

// slowLog tells of slow queries and of nothing else: errors are returned, and values are a person's.
type slowLog struct {
	log *slog.Logger
	now func() time.Time
}

func (l slowLog) LogMode(logger.LogLevel) logger.Interface { return l }

func (slowLog) Info(context.Context, string, ...any)  {}
func (slowLog) Warn(context.Context, string, ...any)  {}
func (slowLog) Error(context.Context, string, ...any) {}

func (l slowLog) Trace(ctx context.Context, begun time.Time, query func() (string, int64), _ error) {
	if took := l.now().Sub(begun); took > slow {
		text, rows := query()
		l.log.WarnContext(ctx, "slow query", "sql", text, "rows", rows, "took", took)
	}
}

// ParamsFilter keeps values out of the logged text.
func (slowLog) ParamsFilter(_ context.Context, query string, _ ...any) (string, []any) {
	return query, nil
}
