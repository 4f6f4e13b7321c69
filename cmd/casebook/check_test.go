package main

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckGivesTheExactFigures(t *testing.T) {
	code, out, errs := invoke(english, "check", shouted, "--json")
	if code != fine || errs != "" {
		t.Fatalf("exit code %d, %s", code, errs)
	}
	got := checked{figures: &figures{}}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	f := got.figures
	if f.States != 538 || f.DecisionStates != 130 || f.Paths != 555 {
		t.Errorf("%d states, %d at decisions, %d paths; want 538, 130, 555", f.States, f.DecisionStates, f.Paths)
	}
	for name, pair := range map[string][2]float64{
		"best": {f.Best, 43.6}, "worst": {f.Worst, -18}, "largest regret": {f.MaxRegret, 61.6},
		"random value": {f.UniformRandomValue, 8.089212962962963}, "random score": {*f.UniformRandomScore, 42.35261844636845},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-9 {
			t.Errorf("%s is %v, want %v", name, pair[0], pair[1])
		}
	}
	if len(f.Endings) != 3 || !f.Endings[0].Reached || *f.Endings[0].MaxScore != 100 {
		t.Errorf("endings %+v", f.Endings)
	}
}

func TestCheckFindsEveryCaseOfAFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"good", "bad"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(shouted)); err != nil {
			t.Fatal(err)
		}
	}
	edit(t, filepath.Join(dir, "bad", "scenario.yaml"), "lea:    {cost: 10,", "lea:    {cost: 100,")
	code, out, errs := invoke(french, "check", dir, shouted)
	if code != failed || strings.Count(out, "\u00a0: sain") != 2 || strings.Count(out, "\u00a0: à reprendre") != 1 ||
		!strings.Contains(out, "[L16]") || !strings.Contains(out, "au hasard 42,4") || !strings.Contains(errs, "1 cas sur 3") {
		t.Errorf("exit code %d\n%s", code, out)
	}
}

func TestCheckReportsAllThatIsWrongAndWhere(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(shouted)); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(dir, "scenario.yaml"), "next: appel\n", "next: apel\n")
	edit(t, filepath.Join(dir, "text.fr.md"), "### choice: appeler", "### choice: apeller")
	code, out, errs := invoke(english, "check", dir)
	if code != failed || !strings.Contains(errs, "1 of 1") {
		t.Errorf("exit code %d, %s", code, errs)
	}
	for _, want := range []string{"scenario.yaml:", "text.fr.md:", "appel", "appeler"} {
		if !strings.Contains(out, want) {
			t.Errorf("nothing of %s in\n%s", want, out)
		}
	}
	code, out, _ = invoke(english, "check", "--json", dir)
	got := checked{figures: &figures{}}
	if err := json.Unmarshal([]byte(out), &got); err != nil || code != failed {
		t.Fatalf("exit code %d, %v", code, err)
	}
	if got.OK || len(got.Issues) < 2 || got.Issues[0].Line == 0 || got.Issues[0].Code == "" || got.States != 0 {
		t.Errorf("told %+v", got)
	}
}

func TestCheckSaysUnknownRatherThanFine(t *testing.T) {
	code, out, _ := invoke(english, "check", "--states", "100", shouted)
	if code != failed || !strings.Contains(out, "[L22]") {
		t.Errorf("exit code %d\n%s", code, out)
	}
}

