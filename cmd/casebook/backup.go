package main

import (
	"context"
	"strings"

	"casebook/internal/fault"
	"casebook/internal/store"
)

var (
	backupSummary = fault.Text{FR: "copie la base dans un fichier, et vérifie la copie", EN: "copy the database to a file, and verify the copy"}
	backupHelp    = fault.Text{
		FR: `casebook backup [FICHIER] : copie la base SQLite, même pendant que le serveur tourne, puis vérifie
la copie. Un fichier qui existe déjà n’est jamais écrasé. Sans FICHIER, la copie se range à côté de
la base, sous un nom qui dit la minute (UTC) : casebook-2026-11-22T0312.db.

  --database BASE    la base à copier (CASEBOOK_DATABASE ; casebook.db par défaut)

« casebook restore » remet une copie en place. PostgreSQL se sauvegarde avec pg_dump.

  casebook backup
  casebook backup /sauvegardes/casebook-2026-03-02.db`,
		EN: `casebook backup [FILE]: copy the SQLite database, even while the server runs, then verify the copy.
A file that is there already is never overwritten. Without FILE, the copy lies beside the database,
under a name that tells the minute (UTC): casebook-2026-11-22T0312.db.

  --database BASE    the database to copy (CASEBOOK_DATABASE; casebook.db unless told otherwise)

“casebook restore” puts a copy in place. PostgreSQL is backed up with pg_dump.

  casebook backup
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
	if len(files) > 1 {
		return badArguments(fault.Text{
			FR: "Donnez un seul fichier, ou aucun. Par exemple : casebook backup casebook-copie.db",
			EN: "Give one file, or none. For example: casebook backup casebook-copy.db",
		})
	}
	st, err := store.Open(ctx, *database, store.Options{Now: now, MustExist: true})
	if err != nil {
		return err
	}
	defer closing(st, &err)
	file, err := st.Backup(ctx, strings.Join(files, ""))
	if err != nil {
		return err
	}
	w.say(w.stdout, fault.Text{FR: "Copie faite et vérifiée : %s", EN: "Copied and verified: %s"}, file)
	return nil
}
