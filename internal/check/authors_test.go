package check

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// authors are the pages that tell an author what the checker says, with the word that each has for a level.
var authors = map[string]map[string]Level{
	"README.md":   {"error": Error, "warning": Warning, "to know": Info},
	"LISEZMOI.md": {"erreur": Error, "avertissement": Warning, "à savoir": Info},
}

var flawRow = regexp.MustCompile(`(?m)^\| ([LW][0-9]{2}) \| ([^|]+) \|`)

func TestThePagesForAuthorsListEveryFlawWithItsLevels(t *testing.T) {
	type listed struct {
		code  string
		level Level
	}
	var want []listed
	for _, r := range rules {
		want = append(want, listed{r.Code, r.Level})
	}
	for page, levels := range authors {
		text, err := os.ReadFile("../../scenarios/" + page)
		if err != nil {
			t.Fatal(err)
		}
		var got []listed
		for _, row := range flawRow.FindAllStringSubmatch(string(text), -1) {
			for _, word := range strings.Split(row[2], ", ") {
				l := listed{row[1], levels[word]}
				if slices.Contains(got, l) || !slices.Contains(want, l) {
					t.Errorf("%s: %s is listed twice, or is never called “%s”", page, l.code, word)
				}
				got = append(got, l)
			}
		}
		for _, l := range want {
			if !slices.Contains(got, l) {
				t.Errorf("%s: %s does not say that it may be of the level “%s”", page, l.code, l.level)
			}
		}
	}
}
