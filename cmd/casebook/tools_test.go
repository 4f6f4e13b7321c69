package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	shouted  = "../../internal/scenario/testdata/client-toxique"
	workshop = "../../internal/scenario/testdata/workshop"
)

// french is an environment in which sentences are French.
func french(name string) string {
	if name == "CASEBOOK_LANG" {
		return "fr_FR.UTF-8"
	}
	return ""
}

func edit(t *testing.T, name, from, to string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	edited := strings.Replace(string(data), from, to, 1)
	if edited == string(data) {
		t.Fatalf("%s holds no %q", name, from)
	}
	if err := os.WriteFile(name, []byte(edited), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestPlayTellsWhatAPlayWasWorth(t *testing.T) {
	code, out, errs := invoke(english, "play", "--json", shouted,
		"--moves", "appeler,nommer-vague,sortir", "--chance", "braque")
	if code != fine {
		t.Fatalf("exit code %d, %s", code, errs)
	}
	var got played
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if *got.Ending != "sortie" || got.Total != 27 || got.Regret != 14.6 || got.Luck != -2 || math.Abs(*got.Score-76.2987012987013) > 1e-9 {
		t.Errorf("told %+v", got)
	}
	if got.Final["marc.tension"] != 8 || got.Final["nomme"] != 1 || len(got.Incidents) != 0 {
		t.Errorf("final %v, incidents %v", got.Final, got.Incidents)
	}
	if m := got.Moves[0]; m.Node != "signal" || m.Value != 29 || m.Best != 43.6 || m.BestMove != "?carnet" || m.Stake != 24.6 {
		t.Errorf("first move %+v", m)
	}
}

func TestPlayStopsWhereTheMovesDo(t *testing.T) {
	code, out, _ := invoke(french, "play", shouted, "--moves", "?lea")
	if code != fine || !strings.HasPrefix(out, " 1  signal · ?lea") || !strings.Contains(out, "Possible") || !strings.Contains(out, "?carnet") {
		t.Errorf("exit code %d\n%s", code, out)
	}
}

func TestPlayReadsTruthsAndChanceInOrder(t *testing.T) {
	code, out, errs := invoke(english, "play", "--json", workshop,
		"--moves", "?appeler,questions,laisser-tom,afficher,reduire", "--chance", "budget")
	if code != fine || !strings.Contains(out, `"ending": "accord"`) {
		t.Errorf("exit code %d, %s\n%s", code, errs, out)
	}
}

func TestAPlayThatCannotBeSaysWhatCould(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--moves", "nommer"}, "Move 1: “nommer” is not possible at “signal”. Possible: appeler, ecrire, attendre, ?carnet, ?lea, ?orga."},
		{[]string{"--moves", "appeler,nommer"}, "Move 2: “nommer” is not possible at “appel”."},
		{[]string{"--moves", "appeler,nommer-vague", "--chance", "pluie"}, "“pluie” is not an outcome of “reaction”"},
		{[]string{"--moves", "appeler,ultimatum,sortir", "--chance", "braque"}, "Chance had no “braque” to decide"},
		{[]string{"--moves", "appeler,ultimatum,sortir,sortir"}, "Move 4: “sortir” is not possible at “sortie”."},
	} {
		code, _, errs := invoke(english, append([]string{"play", shouted}, c.args...)...)
		if code != failed || !strings.Contains(errs, c.want) {
			t.Errorf("%v: exit code %d, %s", c.args, code, errs)
		}
	}
}

func TestToolsRefuseArgumentsTheyDoNotKnow(t *testing.T) {
	for _, args := range [][]string{
		{"check"},
		{"check", "--jsn", shouted},
		{"check", "--states", "many", shouted},
		{"play"},
		{"play", shouted, workshop},
		{"backup", "a", "b"},
		{"restore"},
		{"restore", "a", "b"},
		{"audit"},
		{"audit", "dance"},
		{"audit", "list", "now"},
		{"audit", "verify", "--expect", "abc"},
		{"migrate", "now"},
		{"version", "please"},
		{"chek"},
	} {
		code, out, errs := invoke(english, args...)
		if code != badUsage || out != "" || strings.Count(errs, "\n") != 1 {
			t.Errorf("%v: exit code %d, %q, %q; want 2 and one sentence", args, code, out, errs)
		}
	}
	for _, args := range [][]string{{"check", "nowhere"}, {"play", "nowhere"}, {"check", t.TempDir()}} {
		if code, _, errs := invoke(english, args...); code != failed || errs == "" {
			t.Errorf("%v: exit code %d, %q", args, code, errs)
		}
	}
}

func TestBackupCopiesWhatMigrateMade(t *testing.T) {
	dir := t.TempDir()
	database, file := filepath.Join(dir, "casebook.db"), filepath.Join(dir, "copy.db")
	if code, _, errs := invoke(english, "backup", file, "--database", database); code != failed || errs == "" {
		t.Errorf("a missing database: exit code %d, %q", code, errs)
	}
	if _, err := os.Stat(database); err == nil {
		t.Error("backing a missing database up made one")
	}
	if code, out, errs := invoke(english, "migrate", "--database", database); code != fine {
		t.Fatalf("exit code %d, %s%s", code, out, errs)
	}
	if code, out, _ := invoke(english, "migrate", "--database", database); code != fine || !strings.Contains(out, "up to date") {
		t.Errorf("again: exit code %d, %s", code, out)
	}
	if code, _, errs := invoke(english, "backup", "--database", database, file); code != fine {
		t.Fatalf("exit code %d, %s", code, errs)
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if code, _, errs := invoke(english, "backup", "--database", database, file); code != failed || errs == "" {
		t.Errorf("over a copy that is there: exit code %d, %q", code, errs)
	}
	if after, err := os.ReadFile(file); err != nil || !bytes.Equal(before, after) {
		t.Error("the copy that was there has changed")
	}
	if code, _, errs := invoke(english, "migrate", "--database", file); code != fine {
		t.Errorf("the copy: exit code %d, %s", code, errs)
	}
}

func TestEveryCommandHasItsHelpInBothLanguages(t *testing.T) {
	for _, c := range commands() {
		_, fr, _ := invoke(french, "help", c.name)
		code, en, _ := invoke(english, c.name, "--help")
		if code != fine || fr == en || !strings.HasPrefix(en, "casebook "+c.name) {
			t.Errorf("%s: exit code %d\n%s", c.name, code, en)
		}
	}
}
