package main

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// picture puts a picture of so many pixels into a case.
func picture(t *testing.T, dir, name string, size int) {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, size, size))); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "media", name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAPictureIsServedOnceItHasBeenShown(t *testing.T) {
	const pitch = "Première semaine de mission chez Nexalia."
	dir := edited(t, "text.fr.md", pitch, "![Le plan](plan.png)\n\n"+pitch)
	picture(t, dir, "plan.png", 8)
	picture(t, dir, "later.png", 9)
	s := start(t, "--scenarios", dir)
	p := s.guest(t)
	a := p.begin()
	address := path(a, "/media/plan.png")
	if !strings.Contains(a.PitchHTML, `src="`+address+`"`) {
		t.Errorf("the picture has no address in %s", a.PitchHTML)
	}
	shown := p.ask("GET", address, "").want(http.StatusOK)
	for name, want := range map[string]string{
		"Content-Type":            "image/png",
		"X-Content-Type-Options":  "nosniff",
		"Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
	} {
		if got := shown.header.Get(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
	if _, err := png.Decode(bytes.NewReader(shown.body)); err != nil {
		t.Error(err)
	}
	p.ask("GET", path(a, "/media/later.png"), "").want(http.StatusNotFound, "unknown_media")
	p.ask("GET", path(a, "/media/..%2Fscenario.yaml"), "").want(http.StatusNotFound)
	s.guest(t).ask("GET", address, "").want(http.StatusNotFound, "unknown_attempt")
}
