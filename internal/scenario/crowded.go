package scenario

import (
	"regexp"
	"strings"
)

// Limits that keep a Markdown reader within milliseconds on a hostile block. Prose stays far below them.
const (
	maxLines     = 1000
	maxBrackets  = 200
	maxEmphasis  = 1000
	maxColumns   = 20
	maxBlockHTML = 256 << 10
)

var nested = regexp.MustCompile(`^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])[ \t]*){9,}`)

// crowded tells whether a text is more marks than words. Some Markdown takes far more than linear time or room: open
// brackets, wide tables of short rows, quotes within quotes, one long address referred to often.
func crowded(lines []string) bool {
	brackets, emphasis := 0, 0
	for _, line := range lines {
		brackets += strings.Count(line, "[")
		emphasis += strings.Count(line, "*") + strings.Count(line, "_") + strings.Count(line, "`")
		if strings.Count(line, "|") > maxColumns+1 || nested.MatchString(line) {
			return true
		}
	}
	return len(lines) > maxLines || brackets > maxBrackets || emphasis > maxEmphasis
}
