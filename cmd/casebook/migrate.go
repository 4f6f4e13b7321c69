package main

import (
	"context"

	"casebook/internal/fault"
	"casebook/internal/store"
)

var (
	migrateSummary = fault.Text{FR: "met la base de données à jour, sans démarrer le serveur", EN: "bring the database up to date, without starting the server"}
	migrateHelp    = fault.Text{
		FR: `casebook migrate : met le schéma de la base à jour. « casebook serve » le fait aussi, au démarrage.
Un fichier SQLite est d’abord copié à côté de lui-même.

  --database BASE    un fichier SQLite, ou postgres://… (CASEBOOK_DATABASE ; casebook.db par défaut)

  casebook migrate --database /srv/casebook/casebook.db`,
		EN: `casebook migrate: bring the database's schema up to date. “casebook serve” does so too, at start.
A SQLite file is copied beside itself first.

  --database BASE    a SQLite file, or postgres://… (CASEBOOK_DATABASE; casebook.db unless told otherwise)

  casebook migrate --database /srv/casebook/casebook.db`,
	}
)

func migrate(ctx context.Context, w *world, args []string) (err error) {
	f := w.flags("migrate")
	database := f.String("database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	if err := w.parse(f, args); err != nil {
		return err
	}
	if err := noMore(f); err != nil {
		return err
	}
	st, err := store.Open(ctx, *database, store.Options{Now: now})
	if err != nil {
		return err
	}
	defer closing(st, &err)
	m, err := st.Migrate(ctx)
	switch {
	case err != nil:
		return err
	case m.From == m.To:
		w.say(w.stdout, fault.Text{FR: "La base est à jour : schéma %d.", EN: "The database is up to date: schema %d."}, m.To)
	default:
		w.say(w.stdout, fault.Text{FR: "La base est passée du schéma %[1]d au schéma %[2]d.", EN: "The database went from schema %[1]d to schema %[2]d."}, m.From, m.To)
	}
	if m.Backup != "" {
		w.say(w.stdout, fault.Text{FR: "Copie d’avant : %s", EN: "Copy from before: %s"}, m.Backup)
	}
	return nil
}

// closing lets a database go at the end of a command, and reports a failure to unless there was one before.
func closing(st *store.Store, err *error) {
	if closed := st.Close(); *err == nil {
		*err = closed
	}
}
