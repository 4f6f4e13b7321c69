package cohort

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"casebook/internal/fault"
)

// column is what a column of a list holds.
type column string

// The columns that are read; a role is never granted, and what is not known is passed over.
const (
	noColumn    column = ""
	fullColumn  column = "full"
	firstColumn column = "first"
	lastColumn  column = "last"
	emailColumn column = "email"
	langColumn  column = "lang"
	roleColumn  column = "role"
)

// headers are what people write above the columns, without accents, marks and capitals.
var headers = map[string]column{
	"nom complet": fullColumn, "nom et prenom": fullColumn, "prenom et nom": fullColumn, "nom prenom": fullColumn,
	"prenom nom": fullColumn, "full name": fullColumn, "display name": fullColumn, "nom affiche": fullColumn,
	"stagiaire": fullColumn, "participant": fullColumn, "trainee": fullColumn, "personne": fullColumn, "person": fullColumn,
	"nom": lastColumn, "nom de famille": lastColumn, "name": lastColumn, "last name": lastColumn, "lastname": lastColumn,
	"surname": lastColumn, "family name": lastColumn,
	"prenom": firstColumn, "first name": firstColumn, "firstname": firstColumn, "given name": firstColumn, "forename": firstColumn,
	"courriel": emailColumn, "e mail": emailColumn, "email": emailColumn, "mail": emailColumn, "mel": emailColumn,
	"adresse": emailColumn, "adresse e mail": emailColumn, "adresse email": emailColumn, "adresse mail": emailColumn,
	"adresse electronique": emailColumn, "adresse courriel": emailColumn, "address": emailColumn, "email address": emailColumn,
	"e mail address": emailColumn, "mail address": emailColumn,
	"langue": langColumn, "lang": langColumn, "language": langColumn, "locale": langColumn,
	"role": roleColumn, "roles": roleColumn, "profil": roleColumn, "profile": roleColumn, "droits": roleColumn,
	"rights": roleColumn, "permissions": roleColumn, "admin": roleColumn, "type de compte": roleColumn, "account type": roleColumn,
}

// languages are how people write the languages of the product.
var languages = map[string]string{
	"fr": "fr", "fra": "fr", "fre": "fr", "francais": "fr", "french": "fr", "fr fr": "fr", "fr ca": "fr", "fr be": "fr", "fr ch": "fr",
	"en": "en", "eng": "en", "anglais": "en", "english": "en", "en us": "en", "en gb": "en", "en ca": "en",
}

var roles = []string{
	"stagiaire", "formateur", "formatrice", "responsable", "administrateur", "administratrice",
	"trainee", "trainer", "manager", "admin", "administrator",
}

// layout is where a list holds what.
type layout struct {
	columns []column
	names   []string // of the columns as they are headed; nil when there is no header
	notes   []fault.Text
}

// plain is a word without accents, marks and capitals, to compare it by.
func plain(text string) string {
	var out strings.Builder
	space := false
	for _, r := range norm.NFD.String(strings.ToLower(trimmed(text))) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if space && out.Len() > 0 {
				out.WriteByte(' ')
			}
			space = false
			out.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			space = true
		}
	}
	return out.String()
}

// laidOut finds out what the columns of a list hold: by its header, or by what is in them. Body is the rows without the
// header.
func laidOut(list []record) (l layout, body []record, err error) {
	first := list[0].fields
	for i, f := range first {
		kind := headers[plain(f)]
		l.columns = append(l.columns, kind)
		l.names = append(l.names, trimmed(f))
		if strings.Contains(f, "@") {
			return guessed(list)
		}
		if kind != noColumn && slices.Index(l.columns, kind) < i {
			l.columns[i] = noColumn
		}
	}
	if !slices.ContainsFunc(l.columns, func(c column) bool { return c != noColumn }) {
		return guessed(list)
	}
	if !slices.Contains(l.columns, emailColumn) {
		return l, nil, noAddresses()
	}
	if !slices.Contains(l.columns, firstColumn) {
		if i := slices.Index(l.columns, lastColumn); i >= 0 && !slices.Contains(l.columns, fullColumn) {
			l.columns[i] = fullColumn
		}
	}
	l.tell()
	return l, list[1:], nil
}

// guessed finds out what the columns hold by what is in them.
func guessed(list []record) (l layout, body []record, err error) {
	width := 0
	for _, r := range list {
		width = max(width, len(r.fields))
	}
	var texts []int
	for i := range width {
		kind := guess(list, i)
		if kind == emailColumn && slices.Contains(l.columns, emailColumn) {
			kind = noColumn
		}
		if kind == fullColumn {
			texts = append(texts, i)
		}
		l.columns = append(l.columns, kind)
	}
	switch {
	case !slices.Contains(l.columns, emailColumn):
		return l, nil, noAddresses()
	case len(texts) > 2:
		return l, nil, fault.New(fault.Invalid, "list_without_header", fault.Text{
			FR: "On ne peut pas deviner quelle colonne est le nom. Ajoutez une première ligne : nom;prénom;e-mail;langue.",
			EN: "Which column is the name cannot be told. Add a first line: last name,first name,e-mail,language.",
		})
	case len(texts) == 2:
		l.columns[texts[0]], l.columns[texts[1]] = firstColumn, lastColumn
	}
	l.notes = append(l.notes, fault.Text{
		FR: "La liste n’a pas de ligne de titres : les colonnes ont été devinées. Vérifiez-les dans l’aperçu.",
		EN: "The list has no line of titles: its columns were guessed. Check them in the preview.",
	})
	l.tell()
	return l, list, nil
}

// guess tells what most rows hold in a column.
func guess(list []record, i int) column {
	var filled, addresses, langs, offices int
	for _, r := range list {
		if i >= len(r.fields) || trimmed(r.fields[i]) == "" {
			continue
		}
		filled++
		word := plain(r.fields[i])
		switch {
		case strings.Contains(r.fields[i], "@"):
			addresses++
		case languages[word] != "":
			langs++
		case slices.Contains(roles, word):
			offices++
		}
	}
	switch {
	case filled == 0:
		return noColumn
	case addresses*2 > filled:
		return emailColumn
	case langs*2 > filled:
		return langColumn
	case offices*2 > filled:
		return roleColumn
	default:
		return fullColumn
	}
}

// tell says what is not read.
func (l *layout) tell() {
	if slices.Contains(l.columns, roleColumn) {
		l.notes = append(l.notes, fault.Text{
			FR: "La colonne des rôles n’est pas lue : une liste n’en donne aucun, chacun entre comme stagiaire.",
			EN: "The column of roles is not read: a list grants none, everybody enters as a trainee.",
		})
	}
	var others []string
	for i, c := range l.columns {
		if c == noColumn && i < len(l.names) && l.names[i] != "" {
			others = append(others, clipped(l.names[i]))
		}
	}
	if len(others) > 0 {
		l.notes = append(l.notes, fault.Text{
			FR: "Ces colonnes ne sont pas lues : %s.", EN: "These columns are not read: %s.",
		}.Format(strings.Join(others, ", ")))
	}
}

// clipped shortens what a file holds, to be told back.
func clipped(text string) string {
	const most = 40
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

func noAddresses() error {
	return fault.New(fault.Invalid, "list_without_addresses", fault.Text{
		FR: "Il n’y a pas de colonne d’adresses e-mail. Ajoutez-la, avec le titre « e-mail ».",
		EN: "There is no column of e-mail addresses. Add it, under the title “e-mail”.",
	})
}
