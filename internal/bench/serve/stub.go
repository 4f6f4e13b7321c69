//go:build bench

package serve

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"casebook/frontend"
	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/web"
	"casebook/scenarios"
)

// Scenario is the case that is played.
const Scenario = "client-toxique"

// stub is the product over a store that forgets: what is left of a request when keeping costs nothing.
func stub(ctx context.Context, _ string) (made, error) {
	registers, issues := scenario.ParseRegisters(scenarios.Registers())
	if registers == nil {
		return made{}, fmt.Errorf("registers: %s", issues.In("en"))
	}
	m := newMemory()
	lib := library.New(m, registers, now)
	for _, c := range scenarios.Cases() {
		if c.ID != Scenario {
			continue
		}
		if _, _, err := lib.Publish(ctx, c.Folder); err != nil {
			return made{}, err
		}
	}
	h, err := web.New(web.Services{
		Accounts: account.New(m, unlimited{}, now), Library: lib, Attempts: attempt.New(m, lib, now),
		Ready:    func(context.Context) error { return nil },
		Frontend: frontend.Files(), Log: slog.New(slog.DiscardHandler), Now: now, Version: "bench",
	})
	return made{h, nothing}, err
}

// unlimited lets everybody open an account.
type unlimited struct{}

func (unlimited) Use(context.Context, account.Limit, string) (time.Duration, error) { return 0, nil }

func (unlimited) Wait(context.Context, account.Limit, string) (time.Duration, error) { return 0, nil }
