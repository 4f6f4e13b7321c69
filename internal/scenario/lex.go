package scenario

import (
	"strings"
	"unicode"
)

type tokenKind uint8

const (
	tokEnd tokenKind = iota
	tokName
	tokInt
	tokRelation
	tokOpen
	tokClose
	tokAnd
	tokOr
	tokNot
	tokBad
)

type token struct {
	kind   tokenKind
	text   string
	column int // in letters, from 1
}

// lex cuts a condition into tokens; the last one is the end.
func lex(src string) []token {
	runes := []rune(src)
	var tokens []token
	for i := 0; i < len(runes); {
		if unicode.IsSpace(runes[i]) {
			i++
			continue
		}
		kind, size := lexOne(runes[i:])
		text := string(runes[i : i+size])
		if kind == tokName {
			kind = wordKind(text)
		}
		tokens = append(tokens, token{kind, text, i + 1})
		i += size
	}
	return append(tokens, token{kind: tokEnd, column: len(runes) + 1})
}

func lexOne(r []rune) (tokenKind, int) {
	second := rune(0)
	if len(r) > 1 {
		second = r[1]
	}
	switch {
	case unicode.IsLetter(r[0]):
		return tokName, span(r, nameRune)
	case digit(r[0]), r[0] == '-' && digit(second):
		size := 1 + span(r[1:], digit)
		if extra := span(r[size:], nameRune); extra > 0 {
			return tokBad, size + extra // "3d", "1.5"
		}
		return tokInt, size
	case r[0] == '(':
		return tokOpen, 1
	case r[0] == ')':
		return tokClose, 1
	case strings.ContainsRune("<>=!", r[0]) && second == '=':
		return tokRelation, 2
	case r[0] == '<', r[0] == '>':
		return tokRelation, 1
	}
	return tokBad, max(1, span(r, func(c rune) bool { return strings.ContainsRune("&|=!+*/%", c) }))
}

func span(r []rune, in func(rune) bool) int {
	for i, c := range r {
		if !in(c) {
			return i
		}
	}
	return len(r)
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

func nameRune(r rune) bool {
	return unicode.IsLetter(r) || digit(r) || r == '_' || r == '-' || r == '.'
}

func wordKind(word string) tokenKind {
	switch word {
	case "and", "et":
		return tokAnd
	case "or", "ou":
		return tokOr
	case "not", "non":
		return tokNot
	}
	return tokName
}
