package personal

import (
	"os"
	"regexp"
	"testing"

	"casebook/internal/audit"
)

func TestEachActionIsSaidInWords(t *testing.T) {
	source, err := os.ReadFile("../audit/audit.go")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`Action += "([\w.]+)"`).FindAllSubmatch(source, -1)
	if len(found) < 40 || len(found) != len(actions) {
		t.Errorf("%d actions, %d of them in words", len(found), len(actions))
	}
	screen, err := os.ReadFile("../../frontend/src/personal/actions.words.ts")
	if err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile(`'(\w+\.\w+)':\s*'([^']*)'`).FindAllStringSubmatch(string(screen), -1)
	if len(said) != 2*len(actions) {
		t.Fatalf("the screen has %d words for %d actions", len(said), len(actions))
	}
	for i, words := range said {
		ours := actions[audit.Action(words[1])].FR
		if i >= len(actions) {
			ours = actions[audit.Action(words[1])].EN
		}
		if ours != words[2] {
			t.Errorf("%s is said %q, and on the screen %q", words[1], ours, words[2])
		}
	}
	for _, f := range found {
		code := string(f[1])
		if text := Said(audit.Action(code)); text.FR == "" || text.FR == code || text.EN == "" || text.EN == code {
			t.Errorf("%s is said %+v", code, text)
		}
	}
	if text := Said("cohort.of_a_later_program"); text.EN != "cohort.of_a_later_program" {
		t.Errorf("an unknown one is said %+v", text)
	}
}
