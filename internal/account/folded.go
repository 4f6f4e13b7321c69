package account

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Folded is a text as lists sort it and searches look for it: without capitals, accents and ligatures, every apostrophe
// and hyphen the plain one. Databases keep it beside names: to change what it answers takes a migration that folds them again.
func Folded(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	for _, r := range norm.NFKD.String(text) {
		if r < unicode.MaxASCII {
			out.WriteRune(unicode.ToLower(r))
			continue
		}
		r = unicode.ToLower(r)
		switch plain, single := singles[r]; {
		case single:
			out.WriteString(plain)
		case !unicode.Is(unicode.Mn, r):
			out.WriteRune(r)
		}
	}
	return out.String()
}

// singles are the letters and marks that come apart in no other way.
var singles = map[rune]string{
	'æ': "ae", 'œ': "oe", 'ß': "ss", 'þ': "th", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'ħ': "h", 'ŧ': "t", 'ı': "i", 'ς': "σ",
	'’': "'", '‘': "'", 'ʼ': "'", '‐': "-", '–': "-",
}

// FoldedEntry is how lists sort somebody, and where searches look for them: by name, then by address.
func FoldedEntry(name, email string) string {
	return strings.Trim(Folded(name)+"\n"+Folded(email), "\n") // which sorts before all that names are made of
}

// Sought are the words of a search, folded. What holds all of them, in any order, is found.
func Sought(search string) []string { return strings.Fields(Folded(search)) }

// Holds tells whether a folded text holds all words sought.
func Holds(folded string, sought []string) bool {
	for _, word := range sought {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}
