package main

import (
	"context"

	"casebook/internal/fault"
	"casebook/internal/store"
)

var (
	backupSummary = fault.Text{FR: "copie la base dans un fichier, et vérifie la copie", EN: "copy the database to a file, and verify the copy"}
	backupHelp    = fault.Text{
		FR: `casebook backup FICHIER : copie la base SQLite, même pendant que le serveur tourne, puis vérifie
la copie. Un fichier qui existe déjà n’est jamais écrasé.

  --database BASE    la base à copier (CASEBOOK_DATABASE ; casebook.db par défaut)

Pour restaurer : arrêtez le serveur, mettez la copie à la place de la base (et retirez les fichiers
-wal et -shm de l’ancienne), redémarrez. PostgreSQL se sauvegarde avec pg_dump.

  casebook backup /sauvegardes/casebook-2026-03-02.db`,
		EN: `casebook backup FILE: copy the SQLite database, even while the server runs, then verify the copy.
A file that is there already is never overwritten.

  --database BASE    the database to copy (CASEBOOK_DATABASE; casebook.db unless told otherwise)

To restore: stop the server, put the copy in the database's place (and take the old one's -wal and
-shm files away), start again. PostgreSQL is backed up with pg_dump.

  casebook backup /backups/casebook-2026-03-02.db`,
	}
)

func backup(ctx context.Context, w *world, args []string) (err error) {
	f := w.flags("backup")
	database := f.String("database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	files, err := w.parseMixed(f, args)
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return badArguments(fault.Text{
			FR: "Dans quel fichier copier la base ? Par exemple : casebook backup casebook-copie.db",
			EN: "Which file is the database to be copied to? For example: casebook backup casebook-copy.db",
		})
	}
	st, err := store.Open(ctx, *database, store.Options{Now: now, Log: w.logger(false), MustExist: true})
	if err != nil {
		return err
	}
	defer closing(st, &err)
	if err := st.Backup(ctx, files[0]); err != nil {
		return err
	}
	w.say(w.stdout, fault.Text{FR: "Copie faite et vérifiée : %s", EN: "Copied and verified: %s"}, files[0])
	return nil
}
