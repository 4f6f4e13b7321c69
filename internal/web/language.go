package web

import (
	"net/http"

	xlanguage "golang.org/x/text/language"

	"casebook/internal/fault"
)

var spoken = xlanguage.NewMatcher([]xlanguage.Tag{xlanguage.English, xlanguage.French})

// language is the language that a client would rather read sentences in: fr or en.
func language(r *http.Request) string {
	_, i := xlanguage.MatchStrings(spoken, r.Header.Get("Accept-Language"))
	return [...]string{"en", "fr"}[i]
}

// sentence is a text in a language, as it is set on screen.
func sentence(t fault.Text, lang string) string {
	return t.Typeset().In(lang)
}
