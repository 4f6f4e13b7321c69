package check

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/scenario"
	"casebook/internal/solve"
)

const walksFile = "walkthroughs.yaml"

// told is a case of the testdata with other walkthroughs, and some words of its map replaced.
func told(t testing.TB, name, walks string, replace ...string) (fs.FS, *scenario.Scenario) {
	t.Helper()
	folder := fstest.MapFS{}
	if err := fs.WalkDir(os.DirFS("../scenario/testdata/"+name), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile("../scenario/testdata/" + name + "/" + file)
		folder[file] = &fstest.MapFile{Data: data}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	text := string(folder["scenario.yaml"].Data)
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(text, replace[i]) {
			t.Fatalf("the map holds no %q", replace[i])
		}
		text = strings.Replace(text, replace[i], replace[i+1], 1)
	}
	folder["scenario.yaml"] = &fstest.MapFile{Data: []byte(text)}
	if walks != "" {
		folder[walksFile] = &fstest.MapFile{Data: []byte(walks)}
	}
	sc, issues := scenario.Parse(folder, nil)
	if sc == nil {
		t.Fatal(issues.In("en"))
	}
	return folder, sc
}

func walksOf(t testing.TB, folder fs.FS, sc *scenario.Scenario) []scenario.Walkthrough {
	t.Helper()
	walks, issues := scenario.ParseWalkthroughs(folder, sc)
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	return walks
}

