package main

import (
	"context"
	"log/slog"

	"casebook/internal/attempt"
	"casebook/internal/library"
	"casebook/internal/store"
)

// prepare does, beside the requests, what nobody should wait for: it takes up the newest cases, whose values are then
// worked out, and sums up the attempts that ended before there were summaries.
func prepare(ctx context.Context, st *store.Store, lib *library.Service, attempts *attempt.Service, log *slog.Logger) {
	_, err := lib.List(ctx)
	if err == nil {
		var done int
		if done, err = attempts.SumUp(ctx, st.Unsummed(ctx)); done > 0 {
			log.InfoContext(ctx, "attempts summed up", "count", done)
		}
	}
	if err != nil && ctx.Err() == nil {
		log.ErrorContext(ctx, "not prepared", "err", err)
	}
}
