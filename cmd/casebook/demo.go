package main

import (
	"context"
	"errors"
	"log/slog"
	"runtime/debug"
	"time"

	"casebook/internal/account"
	"casebook/internal/demo"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/store"
)

var (
	demoSummary = fault.Text{FR: "une promotion fictive à montrer, ou une foule pour mesurer", EN: "a made-up cohort to show, or a crowd to measure with"}
	demoHelp    = fault.Text{
		FR: `casebook demo : ajoute une promotion de démonstration : 24 personnes fictives, qui ont joué les cas livrés
ces dernières semaines, leur formatrice et leur responsable. La page des promotions le propose aussi.

  casebook demo [cohort]   l’ajoute ; --lang fr ou en
  casebook demo remove     retire tout ce qui est fictif
  casebook demo crowd      remplit une base d’une foule, pour mesurer

casebook demo crowd : des personnes fictives, qui jouent chacune à leur façon les cas livrés :
la prudente qui enquête d’abord, la pressée qui prend le premier choix affiché, celle qui ne dit jamais les
choses, celle qui apprend d’une partie à l’autre… Leurs comptes sont de type « demo ». Les parties commencent
au long de six semaines ; certaines sont abandonnées ou en cours.

  --people N         combien de personnes : 60 par défaut
  --attempts M       combien de parties chacune commence : 5 par défaut
  --decisions D      environ combien de décisions en tout, à la place de --people
  --seed S           un nombre : la même graine, pour le même dernier jour, donne les mêmes données,
                     à l’octet près ; 1 par défaut
  --until JOUR       le dernier jour, tel que 2026-11-20 ; hier par défaut
  --add              accepte une base où de vraies personnes ont joué
  --database BASE    un fichier SQLite, créé s’il n’existe pas, ou postgres://… (CASEBOOK_DATABASE ;
                     casebook.db par défaut)

Ctrl+C arrête ; ce qui est déjà écrit est entier.

  casebook demo crowd --database demo.db --people 200 --seed 7
  casebook demo crowd --database grande.db --decisions 10000000`,
		EN: `casebook demo: add a demonstration cohort: 24 made-up people who have played the cases that ship in the last
weeks, their trainer and their manager. The page of cohorts offers it too.

  casebook demo [cohort]   add it; --lang fr or en
  casebook demo remove     remove all that is made up
  casebook demo crowd      fill a database with a crowd, to measure with

casebook demo crowd: made-up people who play the cases that ship, each in their way: the
careful one who looks first, the hasty one who takes the first choice shown, the one who never says what is, the
one who learns from one attempt to the next… Their accounts are of the kind “demo”. Attempts begin over six weeks;
some are given up, or still going on.

  --people N         how many people: 60 unless told otherwise
  --attempts M       how many attempts each of them begins: 5 unless told otherwise
  --decisions D      about how many decisions in all, in place of --people
  --seed S           a number: the same seed, with the same last day, makes the same data, to the last
                     byte; 1 unless told otherwise
  --until DAY        the last day, such as 2026-11-20; yesterday unless told otherwise
  --add              accept a database in which real people have played
  --database BASE    a SQLite file, made when it is missing, or postgres://… (CASEBOOK_DATABASE;
                     casebook.db unless told otherwise)

Ctrl+C stops it; what is written by then is whole.

  casebook demo crowd --database demo.db --people 200 --seed 7
  casebook demo crowd --database large.db --decisions 10000000`,
	}
)

func crowd(ctx context.Context, w *world, args []string) (err error) {
	o, err := readDemoOptions(w, args)
	if err != nil {
		return err
	}
	st, err := store.Open(ctx, o.database, store.Options{Now: now})
	if err != nil {
		return err
	}
	defer closing(st, &err)
	switch m, err := st.Migrate(ctx); {
	case err != nil:
		return err
	case m.Backup != "":
		w.say(w.stdout, fault.Text{FR: "Copie d’avant : %s", EN: "Copy from before: %s"}, m.Backup)
	}
	if err := o.mayFill(ctx, st); err != nil {
		return err
	}
	cases, err := demoCases(ctx, st, o.plan)
	if err != nil {
		return err
	}
	if o.decisions > 0 {
		if o.plan, err = o.plan.ForDecisions(o.decisions, cases); err != nil {
			return err
		}
	}
	if err := isNewDemo(ctx, st, o.plan); err != nil {
		return err
	}
	return w.fill(ctx, st, o, cases)
}

