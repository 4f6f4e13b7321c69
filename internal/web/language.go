package web

import (
	"net/http"

	xlanguage "golang.org/x/text/language"
)

var spoken = xlanguage.NewMatcher([]xlanguage.Tag{xlanguage.English, xlanguage.French})

// language is the language that a client would rather read sentences in: fr or en.
func language(r *http.Request) string {
	_, i := xlanguage.MatchStrings(spoken, r.Header.Get("Accept-Language"))
	return [...]string{"en", "fr"}[i]
}
