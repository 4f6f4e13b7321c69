package scenario_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/scenario"
)

func answers(text string) ([]scenario.Answer, scenario.Issues) {
	return scenario.ParseAnswers(fstest.MapFS{"answers.yaml": {Data: []byte(text)}})
}

func TestAnswersAreReadWithTheirPlaces(t *testing.T) {
	got, issues := answers("answers:\n" +
		"  - {flaw: L10, at: appel.nommer, why: Ces mots sont ceux du carnet.}\n" +
		"  - {flaw: L17, at: \"signal.?orga\", why: Le piège est voulu.}\n" +
		"  - {flaw: L20, why: Un autre cas les exerce.}\n")
	if len(issues) > 0 || len(got) != 3 {
		t.Fatal(got, issues.In("en"))
	}
	if a := got[1]; a.Flaw != "L17" || a.At != "signal.?orga" || a.Why != "Le piège est voulu." || a.Line != 3 || a.File != "answers.yaml" {
		t.Errorf("read %+v", a)
	}
	if got[2].At != "" {
		t.Errorf("read %+v", got[2])
	}
}

func TestACaseWithoutAnswersHasNone(t *testing.T) {
	if got, issues := scenario.ParseAnswers(fstest.MapFS{}); got != nil || issues != nil {
		t.Errorf("read %v, %v", got, issues)
	}
}

func TestBadAnswersSayWhereAndWhy(t *testing.T) {
	good := "  - {flaw: L10, at: appel.nommer, why: Voulu.}\n"
	for _, c := range []struct {
		code, text string
		line       int
	}{
		{"S011", "", 1},
		{"S010", "answers: [", 1},
		{"S022", "{}\n", 1},
		{"S021", "answer:\n" + good, 1},
		{"S020", "answers:\n  - L10\n", 2},
		{"S022", "answers:\n  - {flaw: L10}\n", 2},
		{"S022", "answers:\n  - {why: Voulu.}\n", 2},
		{"S021", "answers:\n" + good + "  - {flaw: L10, where: appel, why: Voulu.}\n", 3},
		{"S025", "answers:\n  - {flaw: L10, why: \"\"}\n", 2},
		{"S280", "answers:\n  - {flaw: long, why: Voulu.}\n", 2},
		{"S281", "answers:\n  - {flaw: L10, at: appel/nommer, why: Voulu.}\n", 2},
		{"S282", "answers:\n" + good + good, 3},
		{"S283", "answers:\n  - flaw: L10\n    why: " + strings.Repeat("voulu ", 90) + "\n", 3},
		{"S029", "answers:\n" + strings.Repeat(good, 201), 202},
		{"S016", "answers:\n  - *all\n", 2},
	} {
		got, issues := answers(c.text)
		if got != nil {
			t.Errorf("%q was let through", c.text)
		}
		expectIn(t, issues, c.code, "answers.yaml", c.line)
		checkSentences(t, issues)
	}
}
