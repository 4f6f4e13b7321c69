package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"casebook/internal/fault"
	"casebook/internal/personal"
	"casebook/internal/store"
)

var (
	retentionSummary = fault.Text{FR: "retire les noms que les promotions ont gardés assez longtemps", EN: "let go the names that cohorts have kept long enough"}
	retentionHelp    = fault.Text{
		FR: `casebook retention : retire les noms des parties dont la durée de conservation, fixée par leur promotion, est
passée. Ce qui a été écrit disparaît ; les parties terminées restent, sans nom, pour les statistiques. Le
serveur le fait chaque heure.

  --dry-run          dit ce qui serait retiré, et ne change rien
  --database BASE    un fichier SQLite, ou postgres://… (CASEBOOK_DATABASE ; casebook.db par défaut)

  casebook retention --dry-run`,
		EN: `casebook retention: take the names from attempts that their cohort has kept for as long as it says. What was
written goes; attempts that have ended stay, without a name, for statistics. The server does so each hour.

  --dry-run          say what would go, and change nothing
  --database BASE    a SQLite file, or postgres://… (CASEBOOK_DATABASE; casebook.db unless told otherwise)

  casebook retention --dry-run`,
	}
)

func retention(ctx context.Context, w *world, args []string) (err error) {
	f := w.flags("retention")
	database := f.String("database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	dry := f.Bool("dry-run", false, "")
	if err := w.parse(f, args); err != nil {
		return err
	}
	if err := noMore(f); err != nil {
		return err
	}
	st, err := store.Open(ctx, *database, store.Options{Now: now, MustExist: true})
	if err != nil {
		return err
	}
	defer closing(st, &err)
	if *dry {
		return w.foretell(ctx, st)
	}
	due, err := st.LetGo(ctx)
	if err == nil {
		w.say(w.stdout, fault.Text{
			FR: "Noms retirés : %[1]s parties de %[2]s personnes.",
			EN: "Names let go: %[1]s attempts of %[2]s people.",
		}, w.count(uint64(due.Attempts)), w.count(uint64(due.People)))
	}
	return err
}

// foretell says for each cohort what its retention would take.
func (w *world) foretell(ctx context.Context, st *store.Store) error {
	for r, err := range st.Retained(ctx) {
		if err != nil {
			return err
		}
		f := personal.Forecast(r.Traces, r.Days, now())
		w.say(w.stdout, fault.Text{
			FR: "%[1]s (%[2]d jours) : %[3]d parties de %[4]d personnes.",
			EN: "%[1]s (%[2]d days): %[3]d attempts of %[4]d people.",
		}, r.Cohort, f.Days, f.Due.Attempts, f.Due.People)
		for _, d := range f.Coming {
			fmt.Fprintf(w.stdout, "  %s  %d · %d\n", d.By.Format(time.DateOnly), d.Attempts, d.People)
		}
	}
	return nil
}

// keepPromises does at once and then each hour what people were promised: it lets names go and keeps the ledger's file
// up to date, until ctx ends.
func keepPromises(ctx context.Context, st *store.Store, file *personal.File, log *slog.Logger) {
	hourly := time.NewTicker(time.Hour)
	defer hourly.Stop()
	for {
		due, err := st.LetGo(ctx)
		if err = errors.Join(err, file.CatchUp(ctx, st)); err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "promises not kept", "err", err)
		} else if due.Attempts > 0 {
			log.InfoContext(ctx, "names let go", "attempts", due.Attempts, "people", due.People)
		}
		select {
		case <-ctx.Done():
			return
		case <-hourly.C:
		}
	}
}

// openLedger opens the ledger that is kept beside the database and erases again whoever it or the database's own says:
// one of them may have come back with a backup.
func openLedger(ctx context.Context, st *store.Store, path string, log *slog.Logger) (*personal.File, error) {
	var file *personal.File
	var held []personal.Erasure
	if path != "" {
		var err error
		if file, held, err = personal.OpenFile(path); err != nil {
			return nil, err
		}
	}
	n, err := st.Replay(ctx, held)
	if n > 0 {
		log.WarnContext(ctx, "people erased again", "people", n)
	}
	return file, errors.Join(err, file.CatchUp(ctx, st))
}
