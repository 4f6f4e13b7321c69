package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"unicode/utf16"

	"github.com/getkin/kin-openapi/openapi3"
)

// legible is all that can be read in an answer: in each file of a zip, such as a workbook, in what a PDF writes and says
// of itself, or in the answer as it is.
func legible(t *testing.T, body []byte) []byte {
	t.Helper()
	switch {
	case bytes.HasPrefix(body, []byte("%PDF-")):
		return onPaper(t, body)
	case bytes.HasPrefix(body, []byte("PK\x03\x04")):
		return inZip(t, body)
	}
	return body
}

func inZip(t *testing.T, body []byte) (all []byte) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		file, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		all = slices.Concat(all, []byte(f.Name+"\n"), legible(t, data), []byte("\n"))
	}
	return all
}

var (
	pdfStream = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	pdfString = regexp.MustCompile(`(?s)\((?:[^()\\]|\\.)*\)`)
	pdfEscape = regexp.MustCompile(`(?s)\\([0-7]{1,3}|.)`)
)

// onPaper are the strings of a PDF, those on its pages included, in whichever of the two encodings they are.
func onPaper(t *testing.T, body []byte) (all []byte) {
	t.Helper()
	pages := 0
	sources := [][]byte{pdfStream.ReplaceAll(body, nil)}
	for _, stream := range pdfStream.FindAllSubmatch(body, -1) {
		data := stream[1]
		if packed, err := zlib.NewReader(bytes.NewReader(data)); err == nil {
			if data, err = io.ReadAll(packed); err != nil {
				t.Fatal(err)
			}
		}
		if bytes.Contains(data, []byte("BT ")) {
			pages++
		}
		sources = append(sources, data)
	}
	if pages == 0 {
		t.Error("the PDF has no page that can be read")
	}
	for _, source := range sources {
		for _, text := range pdfString.FindAll(source, -1) {
			plain := pdfEscape.ReplaceAllFunc(text[1:len(text)-1], unescaped)
			all = slices.Concat(all, plain, []byte("\n"), fromUTF16(plain), []byte("\n"))
		}
	}
	return all
}

func unescaped(escape []byte) []byte {
	if n, err := strconv.ParseUint(string(escape[1:]), 8, 16); err == nil {
		return []byte{byte(n)}
	}
	switch escape[1] {
	case 'n':
		return []byte{'\n'}
	case 'r':
		return []byte{'\r'}
	case 't':
		return []byte{'\t'}
	}
	return escape[1:]
}

// fromUTF16 reads pairs of bytes, the big end first.
func fromUTF16(text []byte) []byte {
	var units []uint16
	for i := 0; i+1 < len(text); i += 2 {
		units = append(units, uint16(text[i])<<8|uint16(text[i+1]))
	}
	return []byte(string(utf16.Decode(units)))
}

// TestWhatAFileTellsIsRead: were a file told to somebody else, the matrix would find what it tells.
func TestWhatAFileTellsIsRead(t *testing.T) {
	t.Parallel()
	c, s := attacked(t)
	export := "/api/v1/cohorts/" + c.named["cohorts"] + "/export?lang=fr&format="
	for _, file := range []struct {
		who, method, path string
		tells             []string
	}{
		{"trainer", "GET", export + "pdf", []string{"alderamin", "mirfak", "kelvar"}},
		{"manager", "GET", export + "pdf", []string{"alderamin"}},
		{"trainer", "GET", export + "xlsx", []string{"mirfak", "kelvar"}},
		{"trainer", "GET", export + "csv&view=people", []string{"mirfak", "kelvar"}},
		{"trainer", "GET", export + "jsonl", []string{"mirfak", "procyon", "regulus"}},
		{"trainee", "GET", "/api/v1/me/export", []string{"alderamin", "mirfak", "procyon", "denebola"}},
	} {
		r := c.as(t, s, file.who).ask(file.method, file.path, "").want(http.StatusOK)
		found := c.leaks(t, r, operation{spec: &openapi3.Operation{}}, "nobody")
		for _, name := range file.tells {
			if !slices.Contains(found, name) {
				t.Errorf("%s is not read in %s of %s: %q", name, file.path, file.who, found)
			}
		}
	}
}
