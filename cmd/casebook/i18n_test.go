package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// copied is a folder with a case that may be spoilt.
func copied(t *testing.T, of string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(of)); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestATranslationIsFollowedBlockByBlock(t *testing.T) {
	dir := copied(t, shouted)
	source, translation := filepath.Join(dir, "text.fr.md"), filepath.Join(dir, "text.en.md")
	step := func(want int, says string, args ...string) {
		t.Helper()
		code, out, errs := invoke(english, append([]string{"i18n", dir}, args...)...)
		if code != want || !strings.Contains(out+errs, says) {
			t.Errorf("%v: exit code %d, no %q in\n%s%s", args, code, says, out, errs)
		}
	}
	step(failed, "title: new (text.fr.md:1)")
	step(fine, "up to date", "--write")
	edit(t, source, "Que faites-vous avant le comité", "Que faites-vous d’ici au comité")
	step(failed, "text.en.md:47: scene:signal/ask: read it again")
	step(failed, "1 of 95", "--write")
	step(failed, "No block that is to be read again is called “scene:signal”", "--write", "--accept", "scene:signal")
	step(fine, "up to date", "--write", "--accept", "scene:signal/ask")
	edit(t, source, "Le silence tient lieu de réponse", "Son silence tient lieu de réponse")
	edit(t, translation, "### choice: attendre | ", "### choice: attendre | Wait: ")
	step(failed, "1 of 95", "--write")
	edit(t, translation, "## ending: sortie", "## ending: departure")
	step(failed, "ending:sortie: to be translated (text.fr.md:")
	step(failed, "ending:departure: is not in the source language")
}

func TestACaseInOneLanguageHasNothingToCompare(t *testing.T) {
	dir := copied(t, shouted)
	if err := os.Remove(filepath.Join(dir, "text.en.md")); err != nil {
		t.Fatal(err)
	}
	if code, out, errs := invoke(english, "i18n", dir); code != fine || !strings.Contains(out, "one language") {
		t.Errorf("exit code %d\n%s%s", code, out, errs)
	}
}

func TestI18nOfWhatIsNoCase(t *testing.T) {
	for _, args := range [][]string{{"i18n"}, {"i18n", shouted, "--accept", "title"}} {
		if code, _, errs := invoke(english, args...); code != badUsage || errs == "" {
			t.Errorf("%v: exit code %d, %q", args, code, errs)
		}
	}
	if code, _, errs := invoke(french, "i18n", t.TempDir()); code != failed || !strings.Contains(errs, "scenario.yaml") {
		t.Errorf("exit code %d, %q", code, errs)
	}
}
