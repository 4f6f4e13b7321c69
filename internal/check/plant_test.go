package check

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/scenario"
)

const (
	yamlFile = "scenario.yaml"
	french   = "text.fr.md"
	english  = "text.en.md"
)

// edit is one replacement in a file of the sound case.
type edit struct{ file, old, put string }

// plant is one flaw put into the sound case: what breaks the rule, and where it is then found, by the beginning of a
// line and by the name of what it is of.
type plant struct {
	rule  *Rule
	edits []edit
	file  string
	line  string
	at    string
}

// sound loads the case without a flaw, to be spoilt by one test alone.
func sound(t testing.TB) fstest.MapFS {
	t.Helper()
	folder := fstest.MapFS{}
	for _, name := range []string{yamlFile, french, english, "i18n.lock", "walkthroughs.yaml"} {
		data, err := os.ReadFile("testdata/sound/" + name)
		if err != nil {
			t.Fatal(err)
		}
		folder[name] = &fstest.MapFile{Data: data}
	}
	return folder
}

func spoil(t testing.TB, folder fstest.MapFS, edits ...edit) {
	t.Helper()
	for _, e := range edits {
		var before string
		if f, ok := folder[e.file]; ok {
			before = string(f.Data)
		}
		if strings.Count(before, e.old) < 1 {
			t.Fatalf("%s does not hold %q", e.file, e.old)
		}
		folder[e.file] = &fstest.MapFile{Data: []byte(strings.Replace(before, e.old, e.put, 1))}
	}
}

// lineOf finds the line that begins with some letters, indentation apart; "A > B" is the first B after A.
func lineOf(t testing.TB, folder fstest.MapFS, file, beginning string) int {
	t.Helper()
	sought := strings.Split(beginning, " > ")
	for i, line := range strings.Split(string(folder[file].Data), "\n") {
		if !strings.HasPrefix(strings.TrimSpace(line), sought[0]) {
			continue
		}
		if sought = sought[1:]; len(sought) == 0 {
			return i + 1
		}
	}
	t.Fatalf("no line of %s begins with %q", file, beginning)
	return 0
}

func TestTheSoundCaseHasNoFlaw(t *testing.T) {
	r := Check(sound(t), nil, Options{})
	for _, f := range r.Flaws {
		t.Errorf("%s", f.In("en"))
	}
	if r.Solution == nil || r.Errors() > 0 {
		t.Fatal(r.Issues.In("en"))
	}
}

func TestEachFlawIsFoundWhereItWasPlanted(t *testing.T) {
	for _, p := range plants() {
		t.Run(p.rule.Code+" "+p.rule.Text.EN[:min(20, len(p.rule.Text.EN))]+" in "+p.file, func(t *testing.T) {
			folder := sound(t)
			spoil(t, folder, p.edits...)
			r := Check(folder, nil, Options{Limit: 5000})
			line := lineOf(t, folder, p.file, p.line)
			if !slices.ContainsFunc(r.Flaws, func(f Flaw) bool {
				return f.rule == p.rule && f.File == p.file && f.Line == line && f.At() == p.at && f.Level == p.rule.Level
			}) {
				t.Errorf("no %s at %s:%d (%s), but\n%s%s", p.rule.Code, p.file, line, p.at, r.Issues.In("en"), said(r.Flaws))
			}
			for _, f := range r.Flaws {
				checkSentence(t, &f)
			}
		})
	}
}

func said(flaws []Flaw) string {
	var sb strings.Builder
	for _, f := range flaws {
		fmt.Fprintf(&sb, "%s (%s)\n", f.In("en"), f.At())
	}
	return sb.String()
}

var quotation = regexp.MustCompile("«\u00a0.*?\u00a0»|`[^`]*`") // what the author wrote

func checkSentence(t *testing.T, f *Flaw) {
	t.Helper()
	for _, lang := range []string{"fr", "en"} {
		text := f.Text.In(lang)
		if text == "" || strings.Contains(text, "%!") || strings.Contains(text, "``") || f.Line < 1 || f.Column < 1 {
			t.Errorf("badly said: %s", f.In(lang))
		}
	}
	ours := quotation.ReplaceAllString(f.Text.FR, "")
	for _, bad := range []string{"'", " ;", " ?", " !", " :", "« ", " »", " %"} {
		if strings.Contains(ours, bad) {
			t.Errorf("French typography, %q: %s", bad, f.Text.FR)
		}
	}
}

// TestEveryRuleIsPlanted keeps the table of rules and the tests together.
func TestEveryRuleIsPlanted(t *testing.T) {
	planted := map[*Rule]bool{}
	for _, r := range plantedApart {
		planted[r] = true
	}
	for _, p := range plants() {
		planted[p.rule] = true
	}
	for _, r := range rules {
		if !planted[r] && r.Code[0] == 'L' {
			t.Errorf("no test breaks %s: %s", r.Code, r.Text.EN)
		}
	}
}

func TestEveryRuleIsSaidInBothLanguages(t *testing.T) {
	for _, r := range rules {
		if r.Text.FR == "" || r.Text.EN == "" || r.Level == 0 || strings.Count(r.Text.FR, "`")%2 != 0 || strings.Count(r.Text.EN, "`")%2 != 0 {
			t.Errorf("%s is badly said: %s / %s", r.Code, r.Text.FR, r.Text.EN)
		}
	}
}

// plantedApart are the rules that tests of their own break.
var plantedApart = []*Rule{ruleConvergence, ruleUncovered, ruleUnknown, ruleNoTranslation, ruleAnswersNothing, ruleAnswersError, ruleStale, ruleUnmarked, ruleNoLock}

