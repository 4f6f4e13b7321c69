package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"casebook/internal/check"
	"casebook/internal/fault"
	"casebook/internal/scenario"
)

var (
	pointsCited = fault.Text{
		FR: "%[1]s : %[2]d points d’enseignement sur %[3]d sont cités",
		EN: "%[1]s: %[2]d of %[3]d teaching points are cited",
	}
	pointsLeft = fault.Text{
		FR: "Points d’enseignement qu’aucun cas ne cite : %d.",
		EN: "Teaching points that no case cites: %d.",
	}
)

// examineSet looks at the cases of a folder together, where their registers stand beside them: every teaching point
// has to be cited. It counts those that are not.
func (w *world) examineSet(dir string, cases []*scenario.Scenario, e examination) (uncovered int, err error) {
	if _, err := os.Stat(filepath.Join(dir, "sources.yaml")); err != nil || isCase(dir) {
		return 0, nil //nolint:nilerr // no registers: these cases are no set
	}
	registers, issues := scenario.ParseRegisters(os.DirFS(dir))
	if registers == nil {
		return 0, broken(dir, issues)
	}
	flaws := check.Coverage(registers, cases...)
	if e.asJSON {
		if len(flaws) > 0 {
			err = json.NewEncoder(w.stdout).Encode(tellSet(dir, flaws, w.lang))
		}
		return len(flaws), err
	}
	w.say(w.stdout, pointsCited, dir, len(registers.Points)-len(flaws), len(registers.Points))
	for i := range flaws {
		w.printLine(dir, flaws[i].Level, flaws[i].In(w.lang))
	}
	fmt.Fprintln(w.stdout)
	return len(flaws), nil
}

// tellSet is what there is to say of a folder of cases, which is no case and has no id.
func tellSet(dir string, flaws []check.Flaw, lang string) checked {
	t := checked{Dir: dir, Issues: []checkedIssue{}}
	for i := range flaws {
		t.Flaws = append(t.Flaws, tellFlaw(dir, &flaws[i], lang))
	}
	return t
}