// mayFill refuses a database in which people have played, unless they who ask know.
func (o *demoOptions) mayFill(ctx context.Context, st *store.Store) error {
	if o.add {
		return nil
	}
	played, err := st.HoldsAttempts(ctx, account.Demo)
	if err == nil && played {
		err = fault.New(fault.Conflict, "real_attempts", fault.Text{
			FR: "De vraies personnes ont joué dans la base « %s ». Donnez une autre base avec --database, ou --add pour y ajouter des personnes fictives.",
			EN: "Real people have played in the database “%s”. Give another one with --database, or --add to add made-up people to it.",
		}, o.place())
	}
	return err
}

// isNewDemo refuses to make the same people twice.
func isNewDemo(ctx context.Context, st *store.Store, p demo.Plan) error {
	switch _, err := st.Account(ctx, p.First().ID); {
	case fault.Is(err, fault.NotFound):
		return nil
	case err != nil:
		return err
	}
	return fault.New(fault.Conflict, "same_demo", fault.Text{
		FR: "Ces personnes fictives sont déjà dans la base, ou une partie d’entre elles. Un autre --seed en fait d’autres.",
		EN: "These made-up people are in the database already, or some of them. Another --seed makes others.",
	})
}

// demoCases publishes the cases that ship, where they are not published already, as if before the first attempt.
func demoCases(ctx context.Context, st *store.Store, p demo.Plan) (ready []*demo.Case, err error) {
	shipped, err := readCases(nil)
	if err != nil {
		return nil, err
	}
	lib := library.New(st, shipped.registers, p.Begins)
	if err := shipped.publish(ctx, lib, slog.New(slog.DiscardHandler)); err != nil {
		return nil, err
	}
	for _, f := range shipped.folders {
		v, err := lib.Newest(ctx, f.id)
		if err != nil {
			return nil, err
		}
		c, err := demo.NewCase(v)
		if err != nil {
			return nil, err
		}
		ready = append(ready, c)
	}
	return ready, nil
}

func (w *world) fill(ctx context.Context, st *store.Store, o demoOptions, cases []*demo.Case) error {
	if w.getenv("GOGC") == "" {
		debug.SetGCPercent(spare) // as in a server: little is kept, much is thrown away
	}
	bulk, err := st.Bulk()
	if err != nil {
		return err
	}
	all := o.plan.People * o.plan.Attempts
	told := now()
	kept, err := demo.Fill(ctx, o.plan, cases, bulk, func(c demo.Count) {
		if now().Sub(told) < 2*time.Second {
			return
		}
		told = now()
		w.say(w.stderr, fault.Text{FR: "%[1]s décisions, %[2]d %%", EN: "%[1]s decisions, %[2]d%%"},
			w.count(uint64(c.Decisions)), 100*c.Attempts/all)
	})
	people, attempts, decisions := w.count(uint64(kept.People)), w.count(uint64(kept.Attempts)), w.count(uint64(kept.Decisions))
	switch err = errors.Join(err, bulk.Close()); {
	case err != nil && ctx.Err() != nil:
		return fault.New(fault.Conflict, "demo_interrupted", fault.Text{
			FR: "Interrompu. Ce qui est écrit est entier : %[1]s personnes fictives, %[2]s parties, %[3]s décisions.",
			EN: "Interrupted. What is written is whole: %[1]s made-up people, %[2]s attempts, %[3]s decisions.",
		}, people, attempts, decisions)
	case err != nil:
		return err
	}
	w.say(w.stdout, fault.Text{
		FR: "Ajouté : %[1]s personnes fictives, %[2]s parties, %[3]s décisions. Les mêmes données : --seed %[4]d --until %[5]s",
		EN: "Added: %[1]s made-up people, %[2]s attempts, %[3]s decisions. The same data again: --seed %[4]d --until %[5]s",
	}, people, attempts, decisions, o.plan.Seed, o.plan.Until.Add(-time.Hour).Format(time.DateOnly))
	return nil
}