func TestWhatIsNotKnownIsAnError(t *testing.T) {
	r := Check(sound(t), nil, Options{Limit: 50})
	if r.Solution != nil || r.Unsolved == nil || r.Errors() != 1 || r.Flaws[0].Code != "L22" && r.Flaws[len(r.Flaws)-1].Code != "L22" {
		t.Errorf("%d errors\n%s", r.Errors(), said(r.Flaws))
	}
}

func TestAMissingLanguageIsAskedFor(t *testing.T) {
	folder := sound(t)
	delete(folder, english)
	delete(folder, "i18n.lock")
	r := Check(folder, nil, Options{})
	if len(r.Flaws) != 1 || r.Flaws[0].Code != "L19" || r.Flaws[0].File != english || r.Flaws[0].Level != Warning {
		t.Errorf("found\n%s%s", r.Issues.In("en"), said(r.Flaws))
	}
}

func TestACaseThatCannotBeReadHasItsIssuesAlone(t *testing.T) {
	for _, e := range []edit{
		{yamlFile, "next: meeting", "next: metting"},
		{french, "### ask", "### asks"},
	} {
		folder := sound(t)
		spoil(t, folder, e)
		r := Check(folder, nil, Options{})
		if len(r.Issues) == 0 || len(r.Flaws) > 0 || r.Scenario != nil || r.Errors() != len(r.Issues) {
			t.Errorf("%q: %d issues, %d flaws", e.put, len(r.Issues), len(r.Flaws))
		}
	}
	folder := sound(t)
	folder["answers.yaml"] = &fstest.MapFile{Data: []byte("answers: [{flaw: L10}]")}
	if r := Check(folder, nil, Options{}); len(r.Issues) != 1 || r.Issues[0].Code != "S022" {
		t.Errorf("answers without a reason: %s", r.Issues.In("en"))
	}
}

func TestABestChoiceMostLikeTheOthersIsFoundWhereItRecurs(t *testing.T) {
	alike := []string{"rappeler lundi avec chiffres", "rappeler mardi avec devis", "rappeler lundi avec devis"}
	apart := []string{"rappeler demain", "proposer une visite", "envoyer un devis"}
	decision := func(id string, best int, choices []string) reading {
		return reading{lang: "fr", n: &scenario.Node{ID: id}, key: &key{best: best}, choices: choices}
	}
	for _, c := range []struct {
		readings []reading
		found    int
	}{
		{[]reading{decision("un", 2, alike), decision("deux", 2, alike), decision("trois", 0, apart)}, 1},
		{[]reading{decision("un", 2, alike), decision("deux", 1, alike), decision("trois", 0, apart)}, 0},
		{[]reading{decision("un", 2, alike), decision("deux", 2, alike)}, 0},
		{[]reading{decision("un", 2, alike), decision("deux", 2, alike), decision("trois", 0, alike[:2])}, 0},
	} {
		c1 := &checker{places: &scenario.Places{}}
		c1.convergence("fr", c.readings)
		if len(c1.flaws) != c.found {
			t.Errorf("%v: %s", c.readings, said(c1.flaws))
		}
		for _, f := range c1.flaws {
			checkSentence(t, &f)
		}
	}
}

func TestErrorsAreToldAsIssuesToWhoPublishes(t *testing.T) {
	r := Check(sound(t), nil, Options{})
	if refusal := r.Refusal(); len(refusal) != 0 {
		t.Errorf("the sound case is refused\n%s", refusal.In("en"))
	}
	folder := sound(t)
	spoil(t, folder, edit{yamlFile, "        set: {shown: true}\n        next: team\n", "        next: team\n"})
	delete(folder, "walkthroughs.yaml")
	r = Check(folder, nil, Options{})
	errors := 0
	for _, issue := range r.Refusal() {
		errors++
		if issue.Code != "L15" && issue.Code != "L16" {
			t.Errorf("refused for %s", issue.In("en"))
		}
	}
	if errors == 0 || errors != r.Errors() {
		t.Errorf("%d issues, %d errors", errors, r.Errors())
	}
	spoil(t, folder, edit{yamlFile, "next: meeting", "next: metting"})
	if r = Check(folder, nil, Options{}); len(r.Refusal()) == 0 {
		t.Error("a case that cannot be read is not refused")
	}
}

func TestParagraphsThatExcludeEachOtherAreNotCountedTogether(t *testing.T) {
	folder := sound(t)
	long := strings.Repeat("Le compte rendu de sa direction est devant vous. ", 25) // 225 words
	old := "Le compte rendu de sa direction est devant vous.\n:::"
	spoil(t, folder, edit{french, old, long + "\n:::\n::: if not asked\n" + long + "\n:::"},
		edit{english, "The minutes of her board lie before you.\n:::", "Minutes.\n:::\n::: if not asked\nNo minutes.\n:::"})
	if r := Check(folder, nil, Options{}); find(r, "L21", "meeting") != nil || r.Scenario == nil {
		t.Errorf("found\n%s%s", r.Issues.In("en"), said(r.Flaws))
	}
	spoil(t, folder, edit{french, "::: if not asked", "::: if asked"}, edit{english, "::: if not asked", "::: if asked"})
	if r := Check(folder, nil, Options{}); find(r, "L21", "meeting") == nil {
		t.Errorf("found\n%s%s", r.Issues.In("en"), said(r.Flaws))
	}
}
