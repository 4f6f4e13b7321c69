package web

import (
	"bytes"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"
)

const (
	maxBody  = 64 << 10
	maxDepth = 16
)

// readBody reads a bounded JSON body and refuses what the generated binding would let pass.
func readBody(r *http.Request) ([]byte, error) {
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := params["charset"]
	if err != nil || kind != "application/json" || charset != "" && !strings.EqualFold(charset, "utf-8") {
		return nil, notJSON()
	}
	data, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	if err != nil {
		return nil, unreadable().Because(err)
	}
	if len(data) > maxBody {
		return nil, tooLarge()
	}
	return data, wellFormed(data)
}

// wellFormed accepts one JSON document, nested no deeper than maxDepth, without a field that is there twice and
// without a NUL in its text, which PostgreSQL cannot keep.
func wellFormed(data []byte) error {
	if !utf8.Valid(data) || !json.Valid(data) {
		return unreadable()
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	return walk(d, 0)
}

func walk(d *json.Decoder, depth int) error {
	token, err := d.Token()
	if err != nil || depth > maxDepth {
		return unreadable()
	}
	switch token {
	case json.Delim('{'):
		return walkObject(d, depth+1)
	case json.Delim('['):
		for d.More() {
			if err := walk(d, depth+1); err != nil {
				return err
			}
		}
		_, err = d.Token()
		return err
	}
	if text, ok := token.(string); ok && strings.ContainsRune(text, 0) {
		return unreadable()
	}
	return nil
}

func walkObject(d *json.Decoder, depth int) error {
	seen := map[string]bool{}
	for d.More() {
		token, err := d.Token()
		name, ok := token.(string)
		if err != nil || !ok || strings.ContainsRune(name, 0) {
			return unreadable()
		}
		if seen[name] {
			return duplicateField(clip(name))
		}
		seen[name] = true
		if err := walk(d, depth); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

// clip shortens a name that a client sent, to be told back.
func clip(name string) string {
	const most = 40
	if r := []rune(name); len(r) > most {
		return string(r[:most]) + "…"
	}
	return name
}
