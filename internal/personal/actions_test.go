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
