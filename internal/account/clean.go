package account

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"casebook/internal/fault"
)

const (
	longestName  = 120
	longestEmail = 254
)

// CleanEmail is an address as it is kept: in lower case, without the spaces around it. What is no address is a fault of
// kind Invalid, on the field "email". Whether it leads to somebody, only a letter can tell.
func CleanEmail(email string) (string, error) {
	email = strings.ToLower(norm.NFC.String(strings.TrimSpace(email)))
	name, host, found := strings.Cut(email, "@")
	odd := func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(`@,;:<>()[]"\`, r) || r == utf8.RuneError
	}
	dotted := strings.Contains(host, ".") && !strings.HasPrefix(host, ".") && !strings.HasSuffix(host, ".") && !strings.Contains(host, "..")
	if !found || name == "" || !dotted || strings.ContainsFunc(name+host, odd) || len(email) > longestEmail {
		return "", fault.New(fault.Invalid, "bad_email", badEmail).With("fields", map[string]fault.Text{"email": badEmail})
	}
	return email, nil
}

var badEmail = fault.Text{
	FR: "Ce n’est pas une adresse e-mail. Écrivez-la comme prenom.nom@exemple.fr.",
	EN: "This is not an e-mail address. Write it like first.last@example.com.",
}

// CleanName is a person's name as it is kept: on one line, with single spaces. An empty one, one too long and one that
// is not text is a fault of kind Invalid, on the field "name".
func CleanName(name string) (string, error) {
	name = norm.NFC.String(strings.Join(strings.Fields(name), " "))
	odd := func(r rune) bool {
		return unicode.IsControl(r) || r == utf8.RuneError || unicode.Is(unicode.Bidi_Control, r)
	}
	if name == "" || utf8.RuneCountInString(name) > longestName || strings.ContainsFunc(name, odd) {
		return "", fault.New(fault.Invalid, "bad_name", badName).With("fields", map[string]fault.Text{"name": badName})
	}
	return name, nil
}

var badName = fault.Text{
	FR: "Il faut un nom, de 120 caractères au plus.",
	EN: "A name is needed, of at most 120 characters.",
}
