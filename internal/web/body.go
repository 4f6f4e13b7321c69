package web

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

const (
	maxBody      = 64 << 10
	maxStrangers = 16 << 10
	maxDepth     = 16
)

// readBody reads a bounded JSON body.
func readBody(r *http.Request) ([]byte, error) {
	if !isJSON(r.Header.Get("Content-Type")) {
		return nil, notJSON()
	}
	if b, ok := r.Body.(*received); ok {
		return b.data, nil
	}
	data, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	if err != nil {
		return nil, unreadable().Because(err)
	}
	if len(data) > maxBody {
		return nil, tooLarge()
	}
	return data, nil
}

func isJSON(contentType string) bool {
	if contentType == "application/json" {
		return true
	}
	kind, params, err := mime.ParseMediaType(contentType)
	charset := params["charset"]
	return err == nil && kind == "application/json" && (charset == "" || strings.EqualFold(charset, "utf-8"))
}

// parse reads one JSON document, nested no deeper than maxDepth, without a field that is there twice and without a NUL
// in its text, which PostgreSQL cannot keep.
func parse(data []byte) (value any, err error) {
	err = json.Unmarshal(data, &value)
	var wrong *jsontext.SyntacticError
	switch {
	case errors.As(err, &wrong) && errors.Is(err, jsontext.ErrDuplicateName):
		return nil, duplicateField(clip(wrong.JSONPointer.LastToken()))
	case err != nil:
		return nil, unreadable().Because(err)
	case !plain(value, maxDepth):
		return nil, unreadable()
	default:
		return value, nil
	}
}

// plain reports whether a value is nested no deeper than depth and holds no NUL.
func plain(value any, depth int) bool {
	switch v := value.(type) {
	case string:
		return strings.IndexByte(v, 0) < 0
	case []any:
		return depth > 0 && !slices.ContainsFunc(v, func(e any) bool { return !plain(e, depth-1) })
	case map[string]any:
		for name, e := range v {
			if strings.IndexByte(name, 0) >= 0 || !plain(e, depth-1) {
				return false
			}
		}
		return depth > 0
	default:
		return true
	}
}

// clip shortens a name that a client sent, to be told back.
func clip(name string) string {
	const most = 40
	if r := []rune(name); len(r) > most {
		return string(r[:most]) + "…"
	}
	return name
}
