package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"casebook/frontend"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/comment"
	"casebook/internal/demo"
	"casebook/internal/export"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/personal"
	"casebook/internal/report"
	"casebook/internal/store"
	"casebook/internal/web"
)

// sweep forgets what has run out, once an hour, until ctx ends.
func sweep(ctx context.Context, st *store.Store, log *slog.Logger) {
	hourly := time.NewTicker(time.Hour)
	defer hourly.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-hourly.C:
			if err := forget(ctx, st); err != nil {
				log.ErrorContext(ctx, "not forgotten what has run out", "err", err)
			}
		}
	}
}

// forget removes the logins and the counts that nobody can use any more.
func forget(ctx context.Context, st *store.Store) error {
	return errors.Join(st.ForgetLogins(ctx), st.ForgetLimits(ctx))
}

// furnish brings the database up to date, puts the rooms together and adds them to what web is to speak for. From the
// end of ctx, the server is not ready.
func furnish(ctx context.Context, st *store.Store, cases cases, ledger string, s web.Services) (http.Handler, error) {
	migration, err := st.Migrate(ctx)
	if err != nil {
		return nil, err
	}
	if migration.Backup != "" {
		s.Log.InfoContext(ctx, "database migrated", "from", migration.From, "to", migration.To, "backup", migration.Backup)
	}
	if err := forget(ctx, st); err != nil {
		return nil, err
	}
	file, err := openLedger(ctx, st, ledger, s.Log)
	if err != nil {
		return nil, err
	}
	lib := library.New(st, cases.registers, now)
	if err := cases.publish(ctx, lib, s.Log); err != nil {
		return nil, err
	}
	desk := library.NewDesk(lib, st)
	attempts := attempt.New(st, desk, now)
	go keepPromises(ctx, st, file, s.Log)
	go prepare(ctx, st, lib, attempts, s.Log)
	s.Library, s.Desk, s.Attempts = lib, desk, attempts
	s.Cohorts = cohort.New(st, lib, s.Accounts, st, now)
	s.Comments = comment.New(st, lib, attempts, now)
	s.Frontend, s.Now, s.Version = frontend.Files(), now, version
	s.Demo = demo.NewService(st, desk, now)
	s.Personal = personal.New(st, attempts, lib, s.Accounts, file, now)
	s.Reports = report.NewReader(st, lib, attempts, now)
	s.Exports = export.New(s.Reports, st, lib, st, now)
	s.Ready = func(asked context.Context) error {
		if ctx.Err() != nil {
			return stopping()
		}
		return st.Ready(asked)
	}
	return web.New(s)
}

func stopping() error {
	return fault.New(fault.Unavailable, "stopping", fault.Text{
		FR: "Le serveur s’arrête. Adressez-vous à un autre, ou réessayez dans un instant.",
		EN: "The server is stopping. Turn to another, or try again in a moment.",
	})
}
