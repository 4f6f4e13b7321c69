package web

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"
	xlanguage "golang.org/x/text/language"
)

var spoken = xlanguage.NewMatcher([]xlanguage.Tag{xlanguage.English, xlanguage.French})

// language is the language that a client would rather read sentences in: fr or en.
func language(r *http.Request) string {
	_, i := xlanguage.MatchStrings(spoken, r.Header.Get("Accept-Language"))
	return [...]string{"en", "fr"}[i]
}

// languageOf is the language that whoever asks would rather read, in the context of an operation.
func languageOf(ctx context.Context) string {
	r, ok := ctx.Value(gin.ContextRequestKey).(*http.Request)
	if !ok {
		return "en"
	}
	return language(r)
}
