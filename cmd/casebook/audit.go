package main

import (
	"context"

	"casebook/internal/audit"
	"casebook/internal/fault"
	"casebook/internal/store"
)

var (
	auditSummary = fault.Text{FR: "vérifie ou montre le journal d’audit", EN: "verify or show the audit trail"}
	auditHelp    = fault.Text{
		FR: `casebook audit : le journal de ce qui a été fait à cette installation. Chaque entrée est liée à la
précédente par une empreinte : ce qui est changé, retiré ou déplacé se voit.

  casebook audit verify [--expect EMPREINTE]   relit tout le journal et donne la dernière empreinte
  casebook audit list [--json]                 montre les entrées, de la première à la dernière

  --expect EMPREINTE   le journal doit contenir cette empreinte, notée ailleurs lors d’une vérification :
                       elle seule révèle une fin coupée ou un journal récrit
  --json               un objet JSON par ligne
  --database BASE      un fichier SQLite, ou postgres://… (CASEBOOK_DATABASE ; casebook.db par défaut)

Code de sortie : 0 si le journal est intact, 1 sinon.

  casebook audit verify --database /srv/casebook/casebook.db`,
		EN: `casebook audit: the trail of what was done to this installation. Each entry is chained to the one
before by its hash: what is altered, removed or moved shows.

  casebook audit verify [--expect HASH]   read the whole trail again and give the last hash
  casebook audit list [--json]            show the entries, from the first to the last

  --expect HASH      the trail must hold this hash, noted elsewhere at an earlier check: it alone
                     shows that the end was cut, or the trail rewritten
  --json             a JSON object a line
  --database BASE    a SQLite file, or postgres://… (CASEBOOK_DATABASE; casebook.db unless told otherwise)

Exit code: 0 when the trail is sound, 1 when it is not.

  casebook audit verify --database /srv/casebook/casebook.db`,
	}
	auditWhat = fault.Text{
		FR: "Que faire du journal ? « casebook audit verify » le vérifie, « casebook audit list » le montre.",
		EN: "What is to be done with the trail? “casebook audit verify” verifies it, “casebook audit list” shows it.",
	}
)

type auditOptions struct {
	database, expect string
	json             bool
}

func auditTrail(ctx context.Context, w *world, args []string) error {
	var o auditOptions
	f := w.flags("audit")
	f.StringVar(&o.database, "database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	f.StringVar(&o.expect, "expect", "", "")
	f.BoolVar(&o.json, "json", false, "")
	words, err := w.parseMixed(f, args)
	if err != nil {
		return err
	}
	what, known := map[string]func(context.Context, *store.Store, auditOptions) error{
		"verify": w.verifyTrail, "list": w.listTrail,
	}[firstWord(words)]
	if !known || len(words) != 1 {
		return badArguments(auditWhat)
	}
	if o.expect != "" && !audit.IsHash(o.expect) {
		return badArguments(fault.Text{
			FR: "« %[1]s » n’est pas une empreinte : 64 chiffres hexadécimaux, tels que « casebook audit verify » les donne.",
			EN: "“%[1]s” is not a hash: 64 hexadecimal digits, as “casebook audit verify” gives them.",
		}, o.expect)
	}
	return w.withTrail(ctx, o, what)
}

func firstWord(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

func (w *world) withTrail(ctx context.Context, o auditOptions, do func(context.Context, *store.Store, auditOptions) error) (err error) {
	st, err := store.Open(ctx, o.database, store.Options{Now: now, MustExist: true})
	if err != nil {
		return err
	}
	defer closing(st, &err)
	return do(ctx, st, o)
}
