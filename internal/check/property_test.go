package check

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// spoilers are what spoils a case in ways that often still parse.
var spoilers = []string{
	"nina.trust", "sam.mood", "time", "cause", "shown", "0", "-2", "9", "true", "false", "=3", "next: team", "next: close",
	"scored: false", "when: shown", "when: not shown", "evidence: {verite: 2}", "toujours", "« Oui. »", "", "A et B", "!", "?",
	"::: if shown\nDit.\n:::",
}

// TestNothingThatParsesMakesTheCheckPanic swaps, drops and replaces words and lines of the sound case.
func TestNothingThatParsesMakesTheCheckPanic(t *testing.T) {
	original := sound(t)
	parsed := 0
	rapid.Check(t, func(t *rapid.T) {
		folder := fstest.MapFS{}
		for name, f := range original {
			folder[name] = f
		}
		for range rapid.IntRange(1, 3).Draw(t, "edits") {
			file := rapid.SampledFrom([]string{yamlFile, yamlFile, french, english}).Draw(t, "file")
			text := string(folder[file].Data)
			if rapid.Bool().Draw(t, "word") {
				text = respell(t, text)
			} else {
				text = reline(t, text)
			}
			folder[file] = &fstest.MapFile{Data: []byte(text)}
		}
		r := Check(folder, nil, Options{Limit: 2000})
		if r.Scenario == nil && len(r.Issues) == 0 {
			t.Fatal("neither a scenario nor an issue")
		}
		if r.Scenario != nil {
			parsed++
		}
		for _, f := range r.Flaws {
			if f.Line < 1 || f.Text.FR == "" || f.Text.EN == "" || strings.Contains(f.Text.EN, "%!") {
				t.Fatalf("badly said: %s", f.In("en"))
			}
		}
	})
	if parsed == 0 {
		t.Error("nothing parsed: this test has seen nothing")
	}
}

func respell(t *rapid.T, text string) string {
	words := strings.SplitAfter(text, " ")
	at := rapid.IntRange(0, len(words)-1).Draw(t, "at")
	words[at] = rapid.SampledFrom(spoilers).Draw(t, "spoiler") + " "
	return strings.Join(words, "")
}

func reline(t *rapid.T, text string) string {
	lines := strings.Split(text, "\n")
	at := rapid.IntRange(0, len(lines)-1).Draw(t, "at")
	if rapid.Bool().Draw(t, "drop") {
		return strings.Join(slices.Delete(lines, at, at+1), "\n")
	}
	return strings.Join(slices.Insert(lines, at, rapid.SampledFrom(lines).Draw(t, "line")), "\n")
}
