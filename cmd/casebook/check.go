package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

var (
	checkSummary = fault.Text{FR: "vérifie des cas et en donne les chiffres exacts", EN: "check cases, and give their exact figures"}
	checkHelp    = fault.Text{
		FR: `casebook check : lit des cas, dit tout ce qui ne va pas et comment y remédier,
puis explore tous les états atteignables et donne les chiffres exacts.

  casebook check [--json] [--states N] DOSSIER...

  --json      un objet JSON par cas et par ligne, pour les programmes
  --states N  combien d’états explorer avant de répondre « on ne sait pas » (200000 par défaut)

Un DOSSIER est un cas (il contient scenario.yaml) ou contient des cas.
Code de sortie : 0 si tous les cas sont sains, 1 sinon.

  casebook check scenarios/client-toxique`,
		EN: `casebook check: read cases, say all that is wrong and how to mend it, then explore
every state that can be reached and give the exact figures.

  casebook check [--json] [--states N] DIR...

  --json      one JSON object a case, one case a line, for programs
  --states N  how many states to explore before the answer is “unknown” (200000 unless told otherwise)

A DIR is a case (it holds scenario.yaml) or holds cases.
Exit code: 0 when every case is sound, 1 otherwise.

  casebook check scenarios/client-toxique`,
	}
	unsound = fault.Text{
		FR: "%[1]d cas sur %[2]d à reprendre.",
		EN: "%[1]d of %[2]d cases need mending.",
	}
)

func check(_ context.Context, w *world, args []string) error {
	f := w.flags("check")
	asJSON := f.Bool("json", false, "")
	limit := f.Int("states", solve.DefaultLimit, "")
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
	registers, err := shippedRegisters()
	if err != nil {
		return err
	}
	var folders []string
	for _, dir := range dirs {
		found, err := caseFolders(dir)
		if err != nil {
			return err
		}
		folders = append(folders, found...)
	}
	bad := 0
	for _, dir := range folders {
		r := examine(dir, registers, *limit, w.lang)
		if !r.OK {
			bad++
		}
		if *asJSON {
			if err := json.NewEncoder(w.stdout).Encode(r); err != nil {
				return err
			}
			continue
		}
		r.print(w)
	}
	if bad > 0 {
		return fault.New(fault.Invalid, "unsound", unsound, bad, len(folders))
	}
	return nil
}

// checked is what there is to say of a case.
type checked struct {
	Dir    string         `json:"dir"`
	ID     string         `json:"id,omitempty"`
	Rev    int            `json:"rev,omitempty"`
	OK     bool           `json:"ok"`
	Issues []checkedIssue `json:"issues"`
	*figures
}

type checkedIssue struct {
	Code    string `json:"code"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
}

// figures are exact: they come from exploring every state.
type figures struct {
	States             int             `json:"states"`
	DecisionStates     int             `json:"decisionStates"`
	Paths              uint64          `json:"paths"`
	Best               float64         `json:"best"`
	Worst              float64         `json:"worst"`
	MaxRegret          float64         `json:"maxRegret"`
	UniformRandomValue float64         `json:"uniformRandomValue"`
	UniformRandomScore *float64        `json:"uniformRandomScore"`
	Endings            []checkedEnding `json:"endings"`
}

type checkedEnding struct {
	ID       string   `json:"id"`
	Tone     string   `json:"tone"`
	Reached  bool     `json:"reached"`
	MinScore *float64 `json:"minScore"`
	MaxScore *float64 `json:"maxScore"`
}

func examine(dir string, registers *scenario.Registers, limit int, lang string) checked {
	r := checked{Dir: dir, Issues: []checkedIssue{}}
	sc, issues := scenario.Parse(os.DirFS(dir), registers)
	for _, i := range issues {
		r.Issues = append(r.Issues, checkedIssue{i.Code, filepath.Join(dir, i.File), i.Line, i.Column, i.Text.In(lang)})
	}
	if sc == nil {
		return r
	}
	r.ID, r.Rev = sc.ID, sc.Rev
	sol, err := solve.Solve(sc, limit)
	var flaw *solve.Flaw
	if errors.As(err, &flaw) {
		r.Issues = append(r.Issues, checkedIssue{Code: flaw.Code, File: filepath.Join(dir, "scenario.yaml"), Line: 1, Column: 1, Message: flaw.Text.In(lang)})
		return r
	}
	r.OK = true
	r.figures = &figures{
		States: sol.States, DecisionStates: sol.DecisionStates, Paths: sol.Paths, Best: sol.Best, Worst: sol.Worst,
		MaxRegret: sol.MaxRegret, UniformRandomValue: sol.UniformRandomValue, UniformRandomScore: sol.UniformRandomScore,
	}
	for _, e := range sol.Endings() {
		n := &sc.Nodes[e.Node]
		r.Endings = append(r.Endings, checkedEnding{n.ID, n.Tone, e.Reached, e.MinScore, e.MaxScore})
	}
	return r
}

// print says it to a person.
func (r checked) print(w *world) {
	for _, i := range r.Issues {
		fmt.Fprintf(w.stdout, "%s:%d:%d: [%s] %s\n", i.File, i.Line, i.Column, i.Code, i.Message)
	}
	if r.figures == nil {
		w.say(w.stdout, fault.Text{FR: "%[1]s : à reprendre, problèmes trouvés : %[2]d\n", EN: "%[1]s: needs mending, issues found: %[2]d\n"}, r.Dir, len(r.Issues))
		return
	}
	w.say(w.stdout, fault.Text{FR: "%s : sain", EN: "%s: sound"}, r.Dir)
	w.say(w.stdout, fault.Text{
		FR: "  %[1]d états, dont %[2]d décisions ; %[3]d chemins jusqu’à une fin",
		EN: "  %[1]d states, %[2]d of them at decision points; %[3]d ways to an ending",
	}, r.States, r.DecisionStates, r.Paths)
	w.say(w.stdout, fault.Text{
		FR: "  valeur : de %[1]s à %[2]s ; regret le plus grand : %[3]s ; jouer au hasard donne %[4]s sur 100",
		EN: "  value: from %[1]s to %[2]s; largest regret: %[3]s; playing at random scores %[4]s of 100",
	}, w.number(r.Worst), w.number(r.Best), w.number(r.MaxRegret), w.score(r.UniformRandomScore))
	r.printEndings(w, w.stdout)
}

func (r checked) printEndings(w *world, to io.Writer) {
	w.say(to, fault.Text{FR: "  scores possibles, par fin :", EN: "  possible scores, by ending:"})
	for _, e := range r.Endings {
		if !e.Reached {
			w.say(to, fault.Text{FR: "    %-20s jamais atteinte", EN: "    %-20s never reached"}, e.ID)
			continue
		}
		w.say(to, fault.Text{FR: "    %[1]s : de %[2]s à %[3]s", EN: "    %[1]s: %[2]s to %[3]s"}, e.ID, w.score(e.MinScore), w.score(e.MaxScore))
	}
	fmt.Fprintln(to)
}
