package scenario_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/scenario"
)

// plant is one fault put into the workshop: in a file, `put` replaces `old`; the issue is expected in the line of `at`,
// or of `put` where that is empty.
type plant struct {
	code, file, old, put, at string
}

const (
	yamlFile = "scenario.yaml"
	french   = "text.fr.md"
	english  = "text.en.md"
)

// workshop loads the clean case, to be spoilt by one test alone.
func workshop(t testing.TB) fstest.MapFS {
	t.Helper()
	folder := fstest.MapFS{}
	for _, name := range []string{yamlFile, french, english, "media/salle.png"} {
		data, err := os.ReadFile("testdata/workshop/" + name)
		if err != nil {
			t.Fatal(err)
		}
		folder[name] = &fstest.MapFile{Data: data}
	}
	return folder
}

func registers(t testing.TB) *scenario.Registers {
	t.Helper()
	r, issues := scenario.ParseRegisters(os.DirFS("testdata/registers"))
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	return r
}

func (p plant) in(t *testing.T, folder fstest.MapFS) {
	t.Helper()
	text := string(folder[p.file].Data)
	if strings.Count(text, p.old) < 1 {
		t.Fatalf("%s does not hold %q", p.file, p.old)
	}
	folder[p.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, p.old, p.put, 1))}
}

func lineOf(text, snippet string) int {
	before, _, found := strings.Cut(text, snippet)
	if !found {
		return -1
	}
	return 1 + strings.Count(before, "\n")
}

func checkPlants(t *testing.T, plants []plant) {
	t.Helper()
	regs := registers(t)
	for _, p := range plants {
		t.Run(p.code+" "+firstLine(p.put+p.at), func(t *testing.T) {
			folder := workshop(t)
			p.in(t, folder)
			s, issues := scenario.Parse(folder, regs)
			if s != nil {
				t.Error("a case with a fault was let through")
			}
			at := p.at
			if at == "" {
				at = p.put
			}
			line := lineOf(string(folder[p.file].Data), at)
			if !slices.ContainsFunc(issues, func(i scenario.Issue) bool {
				return i.Code == p.code && i.File == p.file && i.Line == line
			}) {
				t.Errorf("no %s at %s:%d, but\n%s", p.code, p.file, line, issues.In("en"))
			}
			checkSentences(t, issues)
		})
	}
}

func checkSentences(t *testing.T, issues scenario.Issues) {
	t.Helper()
	for _, i := range issues {
		for _, lang := range []string{"fr", "en"} {
			said := i.In(lang)
			if strings.Contains(said, "%!(") || strings.Contains(said, "(MISSING)") || i.Line < 1 || i.Column < 1 {
				t.Errorf("badly said: %s", said)
			}
		}
		checkTypography(t, i.Text.FR)
	}
}

var quotation = regexp.MustCompile("`[^`]*`|«\u00a0.*?\u00a0»") // what the author wrote, or writes

func checkTypography(t *testing.T, said string) {
	t.Helper()
	ours := quotation.ReplaceAllString(said, "")
	for _, bad := range []string{"'", " ;", " ?", " !", " :", "« ", " »", " %"} {
		if strings.Contains(ours, bad) {
			t.Errorf("French typography, %q: %s", bad, said)
		}
	}
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line[:min(len(line), 40)]
}

// TestEveryRuleIsPlanted keeps the table of rules and the tests together.
func TestEveryRuleIsPlanted(t *testing.T) {
	planted := map[string]bool{}
	for _, plants := range [][]plant{filePlants, valuePlants, mapPlants, nodePlants, conditionPlants, headingPlants, blockPlants, exhibitPlants, walkPlants} {
		for _, p := range plants {
			planted[p.code] = true
		}
	}
	for _, code := range plantedApart {
		planted[code] = true
	}
	seen := map[string]bool{}
	for _, r := range scenario.Rules() {
		if !planted[r.Code] {
			t.Errorf("no test breaks %s: %s", r.Code, r.Text.EN)
		}
		if seen[r.Code] {
			t.Errorf("%s is used twice", r.Code)
		}
		seen[r.Code] = true
	}
}
