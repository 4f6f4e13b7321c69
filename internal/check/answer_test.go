package check

import (
	"strings"
	"testing"
	"testing/fstest"
)

func answered(t *testing.T, answers string, edits ...edit) Report {
	t.Helper()
	folder := sound(t)
	spoil(t, folder, edits...)
	folder["answers.yaml"] = &fstest.MapFile{Data: []byte("answers:\n" + answers)}
	r := Check(folder, nil, Options{})
	if r.Scenario == nil {
		t.Fatal(r.Issues.In("en"))
	}
	return r
}

func find(r Report, code, at string) *Flaw {
	for i := range r.Flaws {
		if f := &r.Flaws[i]; f.Code == code && f.At() == at {
			return f
		}
	}
	return nil
}

var thinCompetency = edit{yamlFile, "competencies: [verite,", "competencies: [limites, verite,"}

func TestAnAnsweredWarningStaysInTheReportAndDoesNotCount(t *testing.T) {
	timid := edit{yamlFile, "      ring:\n", "      ring:\n        when: asked\n"}
	before := answered(t, "  - {flaw: L20, why: Ailleurs.}", timid, thinCompetency)
	after := answered(t, "  - {flaw: L20, why: Ailleurs.}\n  - {flaw: L21, at: news, why: C’est tout le sujet.}", timid, thinCompetency)
	if f := find(after, "L21", "news"); f == nil || f.Answer != "C’est tout le sujet." {
		t.Fatalf("found\n%s", said(after.Flaws))
	}
	if f := find(after, "L20", ""); f == nil || f.Answer != "Ailleurs." {
		t.Errorf("found\n%s", said(after.Flaws))
	}
	if before.Warnings() != after.Warnings()+1 {
		t.Errorf("%d warnings, then %d", before.Warnings(), after.Warnings())
	}
}

func TestAnAnswerInTheWrongPlaceIsToldTheRightOneReadyToCopy(t *testing.T) {
	trap := edit{yamlFile, "set: {asked: true}, evidence: {attentes: 1}}", "set: {asked: true, nina.trust: -2}}"}
	r := answered(t, "  - {flaw: L17, at: news.nina, why: Non.}", trap)
	f := find(r, "L26", "")
	if f == nil || !strings.Contains(f.Text.EN, "`\"news.?nina\"`") {
		t.Fatalf("found\n%s", said(r.Flaws))
	}
	answer := "  - {flaw: L17, at: \"news.?nina\", why: Non.}"
	if f := find(answered(t, answer, trap), "L17", "news.?nina"); f == nil || f.Answer != "Non." {
		t.Errorf("not answered: %v", f)
	}
}

func TestAnAnswerThatAnswersNothingIsAWarning(t *testing.T) {
	timid := edit{yamlFile, "      ring:\n", "      ring:\n        when: asked\n"}
	r := answered(t, "  - {flaw: L21, at: team, why: Non.}\n  - {flaw: L02, why: Non.}", timid)
	nothing := 0
	for _, f := range r.Flaws {
		if f.rule == ruleAnswersNothing && f.File == "answers.yaml" && f.Line == 2+nothing {
			nothing++
			checkSentence(t, &f)
		}
	}
	if f := find(r, "L21", "news"); nothing != 2 || f.Answer != "" {
		t.Errorf("found\n%s", said(r.Flaws))
	}
}

func TestAnErrorCannotBeAnswered(t *testing.T) {
	r := answered(t, "  - {flaw: L15, at: pause, why: Non.}", edit{yamlFile, "        set: {shown: true}\n        next: team\n", "        next: team\n"})
	if f := find(r, "L15", "pause"); f == nil || f.Answer != "" || r.Errors() == 0 {
		t.Errorf("found\n%s", said(r.Flaws))
	}
	f := find(r, "L26", "")
	if f == nil || f.rule != ruleAnswersError || f.Level != Warning {
		t.Fatalf("found\n%s", said(r.Flaws))
	}
	checkSentence(t, f)
}
