package main

import (
	"context"
	"log/slog"

	"casebook/internal/account"
	"casebook/internal/demo"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/store"
)

// demonstrate makes a cohort up, or removes it, or makes a crowd up.
func demonstrate(ctx context.Context, w *world, args []string) error {
	what, rest := "", args
	if len(args) > 0 && args[0] != "" && args[0][0] != '-' {
		what, rest = args[0], args[1:]
	}
	switch what {
	case "crowd":
		return crowd(ctx, w, rest)
	case "", "cohort":
		return w.demoCohort(ctx, rest, addDemo)
	case "remove":
		return w.demoCohort(ctx, rest, removeDemo)
	default:
		return badArguments(fault.Text{
			FR: "« %s » n’est pas une démonstration : « casebook demo cohort », « casebook demo remove » ou « casebook demo crowd ».",
			EN: "“%s” is no demonstration: “casebook demo cohort”, “casebook demo remove” or “casebook demo crowd”.",
		}, what)
	}
}

// theProgram may do what an admin may, and is nobody.
var theProgram = account.Account{Role: account.Admin}

func (w *world) demoCohort(ctx context.Context, args []string, do func(context.Context, *world, *demo.Service, string) error) (err error) {
	f := w.flags("demo")
	database := f.String("database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	lang := f.String("lang", w.lang, "")
	if err := w.parse(f, args); err != nil {
		return err
	}
	if err := noMore(f); err != nil {
		return err
	}
	if *lang != "fr" && *lang != "en" {
		return badArguments(fault.Text{
			FR: "Casebook parle français et anglais : --lang fr ou --lang en.",
			EN: "Casebook speaks French and English: --lang fr or --lang en.",
		})
	}
	shipped, err := readCases(nil)
	if err != nil {
		return err
	}
	st, err := store.Open(ctx, *database, store.Options{Now: now})
	if err != nil {
		return err
	}
	defer closing(st, &err)
	if _, err := st.Migrate(ctx); err != nil {
		return err
	}
	lib := library.New(st, shipped.registers, now)
	if err := shipped.publish(ctx, lib, slog.New(slog.DiscardHandler)); err != nil {
		return err
	}
	return do(ctx, w, demo.NewService(st, lib, now), *lang)
}

func addDemo(ctx context.Context, w *world, s *demo.Service, lang string) error {
	there, err := s.Add(ctx, theProgram, lang)
	if err == nil {
		w.say(w.stdout, fault.Text{
			FR: "Démonstration ajoutée : %[1]d personnes fictives, %[2]d parties. Pour la voir, donnez-vous une fonction dans cette promotion. Pour la retirer : casebook demo remove",
			EN: "Demonstration added: %[1]d made-up people, %[2]d attempts. To see it, give yourself a post in that cohort. To remove it: casebook demo remove",
		}, there.People, there.Attempts)
	}
	return err
}

func removeDemo(ctx context.Context, w *world, s *demo.Service, _ string) error {
	err := s.Remove(ctx, theProgram)
	if err == nil {
		w.say(w.stdout, fault.Text{FR: "Il ne reste rien de fictif.", EN: "Nothing made up is left."})
	}
	return err
}