func solved(t testing.TB, sc *scenario.Scenario) *solve.Solution {
	t.Helper()
	sol, err := solve.Solve(sc, solve.DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	return sol
}

// walked plays one walkthrough of a case.
func walked(t *testing.T, name, walk string, replace ...string) WalkResult {
	t.Helper()
	folder, sc := told(t, name, "walkthroughs:\n  - {name: Here, "+walk+"}\n", replace...)
	return Walk(sc, solved(t, sc), walksOf(t, folder, sc))[0]
}

func TestTheWalkthroughsOfTheExamplesPass(t *testing.T) {
	for _, name := range []string{"client-toxique", "workshop"} {
		folder, sc := told(t, name, "")
		walks := walksOf(t, folder, sc)
		for i, r := range Walk(sc, solved(t, sc), walks) {
			if !r.Passed || len(r.Flaws) > 0 || r.Walk != &walks[i] {
				t.Errorf("%s: %v", r.Walk.Name, r.Flaws)
			}
		}
	}
}

const toxique, workshop = "client-toxique", "workshop"

// astray are walkthroughs that do not find what they expect.
var astray = []struct {
	code, of, walk string
	en, fr         string // what is said of it, in part
}{
	{"W02", toxique, "moves: [appeler, nommer], expect: {at: appel}", "move 2: `nommer` is not on offer at `appel`. Possible here: `nommer-vague`, `encaisser`, `ultimatum`.", "coup 2\u00a0: `nommer` n’est pas offert à `appel`. Possible ici\u00a0: `nommer-vague`"},
	{"W02", toxique, "moves: ['?carnet', '?lea', '?orga'], expect: {at: signal}", "move 3: `?orga` is not on offer at `signal`.", "`?orga` n’est pas offert"},
	{"W02", toxique, "moves: [appeler, ultimatum, sortir, sortir], expect: {at: sortie}", "move 4: `sortir` comes after the end, `sortie` has been reached.", "vient après la fin"},
	{"W03", workshop, "moves: [programme, creuser], chance: [aveu], expect: {at: atelier}", "at the start: chance cannot give `aveu` here. Possible here: `budget`, `calendrier`.", "au départ\u00a0: le hasard ne peut pas donner `aveu` ici."},
	{"W03", workshop, "moves: [programme, creuser], chance: [budget, budget], expect: {at: atelier}", "after move 2 (`creuser`): chance cannot give `budget` here. Possible here: `aveu`, `atelier`.", "après le coup 2 (`creuser`)"},
	{"W04", toxique, "moves: [appeler, nommer-vague], expect: {at: braque}", "chance decides at `reaction`, and nothing says how.", "le hasard intervient à `reaction`"},
	{"W04", workshop, "moves: [], expect: {at: preparer}", "chance decides at `frein`", "le hasard intervient à `frein`"},
	{"W05", toxique, "moves: [appeler, ultimatum], chance: [braque], expect: {at: braque}", "chance had no `braque` to give.", "le hasard n’a pas eu à donner `braque`."},
	{"W06", toxique, "moves: [appeler, ultimatum, sortir], expect: {ending: reparee}", "after move 3 (`sortir`): it stands at `sortie`, not at `reparee`.", "on est à `sortie`, et non à `reparee`."},
	{"W06", toxique, "moves: [appeler, ultimatum], along: [{after: appeler, at: braque}], expect: {at: braque}", "after move 1 (`appeler`): it stands at `appel`, not at `braque`.", "après le coup 1 (`appeler`)"},
	{"W07", toxique, "moves: [ecrire], expect: {holds: ['lea.moral == 4 or faits']}", "`lea.moral == 4 or faits` does not hold (lea.moral = 5, faits = false).", "n’est pas vrai (lea.moral = 5, faits = faux)."},
	{"W07", toxique, "moves: [ecrire], along: {after: 0, holds: 'lea.moral == 5'}, expect: {at: appel}", "at the start: `lea.moral == 5` does not hold (lea.moral = 4).", "au départ\u00a0: `lea.moral == 5`"},
	{"W07", toxique, "moves: [appeler, nommer-vague, sortir], chance: [braque], expect: {holds: [score == 76]}", "`score == 76` does not hold (score = 76.3).", "(score = 76,3)."},
	{"W07", toxique, "moves: ['?carnet', '?lea', appeler, nommer, ceder], chance: [braque], expect: {holds: [score > 49]}", "(score = 49).", "(score = 49)."},
	{"W07", workshop, "moves: [], chance: [budget], expect: {holds: [frein != budget, not (elan == 2)]}", "`frein != budget` does not hold (frein = budget).", "(frein = budget)"},
	{"W08", toxique, "moves: ['?lea'], expect: {sees: [fil, carnet]}", "the exhibit `carnet` has not been handed out (those that have: `fil`).", "la pièce `carnet` n’a pas été remise (remises\u00a0: `fil`)."},
	{"W08", toxique, "moves: ['?carnet'], along: {after: 0, sees: carnet}, expect: {sees: carnet}", "at the start: the exhibit `carnet`", "au départ\u00a0: la pièce"},
	{"W09", toxique, "moves: ['?carnet', appeler], expect: {refuses: [nommer]}", "after move 2 (`appeler`): `nommer` is on offer at `appel`, where it should be refused.", "`nommer` est offert à `appel`"},
	{"W10", toxique, "moves: [appeler], expect: {refuses: [sortir]}", "that `sortir` is refused proves nothing, for `appel` has no such move.", "refuser `sortir` ne prouve rien, car `appel` n’a pas ce coup."},
	{"W12", toxique, "moves: [appeler], expect: {at: appel}, fails: not yet", "“Here” passes, though `fails` says that it does not: “not yet”.", "«\u00a0Here\u00a0» est réussi"},
	{"W13", toxique, "moves: [appeler], expect: {at: braque}, fails: not yet", "“Here” fails, as `fails` says: “not yet”.", "«\u00a0Here\u00a0» échoue"},
}

func TestAWalkthroughSaysWhatIsNotAsExpected(t *testing.T) {
	for _, c := range astray {
		t.Run(c.code+" "+c.walk, func(t *testing.T) {
			r := walked(t, c.of, c.walk)
			if len(r.Flaws) == 0 || r.Flaws[0].Code != c.code {
				t.Fatalf("found %v", r.Flaws)
			}
			f := r.Flaws[0]
			if !strings.Contains(f.Text.EN, c.en) || !strings.Contains(f.Text.FR, c.fr) {
				t.Errorf("said %s\nand  %s", f.Text.EN, f.Text.FR)
			}
			if f.File != walksFile || f.Line != 2 || f.Column < 5 || strings.Contains(f.Text.EN+f.Text.FR, "%!") {
				t.Errorf("badly placed or said: %s", f.In("fr"))
			}
		})
	}
}

func TestWhatATestSaysIsReadableWithoutTheCase(t *testing.T) {
	for _, r := range rules {
		if r.Code[0] != 'W' || r.Code == "W01" {
			continue
		}
		if !strings.HasPrefix(r.Text.EN, "“%s”") || !strings.HasPrefix(r.Text.FR, "«\u00a0%s\u00a0»") {
			t.Errorf("%s does not begin with the walkthrough's name", r.Code)
		}
	}
}

// TestEveryRuleOfWalkthroughsIsBroken keeps the table of rules and the tests together.
func TestEveryRuleOfWalkthroughsIsBroken(t *testing.T) {
	broken := map[string]bool{"W01": true, "W11": true} // by the tests below
	for _, c := range astray {
		broken[c.code] = true
	}
	for _, r := range rules {
		if r.Code[0] == 'W' && !broken[r.Code] {
			t.Errorf("no test breaks %s: %s", r.Code, r.Text.EN)
		}
	}
}

func TestACaseWithoutWalkthroughsIsToldSo(t *testing.T) {
	for _, walks := range []string{"none", "walkthroughs: []\n"} {
		folder, sc := told(t, toxique, walks)
		if walks == "none" {
			delete(folder.(fstest.MapFS), walksFile)
		}
		c := checker{sc: sc, sol: solved(t, sc)}
		if issues := c.walk(folder); len(issues) > 0 || len(c.flaws) != 1 || c.flaws[0].Code != "W01" || c.flaws[0].Level != Warning || c.flaws[0].File != walksFile {
			t.Errorf("%s: %v %v", walks, issues, c.flaws)
		}
	}
}

func TestWalkthroughsThatCannotBeReadAreIssues(t *testing.T) {
	folder, sc := told(t, toxique, "walkthroughs:\n  - {name: n, moves: [apeler], expect: {at: appel}}\n")
	c := checker{sc: sc, sol: solved(t, sc)}
	if issues := c.walk(folder); len(issues) != 1 || issues[0].Code != "S271" || len(c.flaws) > 0 {
		t.Errorf("%v %v", issues, c.flaws)
	}
}

func TestWithoutAnythingAtStakeThereIsNoScore(t *testing.T) {
	folder, sc := told(t, toxique, "walkthroughs:\n  - {name: n, moves: [appeler], expect: {holds: [score == 100, 'lea.moral == 4']}}\n",
		"evidence: 2 ", "evidence: 0 ", "endings: {reparee: 12, sortie: 8, abimee: 0}", "endings: {}", "state: {lea.moral: 1}", "state: {}")
	r := Walk(sc, solved(t, sc), walksOf(t, folder, sc))[0]
	if len(r.Flaws) != 1 || r.Flaws[0].Code != "W11" {
		t.Errorf("found %v", r.Flaws)
	}
}

func TestWithoutASolutionClaimsOnTheScoreAreLeftAside(t *testing.T) {
	folder, sc := told(t, toxique, "walkthroughs:\n  - {name: n, moves: [appeler], expect: {holds: [score == 3, 'lea.moral == 5']}}\n")
	r := Walk(sc, nil, walksOf(t, folder, sc))[0]
	if len(r.Flaws) != 1 || !strings.Contains(r.Flaws[0].Text.EN, "lea.moral == 5") {
		t.Errorf("found %v", r.Flaws)
	}
}

func TestAllThatFailsIsSaid(t *testing.T) {
	r := walked(t, toxique, "moves: [ecrire], along: {after: 0, holds: faits, refuses: appeler}, expect: {at: braque, holds: [faits, 'lea.moral == 0'], sees: carnet}")
	var codes []string
	for _, f := range r.Flaws {
		codes = append(codes, f.Code)
	}
	if got := strings.Join(codes, " "); got != "W07 W09 W06 W07 W07 W08" || r.Passed {
		t.Errorf("found %s", got)
	}
}

func TestALeftoverFailureKeepsNothingElseFromFailing(t *testing.T) {
	r := walked(t, toxique, "moves: [appeler, sortir], along: {after: appeler, holds: faits}, expect: {at: appel}")
	if len(r.Flaws) != 2 || r.Flaws[0].Code != "W02" || r.Flaws[1].Code != "W07" {
		t.Errorf("found %v", r.Flaws)
	}
}

func TestASeedDrawsWhatIsNotLaidDown(t *testing.T) {
	if r := walked(t, workshop, "moves: [programme, creuser], seed: demo, expect: {holds: ['elan == 1']}"); !r.Passed {
		t.Errorf("found %v", r.Flaws)
	}
}

func TestTooManyConsequencesAtOnceAreSaid(t *testing.T) {
	// The mock-ups are made over and over, and each time a consequence is left that comes a hundred nodes later.
	folder, sc := told(t, workshop, "walkthroughs:\n  - {name: n, moves: [maquettes"+strings.Repeat(", maquettes", 16)+"], chance: budget, expect: {at: preparer}}\n",
		"after: 2, when: elan > 0", "after: 100", "nadia.fatigue: 2}}\n        next: atelier", "nadia.fatigue: 2}}\n        next: preparer")
	r := Walk(sc, nil, walksOf(t, folder, sc))[0]
	if len(r.Flaws) != 1 || r.Flaws[0].Code != "W03" || !strings.Contains(r.Flaws[0].Text.EN, "after move 17 (`maquettes`): too many delayed consequences") {
		t.Errorf("found %v", r.Flaws)
	}
}
