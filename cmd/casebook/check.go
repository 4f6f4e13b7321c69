package main

import (
	"context"
	"encoding/json"
	"os"

	"casebook/internal/check"
	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

var (
	checkSummary = fault.Text{FR: "vérifie des cas et en donne les chiffres exacts", EN: "check cases, and give their exact figures"}
	checkHelp    = fault.Text{
		FR: `casebook check : lit des cas, dit tout ce qui ne va pas et comment y remédier,
puis explore tous les états atteignables et donne les chiffres exacts.

  casebook check [--strict] [--proofs] [--json] [--states N] [--watch | --mutate] DOSSIER...

  --strict    un avertissement sans réponse vaut une erreur
  --proofs    montre pour chaque borne la partie qui l’atteint, prête à rejouer
  --json      un objet JSON par cas et par ligne, pour les programmes
  --states N  combien d’états explorer avant de répondre « on ne sait pas » (200000 par défaut)
  --watch     recommence à chaque enregistrement d’un fichier, jusqu’à Ctrl+C
  --mutate    éprouve les parcours témoins : change une conséquence, une condition ou
              un chemin à la fois, et dit quels changements aucun parcours ne remarque

Un DOSSIER est un cas (il contient scenario.yaml) ou contient des cas ; avec leurs
registres (sources.yaml), chaque point d’enseignement doit y être cité.
Code de sortie : 0 si aucun cas n’a d’erreur, 1 sinon ; avec --mutate, 0 si 95 % des
changements sont remarqués.

  casebook check scenarios/client-toxique`,
		EN: `casebook check: read cases, say all that is wrong and how to mend it, then explore
every state that can be reached and give the exact figures.

  casebook check [--strict] [--proofs] [--json] [--states N] [--watch | --mutate] DIR...

  --strict    a warning that nobody has answered counts as an error
  --proofs    for each bound, the play that reaches it, ready to be played
  --json      one JSON object a case, one case a line, for programs
  --states N  how many states to explore before the answer is “unknown” (200000 unless told otherwise)
  --watch     check again whenever a file is saved, until Ctrl+C
  --mutate    try the walkthroughs: change one consequence, condition or way at a time,
              and say which changes no walkthrough notices

A DIR is a case (it holds scenario.yaml) or holds cases; where their registers are
with them (sources.yaml), every teaching point has to be cited.
Exit code: 0 when no case has an error, 1 otherwise; with --mutate, 0 when 95% of the
changes are noticed.

  casebook check scenarios/client-toxique`,
	}
	unsound = fault.Text{
		FR: "%[1]d cas sur %[2]d à reprendre.",
		EN: "%[1]d of %[2]d cases need mending.",
	}
)

func checkCases(ctx context.Context, w *world, args []string) error {
	f := w.flags("check")
	var e examination
	f.BoolVar(&e.asJSON, "json", false, "")
	f.BoolVar(&e.strict, "strict", false, "")
	f.BoolVar(&e.proofs, "proofs", false, "")
	f.IntVar(&e.limit, "states", solve.DefaultLimit, "")
	again := f.Bool("watch", false, "")
	change := f.Bool("mutate", false, "")
	dirs, err := w.parseMixed(f, args)
	if err != nil {
		return err
	}
	if len(dirs) == 0 {
		return badArguments(fault.Text{
			FR: "Quel dossier vérifier ? Par exemple : casebook check scenarios/client-toxique",
			EN: "Which folder is to be checked? For example: casebook check scenarios/client-toxique",
		})
	}
	dirs = folders(dirs)
	registers, err := shippedRegisters()
	if err != nil {
		return err
	}
	if *change {
		return w.mutate(dirs, registers, e.limit, e.asJSON)
	}
	if *again {
		w.watch(ctx, dirs, func() { w.end(w.examine(dirs, registers, e)) })
		return nil
	}
	return w.examine(dirs, registers, e)
}

// examination says how a check goes about it.
type examination struct {
	limit                  int // of states
	strict, asJSON, proofs bool
}

// examine checks the cases of some folders and says what it found. It refuses when a case needs mending.
func (w *world) examine(dirs []string, registers *scenario.Registers, e examination) error {
	bad, all, uncovered := 0, 0, 0
	for _, dir := range dirs {
		found, err := caseFolders(dir)
		if err != nil {
			return err
		}
		var cases []*scenario.Scenario
		for _, folder := range found {
			all++
			r := check.Check(os.DirFS(folder), registers, check.Options{Limit: e.limit})
			if r.Errors() > 0 || e.strict && r.Warnings() > 0 {
				bad++
			}
			if err := w.tell(folder, &r, e); err != nil {
				return err
			}
			if r.Scenario != nil {
				cases = append(cases, r.Scenario)
			}
		}
		missing, err := w.examineSet(dir, cases, e)
		if err != nil {
			return err
		}
		uncovered += missing
	}
	switch {
	case bad > 0:
		return fault.New(fault.Invalid, "unsound", unsound, bad, all)
	case uncovered > 0:
		return fault.New(fault.Invalid, "uncovered", pointsLeft, uncovered)
	}
	return nil
}

func (w *world) tell(folder string, r *check.Report, e examination) error {
	if e.asJSON {
		return json.NewEncoder(w.stdout).Encode(tellChecked(folder, r, w.lang))
	}
	w.printChecked(printed{folder, e.proofs}, r)
	return nil
}
