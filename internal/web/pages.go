package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

// pages serves the built frontend from memory: its text compressed once, at start.
type pages struct{ files map[string]page }

type page struct {
	kind    string // content type
	plain   []byte
	zipped  []byte // nil where compressing does not help
	tag     string // identifies the content
	forever bool   // its name carries a hash of its content
}

func newPages(built fs.FS) (pages, error) {
	p := pages{map[string]page{}}
	err := fs.WalkDir(built, ".", func(name string, d fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			return err
		case d.IsDir() && hidden:
			return fs.SkipDir
		case d.IsDir() || hidden:
			return nil
		}
		data, err := fs.ReadFile(built, name)
		if err != nil {
			return err
		}
		p.files[name], err = newPage(name, data)
		return err
	})
	return p, err
}

func newPage(name string, data []byte) (page, error) {
	sum := sha256.Sum256(data)
	f := page{
		kind: contentType(name), plain: data, tag: hex.EncodeToString(sum[:12]), forever: strings.HasPrefix(name, "assets/"),
	}
	if !compresses(f.kind) {
		return f, nil
	}
	var buf bytes.Buffer
	w, err := gzip.NewWriterLevel(&buf, gzip.BestCompression)
	if err != nil {
		return f, err
	}
	if _, err := w.Write(data); err != nil {
		return f, err
	}
	if err := w.Close(); err != nil {
		return f, err
	}
	if buf.Len() < len(data) {
		f.zipped = buf.Bytes()
	}
	return f, nil
}

// serve answers with a file, or with index.html where a page of the frontend's own router is asked for.
func (p pages) serve(w http.ResponseWriter, r *http.Request) error {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		return methodNotAllowed()
	}
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	f, ok := p.files[name]
	if !ok {
		if name != "" && (path.Ext(name) != "" || !strings.Contains(r.Header.Get("Accept"), "text/html")) {
			return nothingHere()
		}
		if f, ok = p.files["index.html"]; !ok {
			return notBuilt(w)
		}
	}
	f.send(w, r)
	return nil
}

func (f page) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", f.kind)
	h.Set("Cache-Control", "no-cache")
	if f.forever {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	data, tag := f.plain, f.tag
	if f.zipped != nil {
		h.Add("Vary", "Accept-Encoding")
		if acceptsGzip(r) {
			h.Set("Content-Encoding", "gzip")
			data, tag = f.zipped, f.tag+"-gzip"
		}
	}
	h.Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// notBuilt says what to do when the binary was built before the frontend.
func notBuilt(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusServiceUnavailable)
	_, err := io.WriteString(w, "Le site n’a pas été construit : lancez « make build », puis redémarrez.\n"+
		"The site has not been built: run “make build”, then start again.\n")
	return err
}
