//go:build bench

package serve

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/alexedwards/scs/v2"

	"casebook/frontend"
	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/store"
	"casebook/internal/web"
	"casebook/scenarios"
)

// Scenario is the case that is played.
const Scenario = "client-toxique"

// keeper is all that the product asks of a store.
type keeper interface {
	account.Store
	library.Store
	attempt.Store
}

// product is the whole product over a database, as `casebook serve` puts it together.
func product(ctx context.Context, address string) (made, error) {
	st, err := store.Open(ctx, address, store.Options{Now: now})
	if err != nil {
		return made{}, err
	}
	if _, err := st.Migrate(ctx); err != nil {
		return made{}, err
	}
	return furnish(ctx, st, st.Sessions(), st.Ping, st.Close)
}

// stub is the product over a store that forgets: what is left of a request when keeping costs nothing.
func stub(ctx context.Context, _ string) (made, error) {
	m := newMemory()
	return furnish(ctx, m, m.logins, func(context.Context) error { return nil }, nothing)
}

func furnish(ctx context.Context, k keeper, logins scs.CtxStore, ready func(context.Context) error, end func() error) (made, error) {
	registers, issues := scenario.ParseRegisters(scenarios.Registers())
	if registers == nil {
		return made{}, fmt.Errorf("registers: %s", issues.In("en"))
	}
	lib := library.New(k, registers, now)
	for _, c := range scenarios.Cases() {
		if c.ID != Scenario {
			continue
		}
		if _, _, err := lib.Publish(ctx, c.Folder); err != nil {
			return made{}, err
		}
	}
	h, err := web.New(web.Services{
		Accounts: account.New(k, unlimited{}, now), Library: lib, Attempts: attempt.New(k, lib, now),
		Logins: logins, Ready: ready, Frontend: frontend.Files(), Log: slog.New(slog.DiscardHandler), Now: now, Version: "bench",
	})
	return made{h, end}, err
}

// unlimited lets everybody open an account.
type unlimited struct{}

func (unlimited) Use(context.Context, account.Limit, string) (time.Duration, error) { return 0, nil }
