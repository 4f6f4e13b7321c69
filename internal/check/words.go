package check

import (
	"strings"
	"unicode"
)

// fold takes accents and ligatures off small letters, so that a word is found however it is typed.
var fold = strings.NewReplacer(
	"à", "a", "â", "a", "ä", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "ë", "e", "î", "i", "ï", "i",
	"ô", "o", "ö", "o", "ù", "u", "û", "u", "ü", "u", "œ", "oe", "æ", "ae",
)

// tokens are the words of a text in small letters without accents; an apostrophe parts two words.
func tokens(text string) []string {
	return strings.FieldsFunc(fold.Replace(strings.ToLower(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// lexicon is a list of words and phrases to look for.
type lexicon []entry

type entry struct{ said, sought string }

// list reads a lexicon: phrases with commas between them.
func list(phrases string) lexicon {
	var l lexicon
	for _, said := range strings.Split(phrases, ",") {
		said = strings.TrimSpace(said)
		l = append(l, entry{said, spaced(tokens(said))})
	}
	return l
}

func spaced(tokens []string) string { return " " + strings.Join(tokens, " ") + " " }

// in finds the first entry that a text holds, outside phrases that are no matter.
func (l lexicon) in(text string, but lexicon) (string, bool) {
	text = spaced(tokens(text))
	for _, e := range but {
		text = strings.ReplaceAll(text, e.sought, " . ")
	}
	for _, e := range l {
		if strings.Contains(text, e.sought) {
			return e.said, true
		}
	}
	return "", false
}

type set map[string]bool

func setOf(words []string) set {
	s := make(set, len(words))
	for _, w := range words {
		s[w] = true
	}
	return s
}

// jaccard is the share that two sets have in common; two empty ones have nothing.
func jaccard(a, b set) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	if len(a)+len(b) == both {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// significant keeps the words that carry a meaning of their own, without their endings.
func significant(text, lang string) set {
	s := set{}
	for _, w := range tokens(text) {
		if len(w) >= 4 && !stopWords[lang][w] {
			s[stem(w)] = true
		}
	}
	return s
}

// stem takes off the endings of plural and feminine.
func stem(w string) string {
	if len(w) > 4 {
		w = strings.TrimRight(w, "sx")
	}
	if len(w) > 4 {
		w = strings.TrimRight(w, "e")
	}
	return w
}
