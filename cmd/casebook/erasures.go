package main

import (
	"context"
	"os"

	"casebook/internal/fault"
	"casebook/internal/personal"
	"casebook/internal/store"
)

var (
	erasuresSummary = fault.Text{FR: "le registre des personnes effacées : le copier, le rejouer", EN: "the ledger of erased people: copy it, replay it"}
	erasuresHelp    = fault.Text{
		FR: `casebook erasures : le registre des personnes qui se sont fait effacer, par identifiant seulement. Après
le retour d’une sauvegarde, il dit qui effacer de nouveau.

  casebook erasures list              écrit le registre, une ligne par effacement
  casebook erasures replay FICHIER    efface de nouveau les personnes de ce registre ; « - » lit l’entrée
                                      standard

« casebook restore » le fait seul sur SQLite. Après pg_restore, ou sur une autre machine :

  --database BASE    un fichier SQLite, ou postgres://… (CASEBOOK_DATABASE ; casebook.db par défaut)

  casebook erasures list > effacements.txt
  casebook erasures replay effacements.txt`,
		EN: `casebook erasures: the ledger of people who had themselves erased, by id alone. After a backup is
restored, it says whom to erase again.

  casebook erasures list           write the ledger, a line for each
  casebook erasures replay FILE    erase the people of this ledger again; “-” reads standard input

“casebook restore” does so by itself on SQLite. After pg_restore, or on another machine:

  --database BASE    a SQLite file, or postgres://… (CASEBOOK_DATABASE; casebook.db unless told otherwise)

  casebook erasures list > erasures.txt
  casebook erasures replay erasures.txt`,
	}
	erasuresWhat = fault.Text{
		FR: "Que faire du registre ? « casebook erasures list » l’écrit, « casebook erasures replay FICHIER » le rejoue.",
		EN: "What is to be done with the ledger? “casebook erasures list” writes it, “casebook erasures replay FILE” replays it.",
	}
)

func erasures(ctx context.Context, w *world, args []string) (err error) {
	f := w.flags("erasures")
	database := f.String("database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	words, err := w.parseMixed(f, args)
	if err != nil {
		return err
	}
	list := len(words) == 1 && words[0] == "list"
	if replay := len(words) == 2 && words[0] == "replay"; !list && !replay {
		return badArguments(erasuresWhat)
	}
	var ledger []personal.Erasure
	if !list {
		if ledger, err = w.readErasures(words[1]); err != nil {
			return err
		}
	}
	st, err := store.Open(ctx, *database, store.Options{Now: now, MustExist: true})
	if err != nil {
		return err
	}
	defer closing(st, &err)
	if list {
		return w.listErasures(ctx, st)
	}
	n, err := st.Replay(ctx, ledger)
	if err == nil {
		w.say(w.stdout, fault.Text{
			FR: "Registre de %[1]s lignes rejoué : %[2]s personnes effacées de nouveau.",
			EN: "Replayed a ledger of %[1]s lines: %[2]s people erased again.",
		}, w.count(uint64(len(ledger))), w.count(uint64(n)))
	}
	return err
}

func (w *world) readErasures(name string) ([]personal.Erasure, error) {
	if name == "-" {
		return personal.ReadLedger(w.stdin)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fault.New(fault.NotFound, "ledger_missing", fault.Text{
			FR: "Le registre « %s » ne peut pas être lu. Rien n’a été effacé.",
			EN: "The ledger “%s” cannot be read. Nothing was erased.",
		}, name).Because(err)
	}
	defer func() { _ = f.Close() }() // it was only read
	return personal.ReadLedger(f)
}

func (w *world) listErasures(ctx context.Context, st *store.Store) error {
	for e, err := range st.Ledger(ctx) {
		if err == nil {
			err = e.Write(w.stdout)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
