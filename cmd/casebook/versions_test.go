package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/api"
)

// edited is a copy of the case of the client who shouts, with some words replaced.
func edited(t *testing.T, file, old, replacement string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "mine")
	if err := os.CopyFS(dir, os.DirFS(shouted)); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, file)
	text, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(text), old) {
		t.Fatalf("%q is not in %s: %v", old, file, err)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(text), old, replacement, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestAnAttemptKeepsTheVersionItBeganWith(t *testing.T) {
	s := start(t)
	p := s.guest(t)
	old := p.begin()
	s.stop()

	dir := edited(t, "text.fr.md", "Le client qui criait", "Le client qui hurlait")
	for range 2 { // the second start finds the version published
		s = start(t, "--database", s.database, "--scenarios", filepath.Dir(dir))
		p.site = s
		var library struct{ Scenarios []api.ScenarioSummary }
		p.ask("GET", "/api/v1/scenarios?lang=fr", "").want(http.StatusOK).into(&library)
		for _, c := range library.Scenarios {
			if c.ID == toxic && (c.Version != 2 || c.Title != "Le client qui hurlait") {
				t.Errorf("the library has version %d, %s", c.Version, c.Title)
			}
		}
		if now := p.ask("GET", path(old, ""), "").want(http.StatusOK).attempt(); now.Version != 1 || now.Title != "Le client qui criait" {
			t.Errorf("the running attempt has version %d, %s", now.Version, now.Title)
		}
		if begun := p.begin(); begun.Version != 2 || begun.Title != "Le client qui hurlait" {
			t.Errorf("a new attempt has version %d, %s", begun.Version, begun.Title)
		}
		s.stop()
	}
}

func TestACaseWhoseWalkthroughsFailIsNotServed(t *testing.T) {
	dir := edited(t, "walkthroughs.yaml", "'lea.moral == 8'", "'lea.moral == 9'")
	database := filepath.Join(t.TempDir(), "c.db")
	for want, env := range map[string]func(string) string{
		"`lea.moral == 9` does not hold (lea.moral = 8)": english, "`lea.moral == 9` n’est pas vrai": french,
	} {
		code, out, said := invoke(env, "serve", "--addr", "127.0.0.1:0", "--database", database, "--scenarios", dir)
		if place := filepath.Join(dir, "walkthroughs.yaml") + ":10:"; code != failed || out != "" || !strings.Contains(said, place) || !strings.Contains(said, want) {
			t.Errorf("code %d, %s%s", code, out, said)
		}
	}
}

func TestTwoFoldersOfOneCaseAreRefused(t *testing.T) {
	dir := edited(t, "text.fr.md", "Le client qui criait", "Le client")
	code, _, said := invoke(english, "serve", "--addr", "127.0.0.1:0", "--database", filepath.Join(t.TempDir(), "c.db"),
		"--scenarios", dir, "--scenarios", dir)
	if code != failed || !strings.Contains(said, "Keep one") {
		t.Errorf("code %d, %s", code, said)
	}
}
