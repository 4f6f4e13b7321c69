package check_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/check"
	"casebook/internal/scenario"
)

// shouted is the client who shouts, in memory, with an i18n.lock.
func shouted(t *testing.T) fstest.MapFS {
	t.Helper()
	folder := fstest.MapFS{}
	dir := os.DirFS("../scenario/testdata/client-toxique")
	for _, name := range []string{"scenario.yaml", "text.fr.md", "text.en.md"} {
		data, err := os.ReadFile("../scenario/testdata/client-toxique/" + name)
		if err != nil {
			t.Fatal(err)
		}
		folder[name] = &fstest.MapFile{Data: data}
	}
	units, issues := scenario.Translations(dir)
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	lock := scenario.Lock{}
	for _, u := range units {
		lock.Agree(u.Lang, u.Path, u.Hashes)
	}
	folder["i18n.lock"] = &fstest.MapFile{Data: []byte(lock.String())}
	return folder
}

func replaced(t *testing.T, folder fstest.MapFS, name, old, put string) {
	t.Helper()
	text := string(folder[name].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("no %q in %s", old, name)
	}
	folder[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, put, 1))}
}

func flawsOf(r check.Report, code string) (found []check.Flaw) {
	for _, f := range r.Flaws {
		if f.Code == code {
			found = append(found, f)
		}
	}
	return found
}

func TestAStaleTranslationIsAnErrorWithItsLine(t *testing.T) {
	folder := shouted(t)
	if r := check.Check(folder, nil, check.Options{}); flawsOf(r, "L19") != nil || flawsOf(r, "L25") != nil {
		t.Fatalf("fresh: %+v", r.Flaws)
	}
	replaced(t, folder, "text.fr.md", "Marc accepte d’un pouce levé.", "Marc accepte d’un pouce levé, sans un mot.")
	found := flawsOf(check.Check(folder, nil, check.Options{}), "L19")
	line := slices.Index(strings.Split(string(folder["text.en.md"].Data), "\n"), "#### result") + 1
	if len(found) != 1 || found[0].Level != check.Error || found[0].File != "text.en.md" || found[0].Line != line ||
		!strings.Contains(found[0].Text.EN, "scene:signal/choice:appeler/result") || !strings.Contains(found[0].Text.FR, "a changé depuis") {
		t.Errorf("got %+v", found)
	}
	replaced(t, folder, "text.en.md", "thumbs", "thumb, thumbs")
	found = flawsOf(check.Check(folder, nil, check.Options{}), "L19")
	if len(found) != 1 || !strings.Contains(found[0].Text.EN, "Nobody has said") {
		t.Errorf("after the translation changed as well: %+v", found)
	}
}

func TestWithoutALockNobodyNoticesAStaleTranslation(t *testing.T) {
	folder := shouted(t)
	delete(folder, "i18n.lock")
	if found := flawsOf(check.Check(folder, nil, check.Options{}), "L25"); len(found) != 1 || found[0].Level != check.Info {
		t.Errorf("got %+v", found)
	}
	folder["i18n.lock"] = &fstest.MapFile{Data: []byte("what is this\n")}
	if r := check.Check(folder, nil, check.Options{}); len(r.Issues) != 1 || r.Issues[0].Code != "S290" || r.Errors() != 1 {
		t.Errorf("got %+v", r.Issues)
	}
}
