package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// inEmptyFolder makes an empty folder the working one.
func inEmptyFolder(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
}

func TestANewCaseIsSoundInBothLanguages(t *testing.T) {
	inEmptyFolder(t)
	for lang, getenv := range map[string]func(string) string{"fr": french, "en": english} {
		id := "my-case-" + lang
		if code, out, errs := invoke(getenv, "new", id); code != fine || !strings.Contains(out, id) {
			t.Fatalf("exit code %d, %s%s", code, out, errs)
		}
		written, err := os.ReadFile(id + "/scenario.yaml")
		if err != nil || !strings.Contains(string(written), "id: "+id+"\n") || !strings.Contains(string(written), "lang: "+lang) ||
			strings.Contains(string(written), " | ") || strings.Contains(string(written), "{{") {
			t.Errorf("%v\n%s", err, written)
		}
		for _, args := range [][]string{{"check", "--strict", id}, {"i18n", id}, {"play", id, "--moves", "?sam,call,new-date"}} {
			if code, out, errs := invoke(english, args...); code != fine {
				t.Errorf("%v: exit code %d\n%s%s", args, code, out, errs)
			}
		}
	}
}

func TestANewCaseNeverTouchesWhatIsThere(t *testing.T) {
	inEmptyFolder(t)
	if err := os.Mkdir("mine", 0o755); err != nil {
		t.Fatal(err)
	}
	code, _, errs := invoke(english, "new", "mine")
	left, err := os.ReadDir("mine")
	if code != failed || !strings.Contains(errs, "exists already") || err != nil || len(left) != 0 {
		t.Errorf("exit code %d, %q, %d files, %v", code, errs, len(left), err)
	}
	for _, args := range [][]string{{"new"}, {"new", "../up"}, {"new", "Été"}, {"new", "a", "b"}, {"new", "ok", "--lang", "de"}} {
		if code, _, errs := invoke(french, args...); code != badUsage || errs == "" {
			t.Errorf("%v: exit code %d, %q", args, code, errs)
		}
	}
}

func TestTheTeachingNoteTellsATrainerEverything(t *testing.T) {
	for lang, wants := range map[string][]string{
		"fr": {`<html lang="fr">`, "Le client qui criait", "Plan du tableau", "Nommer et poser une limite &#43;2", "Une relation réparée", "T12", "Colette Ballou"},
		"en": {`<html lang="en">`, "Board plan", "Discussion questions", "What the score rewards", "Name and set a limit &#43;2"},
	} {
		code, out, errs := invoke(english, "note", shouted, "--lang", lang)
		if code != fine {
			t.Fatalf("exit code %d, %s", code, errs)
		}
		for _, want := range wants {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %q", lang, want)
			}
		}
		if strings.Contains(out, "[@") || strings.Contains(out, ":::") || strings.Contains(out, "<script") {
			t.Errorf("%s: the source shows", lang)
		}
	}
}

func TestANoteInALanguageThatIsNotWritten(t *testing.T) {
	dir := copied(t, shouted)
	if err := os.Remove(dir + "/text.en.md"); err != nil {
		t.Fatal(err)
	}
	if code, out, errs := invoke(english, "note", dir, "--lang", "en"); code != failed || out != "" || !strings.Contains(errs, "text.en.md") {
		t.Errorf("exit code %d, %q, %q", code, out, errs)
	}
	if code, _, _ := invoke(english, "note", dir, "--lang", "es"); code != badUsage {
		t.Errorf("exit code %d", code)
	}
}

func TestTheSchemaIsJSONThatKnowsTheRegisters(t *testing.T) {
	for lang, getenv := range map[string]func(string) string{"La première": french, "The first": english} {
		code, out, errs := invoke(getenv, "schema")
		if code != fine || !json.Valid([]byte(out)) || !strings.Contains(out, `"retroaction"`) || !strings.Contains(out, lang) {
			t.Errorf("exit code %d, %s\n%.300s", code, errs, out)
		}
	}
	if code, _, _ := invoke(english, "schema", "--what"); code != badUsage {
		t.Errorf("exit code %d", code)
	}
}
