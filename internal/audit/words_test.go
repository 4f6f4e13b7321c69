package audit

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"testing"
)

// TestEveryActionHasItsWords: those who read the trail in the browser read words, in both languages, never codes.
func TestEveryActionHasItsWords(t *testing.T) {
	found := func(file, pattern string) map[string]int {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		times := map[string]int{}
		for _, match := range regexp.MustCompile(pattern).FindAllSubmatch(text, -1) {
			times[string(match[1])]++
		}
		return times
	}
	codes := found("audit.go", `Action += "([a-z_.]+)"`)
	words := found("../../frontend/src/personal/actions.words.ts", `'([a-z_]+\.[a-z_]+)':`)
	if len(codes) < 40 {
		t.Fatalf("only %d actions were found", len(codes))
	}
	for code := range codes {
		if words[code] != 2 {
			t.Errorf("%s is told in %d languages", code, words[code])
		}
	}
	for _, code := range slices.Sorted(maps.Keys(words)) {
		if codes[code] == 0 {
			t.Errorf("%s has words and is no action", code)
		}
	}
}
