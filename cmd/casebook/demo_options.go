package main

import (
	"strings"
	"time"

	"casebook/internal/demo"
	"casebook/internal/fault"
)

// What a demo may come to at most: some tens of gigabytes.
const (
	mostDemoAttemptsEach = 1000
	mostDemoAttempts     = 10_000_000
	mostDemoDecisions    = 100_000_000
)

type demoOptions struct {
	plan      demo.Plan
	decisions int // 0 for as many as the people make
	add       bool
	database  string
}

func readDemoOptions(w *world, args []string) (o demoOptions, err error) {
	f := w.flags("demo")
	f.IntVar(&o.plan.People, "people", 0, "")
	f.IntVar(&o.plan.Attempts, "attempts", 5, "")
	f.IntVar(&o.decisions, "decisions", 0, "")
	f.Uint64Var(&o.plan.Seed, "seed", 1, "")
	until := f.String("until", now().AddDate(0, 0, -1).Format(time.DateOnly), "")
	f.BoolVar(&o.add, "add", false, "")
	f.StringVar(&o.database, "database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	if err := w.parse(f, args); err != nil {
		return o, err
	}
	if err := noMore(f); err != nil {
		return o, err
	}
	if o.plan.Until, err = time.Parse(time.DateOnly, *until); err != nil {
		return o, badArguments(fault.Text{
			FR: "« %s » n’est pas un jour : écrivez-le comme 2026-11-20.",
			EN: "“%s” is not a day: write it like 2026-11-20.",
		}, *until)
	}
	o.plan.Until = o.plan.Until.AddDate(0, 0, 1)
	return o, o.sized()
}

// sized refuses what is too little or too much.
func (o *demoOptions) sized() error {
	switch p := &o.plan; {
	case o.decisions != 0 && p.People != 0:
		return badArguments(fault.Text{
			FR: "Donnez --people ou --decisions, pas les deux : l’un suit de l’autre.",
			EN: "Give --people or --decisions, not both: one follows from the other.",
		})
	case p.People < 0 || o.decisions < 0 || p.Attempts < 1:
		return badArguments(fault.Text{
			FR: "--people, --attempts et --decisions comptent à partir de 1.",
			EN: "--people, --attempts and --decisions count from 1.",
		})
	case p.Attempts > mostDemoAttemptsEach || p.People > mostDemoAttempts/p.Attempts || o.decisions > mostDemoDecisions:
		return badArguments(fault.Text{
			FR: "C’est trop : 1000 parties par personne, 10 millions de parties et 100 millions de décisions au plus.",
			EN: "That is too much: 1000 attempts for each, 10 million attempts and 100 million decisions at most.",
		})
	case p.People == 0 && o.decisions == 0:
		p.People = 60
	}
	return nil
}

// place is the database as it may be shown: without a password.
func (o *demoOptions) place() string {
	if strings.Contains(o.database, "://") {
		return "PostgreSQL"
	}
	return o.database
}