func TestCheckSaysWhatTheAuthorHasAnswered(t *testing.T) {
	dir := copied(t, shouted)
	answers := "answers:\n  - {flaw: L12, at: excuses.regles, why: Remercier fait partie du geste.}\n"
	if err := os.WriteFile(filepath.Join(dir, "answers.yaml"), []byte(answers), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, _ := invoke(english, "check", dir)
	if code != fine || strings.Count(out, "[L12]") != 2 || strings.Count(out, "answered: Remercier fait partie du geste.") != 2 {
		t.Errorf("exit code %d\n%s", code, out)
	}
	if code, _, errs := invoke(english, "check", "--strict", dir); code != failed || !strings.Contains(errs, "1 of 1") {
		t.Errorf("strictly: exit code %d, %s", code, errs)
	}
	got := checked{figures: &figures{}}
	_, out, _ = invoke(english, "check", "--json", dir)
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	answered := 0
	for _, f := range got.Flaws {
		if f.Answer != "" && f.Code == "L12" && f.Level == "warning" {
			answered++
		}
	}
	if answered != 2 || !got.OK {
		t.Errorf("told %+v", got.Flaws)
	}
}

func TestProofsAreReadyToBePlayed(t *testing.T) {
	code, out, _ := invoke(english, "check", "--proofs", shouted)
	if code != fine {
		t.Fatalf("exit code %d\n%s", code, out)
	}
	played := 0
	for _, line := range strings.Split(out, "\n") {
		command, ok := strings.CutPrefix(strings.TrimSpace(line), "casebook ")
		if !ok {
			continue
		}
		args := strings.Fields(strings.ReplaceAll(command, "'", ""))
		if code, out, errs := invoke(english, args...); code != fine {
			t.Errorf("%s: exit code %d\n%s%s", line, code, out, errs)
		}
		played++
	}
	if endings, competencies := 3, 8; played < 3+2*(endings+competencies) {
		t.Errorf("%d plays\n%s", played, out)
	}
	if _, brief, _ := invoke(english, "check", shouted); strings.Contains(brief, "casebook play") {
		t.Errorf("plays where none were asked for\n%s", brief)
	}
}

func TestCheckTellsProgramsBotsProofsAndSensitivity(t *testing.T) {
	_, out, _ := invoke(english, "check", "--json", shouted)
	got := checked{figures: &figures{}}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Bots) != 9 || got.Bots[1].Name != "first" || math.Abs(*got.Bots[1].Score-75.32467532467533) > 1e-9 {
		t.Errorf("bots %+v", got.Bots)
	}
	p := got.Proofs
	if p == nil || len(p.Endings) != 3 || len(p.Competencies) != 8 || strings.Join(p.Best.Moves, ",") != "?carnet,?lea,appeler,nommer,regles" {
		t.Fatalf("proofs %+v", p)
	}
	if high := p.Endings[0].Highest; high == nil || len(high.Moves) == 0 {
		t.Errorf("the best way to %s is %+v", p.Endings[0].ID, high)
	}
	if c := p.Competencies[0]; c.ID != "diagnostic" || c.Least != -1 || c.Most != 2 {
		t.Errorf("diagnostic %+v", c)
	}
	if len(got.Walkthroughs) < 7 || !got.Walkthroughs[0].Passed || got.Walkthroughs[0].Line == 0 {
		t.Errorf("walkthroughs %+v", got.Walkthroughs)
	}
	if got.Sensitivity == nil || len(got.Flaws) == 0 {
		t.Errorf("sensitivity %v, %d flaws", got.Sensitivity, len(got.Flaws))
	}
}

func TestColourIsForTerminals(t *testing.T) {
	if _, out, _ := invoke(english, "check", shouted); strings.Contains(out, "\x1b[") {
		t.Error("colour in a file")
	}
}

func TestCasesWithTheirRegistersHaveToCiteEveryPoint(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../internal/scenario/testdata/registers")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "client-toxique"), os.DirFS(shouted)); err != nil {
		t.Fatal(err)
	}
	code, out, errs := invoke(english, "check", dir)
	if code != failed || !strings.Contains(out, " teaching points are cited") || !strings.Contains(out, "[L23]") || !strings.Contains(errs, "no case cites") {
		t.Errorf("exit code %d, %s\n%s", code, errs, out)
	}
	code, out, _ = invoke(english, "check", "--json", dir)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if code != failed || len(lines) != 2 || !strings.Contains(lines[1], `"L23"`) || strings.Contains(lines[1], `"id"`) {
		t.Errorf("exit code %d\n%s", code, out)
	}
	if code, out, _ := invoke(english, "check", filepath.Join(dir, "client-toxique")); code != fine || strings.Contains(out, "[L23]") {
		t.Errorf("one case by itself: exit code %d\n%s", code, out)
	}
}

func TestCountsAreReadAtAGlance(t *testing.T) {
	for lang, want := range map[string]string{"fr": "122\u00a0006\u00a0016", "en": "122,006,016"} {
		w := world{lang: lang}
		if got := strings.ReplaceAll(w.count(122006016), "\u202f", "\u00a0"); got != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
	if got := (&world{lang: "en"}).count(math.MaxUint64); !strings.HasPrefix(got, "≥ 18,446") {
		t.Errorf("the largest: %q", got)
	}
}

func TestCheckTakesWhatAShellMakesOfAStar(t *testing.T) {
	all, err := filepath.Glob("../../scenarios/*")
	if err != nil || len(all) < 8 {
		t.Fatal(all, err)
	}
	code, out, errs := invoke(english, append([]string{"check", "--strict"}, all...)...)
	if code != fine || errs != "" || strings.Count(out, ": sound") != 5 {
		t.Errorf("exit code %d, %s\n%s", code, errs, out)
	}
	if code, _, errs := invoke(english, "check", "../../scenarios/README.md"); code != failed || !strings.Contains(errs, "README.md") {
		t.Errorf("a file alone: exit code %d, %s", code, errs)
	}
}
