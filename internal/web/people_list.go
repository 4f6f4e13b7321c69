package web

import (
	"io"
	"mime"
	"net/http"
	"strings"

	"casebook/internal/cohort"
)

// takesList reports whether a request brings a list of people, which is larger than other bodies.
func takesList(r *http.Request) bool {
	return r.Method == http.MethodPost && strings.HasPrefix(r.URL.Path, "/api/v1/cohorts/") && strings.HasSuffix(r.URL.Path, "/imports")
}

// announcesList refuses a body that says to be no list.
func announcesList(r *http.Request) error {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "text/csv" {
		return notAList()
	}
	return nil
}

// readList reads a list, as far as one may go and a byte more: the room behind refuses what is longer.
func readList(body io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(body, cohort.MostListBytes+1))
	if err != nil {
		return nil, tooSlow()
	}
	return data, nil
}
