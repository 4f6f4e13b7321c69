package main

import (
	"context"

	"casebook/internal/fault"
	"casebook/internal/store"
)

var (
	restoreSummary = fault.Text{FR: "remet une sauvegarde à la place de la base", EN: "put a backup in the database's place"}
	restoreHelp    = fault.Text{
		FR: `casebook restore SAUVEGARDE : vérifie la sauvegarde, puis la met à la place de la base SQLite.
Arrêtez d’abord le serveur. La base qui était là est gardée, avec son journal, sous un nom daté ; rien
n’est supprimé. Une coupure en plein travail laisse l’ancienne base ou la nouvelle : recommencez.
« casebook serve » met ensuite le schéma à jour, s’il le faut.

  --database BASE    la base à remplacer (CASEBOOK_DATABASE ; casebook.db par défaut)

PostgreSQL se restaure avec pg_restore.

  casebook restore /sauvegardes/casebook-2026-03-02.db --database /srv/casebook/casebook.db`,
		EN: `casebook restore BACKUP: verify the backup, then put it in the place of the SQLite database. Stop
the server first. The database that was there is kept, with its journal, under a dated name; nothing
is deleted. If the machine stops half-way, the old database is in place or the new one: try again.
“casebook serve” then brings the schema up to date, if need be.

  --database BASE    the database to replace (CASEBOOK_DATABASE; casebook.db unless told otherwise)

PostgreSQL is restored with pg_restore.

  casebook restore /backups/casebook-2026-03-02.db --database /srv/casebook/casebook.db`,
	}
	restoreDone = fault.Text{
		FR: "Sauvegarde vérifiée et mise en place : la base « %[1]s » contient « %[2]s » (schéma %[3]d).",
		EN: "Verified and put in place: the database “%[1]s” holds “%[2]s” (schema %[3]d).",
	}
	restoreAside = fault.Text{
		FR: "La base d’avant est gardée : %[1]s",
		EN: "The database from before is kept: %[1]s",
	}
	restoreErased = fault.Text{
		FR: "Effacées de nouveau, comme elles l’avaient demandé : %[1]s personnes que la sauvegarde contenait encore.",
		EN: "Erased again, as they had asked: %[1]s people who were still in the backup.",
	}
	restoreUnread = fault.Text{
		FR: "La base d’avant ne se lit pas : on ne sait pas qui s’y était fait effacer. Si le registre a été copié, rejouez-le : casebook erasures replay FICHIER",
		EN: "The database from before cannot be read: nobody knows who had been erased there. If its ledger was copied, replay it: casebook erasures replay FILE",
	}
	restoreNext = fault.Text{
		FR: "Redémarrez Casebook : casebook serve --database %[1]s",
		EN: "Start Casebook again: casebook serve --database %[1]s",
	}
)

func restore(ctx context.Context, w *world, args []string) error {
	f := w.flags("restore")
	database := f.String("database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	files, err := w.parseMixed(f, args)
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return badArguments(fault.Text{
			FR: "Quelle sauvegarde faut-il remettre en place ? Par exemple : casebook restore casebook-2026-11-22T0312.db",
			EN: "Which backup is to be put in place? For example: casebook restore casebook-2026-11-22T0312.db",
		})
	}
	done, err := store.Restore(ctx, *database, files[0], now)
	if err != nil {
		return err
	}
	w.say(w.stdout, restoreDone, *database, files[0], done.Schema)
	switch {
	case done.Erased > 0:
		w.say(w.stdout, restoreErased, w.count(uint64(done.Erased)))
	case done.Unread:
		w.say(w.stdout, restoreUnread)
	}
	if done.Aside != "" {
		w.say(w.stdout, restoreAside, done.Aside)
	}
	w.say(w.stdout, restoreNext, fault.Argument(*database))
	return nil
}
