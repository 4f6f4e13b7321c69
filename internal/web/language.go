package web

import (
	"net/http"
	"strings"

	xlanguage "golang.org/x/text/language"

	"casebook/internal/fault"
)

var spoken = xlanguage.NewMatcher([]xlanguage.Tag{xlanguage.English, xlanguage.French})

// language is the language that a client would rather read sentences in: fr or en.
func language(r *http.Request) string {
	_, i := xlanguage.MatchStrings(spoken, r.Header.Get("Accept-Language"))
	return [...]string{"en", "fr"}[i]
}

// typeset puts the no-break spaces of French typography where sentences are written with plain ones.
var typeset = strings.NewReplacer(
	" :", "\u00a0:", " ;", "\u202f;", " ?", "\u202f?", " !", "\u202f!", "« ", "«\u00a0", " »", "\u00a0»",
)

// sentence is a text in a language, as it is set on screen.
func sentence(t fault.Text, lang string) string {
	if lang == "fr" {
		return typeset.Replace(t.FR)
	}
	return t.EN
}
