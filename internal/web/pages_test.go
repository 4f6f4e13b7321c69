package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
)

var script = strings.Repeat("export const a = 1;\n", 100)

// built is a frontend as Vite builds it.
var built = fstest.MapFS{
	"index.html":             {Data: []byte("<!doctype html><title>Casebook</title>")},
	"sw.js":                  {Data: []byte("self.skip = 1")},
	"manifest.webmanifest":   {Data: []byte("{}")},
	"icon-192.png":           {Data: []byte("\x89PNG")},
	"assets/index-1a2b.js":   {Data: []byte(script)},
	".vite/manifest.json":    {Data: []byte("{}")},
	".gitkeep":               {},
	"assets/font-1a2b.woff2": {Data: []byte("wOF2")},
}

func TestFilesOfTheFrontend(t *testing.T) {
	h := bare(t, nil, built, new(strings.Builder))
	const page, anything = "Accept: text/html,application/xhtml+xml,*/*;q=0.8", "Accept: */*"
	for _, c := range []struct {
		method, path, accept string
		status               int
		kind, cache          string
	}{
		{"GET", "/", page, 200, "text/html; charset=utf-8", "no-cache"},
		{"GET", "/", anything, 200, "text/html; charset=utf-8", "no-cache"},
		{"HEAD", "/", page, 200, "text/html; charset=utf-8", "no-cache"},
		{"GET", "/play/01a2008d", page, 200, "text/html; charset=utf-8", "no-cache"},
		{"GET", "/index.html", page, 200, "text/html; charset=utf-8", "no-cache"},
		{"GET", "/sw.js", anything, 200, "text/javascript; charset=utf-8", "no-cache"},
		{"GET", "/manifest.webmanifest", anything, 200, "application/manifest+json", "no-cache"},
		{"GET", "/assets/index-1a2b.js", anything, 200, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
		{"GET", "/assets/font-1a2b.woff2", anything, 200, "font/woff2", "public, max-age=31536000, immutable"},
		{"GET", "/assets/index-old.js", page, 404, "application/problem+json", "no-store"},
		{"GET", "/play/01a2008d", anything, 404, "application/problem+json", "no-store"},
		{"GET", "/.vite/manifest.json", page, 404, "application/problem+json", "no-store"},
		{"GET", "/.gitkeep", page, 404, "application/problem+json", "no-store"},
		{"GET", "/../index.html", page, 200, "text/html; charset=utf-8", "no-cache"},
		{"GET", "/api", page, 404, "application/problem+json", "no-store"},
		{"GET", "/api/v2/me", page, 404, "application/problem+json", "no-store"},
		{"POST", "/", page, 405, "application/problem+json", "no-store"},
		{"DELETE", "/api/v1/me", page, 405, "application/problem+json", "no-store"},
	} {
		w := ask(h, c.method, c.path, "", c.accept)
		got := []any{w.Code, w.Header().Get("Content-Type"), w.Header().Get("Cache-Control")}
		if want := []any{c.status, c.kind, c.cache}; got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
			t.Errorf("%s %s: %v, want %v", c.method, c.path, got, want)
		}
		if w.Code == http.StatusMethodNotAllowed && w.Header().Get("Allow") == "" {
			t.Errorf("%s %s does not say which methods it knows", c.method, c.path)
		}
	}
}

func TestTextTravelsCompressed(t *testing.T) {
	h := bare(t, nil, built, new(strings.Builder))
	w := ask(h, "GET", "/assets/index-1a2b.js", "", "Accept-Encoding: br;q=1.0, gzip;q=0.8")
	if w.Header().Get("Content-Encoding") != "gzip" || w.Body.Len() > len(script)/4 {
		t.Fatalf("%d bytes, encoded as %q", w.Body.Len(), w.Header().Get("Content-Encoding"))
	}
	zipped, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := io.ReadAll(zipped); err != nil || string(plain) != script {
		t.Errorf("unzipped %d bytes, %v", len(plain), err)
	}
	for _, accepted := range []string{"", "identity", "gzip;q=0", "br"} {
		if w := ask(h, "GET", "/assets/index-1a2b.js", "", "Accept-Encoding: "+accepted); w.Body.String() != script {
			t.Errorf("%q is answered %q", accepted, w.Header().Get("Content-Encoding"))
		}
	}
	tag := ask(h, "GET", "/", "").Header().Get("ETag")
	if w := ask(h, "GET", "/", "", "Accept: text/html", "If-None-Match: "+tag); tag != "" && w.Code != http.StatusNotModified {
		t.Errorf("unchanged, yet answered %d", w.Code)
	}
}

func TestABinaryWithoutItsFrontendSaysHowToBuildIt(t *testing.T) {
	w := ask(bare(t, nil, fstest.MapFS{".gitkeep": {}}, new(strings.Builder)), "GET", "/", "", "Accept: text/html")
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "make build") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
