package main

import (
	"context"
	"encoding/json"
	"strings"

	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/scoring"
	"casebook/internal/solve"
)

var (
	playSummary = fault.Text{FR: "joue un cas sans navigateur et dit ce que cela vaut", EN: "play a case without a browser, and say what it was worth"}
	playHelp    = fault.Text{
		FR: `casebook play : joue un cas et dit ce que valait chaque décision.

  casebook play [--json] DOSSIER --moves MOVES (--chance ISSUES | --seed GRAINE)

  --moves   les décisions dans l’ordre, séparées par des virgules : l’id d’un choix,
            ou ? et l’id d’une enquête
  --chance  ce que le hasard décide, dans l’ordre : les vérités cachées, puis le nœud tiré ;
            la graine décide du reste
  --seed    la graine du hasard (1 par défaut)
  --json    un objet JSON, pour les programmes

Une partie qui s’arrête avant une fin dit où elle en est et ce qui est possible.

  casebook play scenarios/client-toxique --moves '?carnet,appeler,mardi,regles,dire' --chance promis,excuses`,
		EN: `casebook play: play a case, and say what each decision was worth.

  casebook play [--json] DIR --moves MOVES (--chance OUTCOMES | --seed SEED)

  --moves   the decisions in order, with commas between: the id of a choice,
            or ? and the id of a look
  --chance  what chance decides, in order: the hidden truths, then the node drawn;
            the seed decides the rest
  --seed    the seed of chance (1 unless told otherwise)
  --json    one JSON object, for programs

A play that stops before an ending says where it stands and what is possible there.

  casebook play scenarios/client-toxique --moves '?carnet,appeler,mardi,regles,dire' --chance promis,excuses`,
	}
	badMove = fault.Text{
		FR: "Coup %[1]d : « %[2]s » n’est pas possible à « %[3]s ». Possible : %[4]s.",
		EN: "Move %[1]d: “%[2]s” is not possible at “%[3]s”. Possible: %[4]s.",
	}
	unusedOutcome = fault.Text{
		FR: "Le hasard n’a pas eu à décider de « %s » : retirez-le de --chance.",
		EN: "Chance had no “%s” to decide: take it out of --chance.",
	}
)

func play(_ context.Context, w *world, args []string) error {
	f := w.flags("play")
	asJSON := f.Bool("json", false, "")
	moves, chance := f.String("moves", "", ""), f.String("chance", "", "")
	seed := f.String("seed", "1", "")
	dirs, err := w.parseMixed(f, args)
	if err != nil {
		return err
	}
	if len(dirs) != 1 {
		return badArguments(fault.Text{
			FR: "Quel cas jouer ? Donnez un dossier : casebook play scenarios/client-toxique --moves appeler",
			EN: "Which case is to be played? Give one folder: casebook play scenarios/client-toxique --moves call",
		})
	}
	sc, _, err := readCase(dirs[0])
	if err != nil {
		return err
	}
	h, err := replay(sc, engine.Dice{Seed: *seed, Fixed: list(*chance)}, list(*moves))
	if err != nil {
		return err
	}
	sol, err := solved(sc, solve.DefaultLimit)
	if err != nil {
		return err
	}
	result, err := scoring.Score(sol, h)
	if err != nil {
		return err
	}
	p := tell(sc, h, result)
	if *asJSON {
		e := json.NewEncoder(w.stdout)
		e.SetIndent("", "  ")
		return e.Encode(p)
	}
	p.print(w)
	return nil
}

// replay plays moves in order; one that is not possible is refused with what is.
func replay(sc *scenario.Scenario, dice engine.Dice, moves []string) (engine.History, error) {
	log := make([]engine.Entry, 0, len(moves))
	h, err := engine.Replay(sc, dice, nil)
	for i, m := range moves {
		if err != nil {
			return h, err
		}
		at := int(h.End.State.Node)
		offered := h.End.Offer(sc).Offered
		if move, ok := engine.Find(sc, at, m); !ok || !h.End.State.Open(sc) || !h.End.State.Available(sc, move) {
			return h, fault.New(fault.Invalid, "not_available", badMove, i+1, m, sc.Nodes[at].ID, strings.Join(called(sc, at, offered), ", "))
		}
		log = append(log, engine.Entry{Move: m})
		h, err = engine.Replay(sc, dice, log)
	}
	if err != nil {
		return h, err
	}
	if left := h.End.Unused(); h.End.State.Ended(sc) && len(left) > 0 {
		return h, fault.New(fault.Invalid, "unused_outcome", unusedOutcome, strings.Join(left, ", "))
	}
	return h, nil
}

func called(sc *scenario.Scenario, node int, moves []engine.Move) []string {
	if len(moves) == 0 {
		return []string{"–"}
	}
	names := make([]string, len(moves))
	for i, m := range moves {
		names[i] = engine.Name(sc, node, m)
	}
	return names
}
