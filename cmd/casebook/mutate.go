package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"casebook/internal/check"
	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// enoughNoticed is the share of changes, in percent, that good walkthroughs notice.
const enoughNoticed = 95

var unnoticed = fault.Text{
	FR: "Cas dont les parcours témoins remarquent moins de %[3]d %% des changements : %[1]d sur %[2]d.",
	EN: "Cases whose walkthroughs notice fewer than %[3]d%% of the changes: %[1]d of %[2]d.",
}

// mutate changes the cases of some folders in one place at a time, and says which changes no walkthrough notices.
func (w *world) mutate(dirs []string, registers *scenario.Registers, limit int, asJSON bool) error {
	few, all := 0, 0
	for _, dir := range dirs {
		folders, err := caseFolders(dir)
		if err != nil {
			return err
		}
		for _, folder := range folders {
			m, err := mutation(folder, registers, limit)
			if err != nil {
				return err
			}
			if all++; m.Score() < enoughNoticed {
				few++
			}
			if !asJSON {
				w.printMutation(folder, &m)
			} else if err := json.NewEncoder(w.stdout).Encode(tellMutation(folder, &m, w.lang)); err != nil {
				return err
			}
		}
	}
	if few > 0 {
		return fault.New(fault.Invalid, "unnoticed", unnoticed, few, all, enoughNoticed)
	}
	return nil
}

func mutation(dir string, registers *scenario.Registers, limit int) (check.Mutation, error) {
	folder := os.DirFS(dir)
	sc, places, issues := scenario.ParsePlaces(folder, registers)
	if sc == nil {
		return check.Mutation{}, broken(dir, issues)
	}
	walks, issues := scenario.ParseWalkthroughs(folder, sc)
	if len(issues) > 0 {
		return check.Mutation{}, broken(dir, issues)
	}
	sol, err := solved(sc, limit)
	if err != nil {
		return check.Mutation{}, err
	}
	return check.Mutate(sc, places, sol, walks), nil
}

// mutated is what came of changing a case, for programs.
type mutated struct {
	Dir       string            `json:"dir"`
	Walks     int               `json:"walkthroughs"` // that pass, and took part
	Score     float64           `json:"score"`
	Noticed   int               `json:"noticed"`
	Changes   int               `json:"changes"`
	LeftOut   int               `json:"leftOut"`
	Kinds     []mutatedKind     `json:"kinds"`
	Survivors []mutatedSurvivor `json:"survivors"`
}

type mutatedKind struct {
	Kind    check.MutantKind `json:"kind"`
	Noticed int              `json:"noticed"`
	Changes int              `json:"changes"`
}

type mutatedSurvivor struct {
	Kind    check.MutantKind `json:"kind"`
	File    string           `json:"file"`
	Line    int              `json:"line"`
	Column  int              `json:"column"`
	Message string           `json:"message"`
}

func tellMutation(dir string, m *check.Mutation, lang string) mutated {
	t := mutated{Dir: dir, Walks: m.Walks, Score: solve.Round(m.Score()), LeftOut: m.LeftOut, Kinds: []mutatedKind{}, Survivors: []mutatedSurvivor{}}
	t.Noticed, t.Changes = m.Noticed()
	for _, k := range m.Kinds {
		t.Kinds = append(t.Kinds, mutatedKind(k))
	}
	for _, s := range m.Survivors {
		t.Survivors = append(t.Survivors, mutatedSurvivor{s.Kind, filepath.Join(dir, s.File), s.Line, s.Column, s.Text.In(lang)})
	}
	return t
}

// kindNames say what each kind of change does.
var kindNames = map[check.MutantKind]fault.Text{
	check.SetFlipped:      {FR: "conséquences de signe contraire", EN: "consequences with the other sign"},
	check.SetRemoved:      {FR: "conséquences retirées", EN: "consequences taken out"},
	check.FlagFlipped:     {FR: "drapeaux de valeur contraire", EN: "flags with the other value"},
	check.AmountChanged:   {FR: "valeurs fixées (`=N`) changées d’un cran", EN: "values set (`=N`) one step away"},
	check.EvidenceFlipped: {FR: "preuves de signe contraire", EN: "evidence with the other sign"},
	check.EvidenceRemoved: {FR: "preuves retirées", EN: "evidence taken out"},
	check.WhenNegated:     {FR: "conditions contraires", EN: "conditions turned round"},
	check.WhenRemoved:     {FR: "conditions retirées", EN: "conditions taken out"},
	check.TargetChanged:   {FR: "chemins vers un autre nœud", EN: "ways to another node"},
	check.DelayChanged:    {FR: "délais changés d’un nœud", EN: "delays of a node more or less"},
	check.CostChanged:     {FR: "enquêtes plus chères", EN: "dearer looks"},
	check.IncidentRemoved: {FR: "incidents retirés", EN: "incidents taken out"},
	check.WeightFlipped:   {FR: "poids de `value` de signe contraire", EN: "weights of `value` with the other sign"},
}

// printMutation says it to a person.
func (w *world) printMutation(dir string, m *check.Mutation) {
	noticed, changes := m.Noticed()
	fmt.Fprintln(w.stdout, w.bold(fault.Text{
		FR: "%[1]s : %[2]d changements remarqués sur %[3]d, soit %[4]s %% (parcours témoins : %[5]d)",
		EN: "%[1]s: %[2]d of %[3]d changes noticed, which is %[4]s%% (walkthroughs: %[5]d)",
	}.Typeset().Format(dir, noticed, changes, w.number(m.Score()), m.Walks).In(w.lang)))
	for _, s := range m.Survivors {
		fmt.Fprintf(w.stdout, "%s:%d:%d: %s %s\n", filepath.Join(dir, s.File), s.Line, s.Column, w.colour(check.Warning, "["+string(s.Kind)+"]"), s.Text.In(w.lang))
	}
	if len(m.Survivors) > 0 {
		w.say(w.stdout, fault.Text{
			FR: "  Personne ne remarque ce qui précède : ajoutez à un parcours une attente qui en dépend.",
			EN: "  Nobody notices the above: add to a walkthrough an expectation that depends on it.",
		})
	}
	w.say(w.stdout, fault.Text{FR: "  remarqués, par sorte de changement :", EN: "  noticed, by kind of change:"})
	for _, k := range m.Kinds {
		w.say(w.stdout, fault.Text{FR: "    %[1]s : %[2]d sur %[3]d", EN: "    %[1]s: %[2]d of %[3]d"}, kindNames[k.Kind].In(w.lang), k.Noticed, k.Changes)
	}
	if m.LeftOut > 0 {
		w.say(w.stdout, fault.Text{
			FR: "  laissés de côté, car aucun parcours ne peut les voir : %d",
			EN: "  left out, for no walkthrough can see them: %d",
		}, m.LeftOut)
	}
	fmt.Fprintln(w.stdout)
}
