package check_test

import (
	"math"
	"os"
	"testing"

	"casebook/internal/check"
	"casebook/internal/solve/sketch"
)

func TestBotsScoreWhatTheOracleSays(t *testing.T) {
	var oracle struct {
		Output map[string]float64
		Tol    float64
	}
	sketch.Oracle(t, "lint.testwise-bots", &oracle)
	if len(oracle.Output) != 9 {
		t.Fatal(len(oracle.Output))
	}
	want := oracle.Output
	want["fr.random"], want["en.random"] = want["random"], want["random"]
	got := map[string]float64{}
	for _, b := range example(t).Bots {
		langs := []string{b.Lang}
		if b.Lang == "" {
			langs = []string{"fr", "en"}
		}
		for _, lang := range langs {
			got[lang+"."+b.Name] = *b.Score
		}
	}
	delete(want, "random")
	for name, score := range want {
		if math.Abs(got[name]-score) > oracle.Tol {
			t.Errorf("%s scores %v, want %v", name, got[name], score)
		}
	}
}

func TestBotsThatSeeMoreScoreMore(t *testing.T) {
	scores := map[string]float64{}
	for _, b := range example(t).Bots {
		scores[b.Name] = *b.Score
	}
	if never, all := scores[check.NeverLooks], scores[check.LooksAtEverything]; never < scores[check.First] || never >= 90 || all >= 100 || all <= never {
		t.Errorf("never looks %v, looks at everything %v, first %v", never, all, scores[check.First])
	}
}

func example(t *testing.T) check.Report {
	t.Helper()
	r := check.Check(os.DirFS("../scenario/testdata/client-toxique"), nil, check.Options{})
	if r.Solution == nil {
		t.Fatal(r.Issues.In("en"))
	}
	return r
}
