package account

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"casebook/internal/fault"
)

const (
	shortest = 15
	longest  = 256
	// surprising is how many characters must be left of a password once all that anybody would try is taken out.
	surprising = 8
)

//go:embed common.txt
var commonText string

// common are words and phrases that passwords are made of, the longest first, without spaces.
var common = func() []string {
	list := strings.Fields(commonText)
	slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	return list
}()

// rows are the keys as they lie, and the order of letters and digits.
var rows = []string{
	"qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop", "yxcvbnm",
	"1234567890", "0123456789", "abcdefghijklmnopqrstuvwxyz", "qazwsxedcrfvtgbyhnujm", "1q2w3e4r5t6y7u8i9o0p", "1a2z3e4r5t6y",
}

// CheckPassword refuses a password that is too short or too long, or that somebody who knows what is said of the
// account would guess. The fault, of kind Invalid, is on the field "password".
func CheckPassword(password string, a Account) error {
	password = norm.NFC.String(password)
	n := utf8.RuneCountInString(password)
	switch {
	case !utf8.ValidString(password) || strings.ContainsFunc(password, unicode.IsControl):
		return weak("unreadable_password", unreadablePassword)
	case n < shortest:
		return weak("short_password", shortPassword)
	case n > longest:
		return weak("long_password", longPassword)
	case unguessed(password, a) < surprising:
		return weak("common_password", commonPassword)
	}
	return nil
}

func weak(code string, text fault.Text) error {
	return fault.New(fault.Invalid, code, text).With("fields", map[string]fault.Text{"password": text})
}

var (
	unreadablePassword = fault.Text{
		FR: "Ce mot de passe contient un caractère qui ne s’écrit pas. Retirez-le.",
		EN: "This password holds a character that cannot be written. Remove it.",
	}
	shortPassword = fault.Text{
		FR: "Il faut au moins 15 caractères. Quatre ou cinq mots sans rapport entre eux font un bon mot de passe.",
		EN: "At least 15 characters are needed. Four or five words that have nothing to do with each other make a good one.",
	}
	longPassword   = fault.Text{FR: "Il faut 256 caractères au plus.", EN: "At most 256 characters are possible."}
	commonPassword = fault.Text{
		FR: "Ce mot de passe se devine : il est fait de mots courants, d’une suite, d’une répétition, ou de votre nom. Ajoutez des mots que personne n’associerait.",
		EN: "This password is easily guessed: it is made of common words, a sequence, a repetition, or your name. Add words that nobody would put together.",
	}
)

// unguessed counts the characters of a password that are left once everything is taken out that would be tried first:
// what stands there again, what is near on a keyboard, years, common words, and what is known of the account.
func unguessed(password string, a Account) int {
	s := once(plain(password))
	for _, word := range append(knownOf(a), common...) {
		s = strings.ReplaceAll(s, word, " ")
	}
	return len([]rune(runsOut(s)))
}

// plain writes a password without accents, case and spaces, and reads the digits that stand for letters as those
// letters where they stand between letters.
func plain(password string) string {
	var out []rune
	for _, r := range norm.NFD.String(strings.ToLower(password)) {
		if !unicode.Is(unicode.Mn, r) && !unicode.IsSpace(r) {
			out = append(out, r)
		}
	}
	letters := map[rune]rune{'0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', '$': 's', '!': 'i'}
	read := slices.Clone(out)
	for i := 1; i+1 < len(out); i++ {
		if l, ok := letters[out[i]]; ok && unicode.IsLetter(read[i-1]) && unicode.IsLetter(out[i+1]) {
			read[i] = l
		}
	}
	return string(read)
}

// once is what a text repeats, or the text when it repeats nothing.
func once(s string) string {
	for n := 1; n <= len(s)/2; n++ {
		if strings.HasPrefix(strings.Repeat(s[:n], len(s)/n+1), s) {
			return s[:n]
		}
	}
	return s
}

// knownOf are the words that anybody knows of an account.
func knownOf(a Account) []string {
	words := strings.FieldsFunc(plain(strings.ReplaceAll(a.Name, " ", "-"))+"-"+plain(a.Email), func(r rune) bool {
		return !unicode.IsLetter(r)
	})
	return slices.DeleteFunc(append(words, "casebook"), func(w string) bool { return utf8.RuneCountInString(w) < 3 })
}

// runsOut takes out runs of one character, of neighbours on a keyboard, of the alphabet, and years.
func runsOut(s string) string {
	var out strings.Builder
	for len(s) > 0 {
		if n := run(s); n > 0 {
			s = s[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out.WriteRune(r)
		}
		s = s[n:]
	}
	return out.String()
}

// run is how many bytes of a run a text begins with; 0 when with none.
func run(s string) int {
	if strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20") {
		if len(s) >= 4 && isDigits(s[2:4]) {
			return 4
		}
	}
	same := len(s) - len(strings.TrimLeft(s, s[:1]))
	best := 0
	if same >= 3 {
		best = same
	}
	for _, row := range rows {
		best = max(best, along(s, row), along(s, backwards(row)))
	}
	return best
}

// along is how far a text follows a row of keys, 0 when for less than four.
func along(s, row string) int {
	at := strings.IndexByte(row, s[0])
	if at < 0 {
		return 0
	}
	n := 0
	for n < len(s) && at+n < len(row) && s[n] == row[at+n] {
		n++
	}
	if n < 4 {
		return 0
	}
	return n
}

func backwards(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
