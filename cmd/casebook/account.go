package main

import (
	"context"
	"fmt"

	"casebook/internal/account"
	"casebook/internal/fault"
	"casebook/internal/store"
)

var (
	accountSummary = fault.Text{FR: "donne accès à un administrateur, liste l’encadrement", EN: "let an admin in, list the staff"}
	accountHelp    = fault.Text{
		FR: `casebook account : qui gère cette installation, depuis la machine même.

  casebook account admin ADRESSE   fait de cette adresse un administrateur et donne un lien, à usage unique,
                                   pour choisir un mot de passe ; le serveur peut tourner
  casebook account list            liste qui est plus que stagiaire

  --public-url URL   par quoi le lien commence (CASEBOOK_PUBLIC_URL ; http://localhost:8080 par défaut)
  --database BASE    un fichier SQLite, ou postgres://… (CASEBOOK_DATABASE ; casebook.db par défaut)

  casebook account admin --database /srv/casebook/casebook.db claire@exemple.fr`,
		EN: `casebook account: who looks after this installation, from the machine itself.

  casebook account admin ADDRESS   make this address an admin and give a link, good for one use, to choose
                                   a password; the server may be running
  casebook account list            list those who are more than trainees

  --public-url URL   what the link begins with (CASEBOOK_PUBLIC_URL; http://localhost:8080 unless told)
  --database BASE    a SQLite file, or postgres://… (CASEBOOK_DATABASE; casebook.db unless told otherwise)

  casebook account admin --database /srv/casebook/casebook.db claire@example.com`,
	}
	accountWhat = fault.Text{
		FR: "Écrivez « casebook account admin ADRESSE » ou « casebook account list ».",
		EN: "Write “casebook account admin ADDRESS” or “casebook account list”.",
	}
)

func accounts(ctx context.Context, w *world, args []string) (err error) {
	var database string
	var o outsideOptions
	f := w.flags("account")
	f.StringVar(&database, "database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	f.StringVar(&o.publicURL, "public-url", w.env("CASEBOOK_PUBLIC_URL", "http://localhost:8080"), "")
	words, err := w.parseMixed(f, args)
	if err != nil {
		return err
	}
	if err := o.checkURL(); err != nil {
		return err
	}
	what := firstWord(words)
	if what == "admin" && len(words) != 2 || what == "list" && len(words) != 1 || what != "admin" && what != "list" {
		return badArguments(accountWhat)
	}
	st, err := store.Open(ctx, database, store.Options{Now: now, MustExist: true})
	if err != nil {
		return err
	}
	defer closing(st, &err)
	people := account.New(st, st, now)
	if what == "list" {
		return w.listStaff(ctx, people)
	}
	token, err := people.Rescue(ctx, words[1], w.lang)
	if err != nil {
		return err
	}
	w.say(w.stdout, fault.Text{
		FR: "Ce lien sert une fois : %s/link/%s",
		EN: "This link works once: %s/link/%s",
	}, o.publicURL, token)
	return nil
}

func (w *world) listStaff(ctx context.Context, people *account.Service) error {
	staff, err := people.Staff(ctx)
	if err != nil {
		return err
	}
	if len(staff) == 0 {
		w.say(w.stdout, fault.Text{
			FR: "Il n’y a que des stagiaires. « casebook serve » donne un lien pour le premier administrateur.",
			EN: "There are only trainees. “casebook serve” gives a link for the first admin.",
		})
	}
	for _, p := range staff {
		closed := ""
		if !p.ClosedAt.IsZero() {
			closed = fault.Text{FR: "  fermé", EN: "  closed"}.In(w.lang)
		}
		if _, err := fmt.Fprintf(w.stdout, "%-8s %-32s %s%s\n", p.Role, p.Email, p.Name, closed); err != nil {
			return err
		}
	}
	return nil
}
