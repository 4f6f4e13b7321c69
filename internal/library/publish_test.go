package library_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"casebook/internal/library"
	"casebook/internal/store"
)

func now() time.Time { return time.Date(2026, 3, 2, 22, 47, 0, 0, time.UTC) }

func shelf(t *testing.T) (*library.Service, *store.Store) {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	if _, err := st.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return library.New(st, nil, now), st
}

// shouted is the case of the client who shouts, with some words of a file replaced.
func shouted(t *testing.T, replace ...string) fstest.MapFS {
	t.Helper()
	folder := fstest.MapFS{}
	for _, name := range []string{"scenario.yaml", "text.fr.md", "text.en.md", "walkthroughs.yaml"} {
		data, err := os.ReadFile("../scenario/testdata/client-toxique/" + name)
		if err != nil {
			t.Fatal(err)
		}
		folder[name] = &fstest.MapFile{Data: data}
	}
	for ; len(replace) > 0; replace = replace[3:] {
		text := string(folder[replace[0]].Data)
		if !strings.Contains(text, replace[1]) {
			t.Fatalf("%s holds no %q", replace[0], replace[1])
		}
		folder[replace[0]] = &fstest.MapFile{Data: []byte(strings.Replace(text, replace[1], replace[2], 1))}
	}
	return folder
}

func TestACaseIsPublishedOncePerContent(t *testing.T) {
	lib, _ := shelf(t)
	for i, c := range []struct {
		folder  fs.FS
		version int
		added   bool
	}{
		{shouted(t), 1, true},
		{shouted(t), 1, false},
		{shouted(t, "text.fr.md", "Le client qui criait", "Le client qui hurlait"), 2, true},
		{shouted(t), 3, true},
		{shouted(t), 3, false},
	} {
		ref, added, err := lib.Publish(t.Context(), c.folder)
		if err != nil || added != c.added || ref != (library.Ref{ID: "client-toxique", Version: c.version}) {
			t.Errorf("%d: %v, added %v, %v; want version %d", i, ref, added, err, c.version)
		}
	}
}

func TestACaseWithErrorsIsRefusedAndNotKept(t *testing.T) {
	lib, st := shelf(t)
	for _, c := range []struct {
		name    string
		replace []string
		at      string // file and line
		code    string
		en, fr  string
	}{
		{"a map that cannot be read", []string{"scenario.yaml", "next: appel\n", "next: apel\n"}, "scenario.yaml:", "S050", "Did you mean `appel`?", "Vouliez-vous dire `appel`"},
		{"an error of the checker", []string{"scenario.yaml", "when: faits", "when: faits and marc.tension > 20"}, "scenario.yaml:64", "L16", "", ""},
		{"a walkthrough that cannot be read", []string{"walkthroughs.yaml", "sortir]", "sortirr]"}, "walkthroughs.yaml:22", "S271", "Did you mean `sortir`?", "Vouliez-vous dire `sortir`"},
		{"a walkthrough that fails", []string{"walkthroughs.yaml", "'lea.moral == 8'", "'lea.moral == 9'"}, "walkthroughs.yaml:10", "W07", "`lea.moral == 9` does not hold (lea.moral = 8)", "`lea.moral == 9` n’est pas vrai"},
		{"a change that spoils a story", []string{"scenario.yaml", "set: {lea.moral: -2}", "set: {lea.moral: -1}"}, "walkthroughs.yaml:", "W07", "Attendre se paie", "Attendre se paie"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, added, err := lib.Publish(t.Context(), shouted(t, c.replace...))
			issues, broken := library.Broken(err)
			if !broken || added {
				t.Fatalf("added %v, %v", added, err)
			}
			en, fr := issues.In("en"), issues.In("fr")
			if !strings.Contains(en, c.at) || !strings.Contains(en, "["+c.code+"]") || !strings.Contains(en, c.en) || !strings.Contains(fr, c.fr) {
				t.Errorf("said\n%s%s", en, fr)
			}
		})
	}
	if refs, err := st.Shelf(t.Context()); err != nil || len(refs) > 0 {
		t.Errorf("kept %v, %v", refs, err)
	}
}

func TestWarningsAndKnownFailuresKeepNothingFromBeingPublished(t *testing.T) {
	lib, _ := shelf(t)
	known := shouted(t, "walkthroughs.yaml", "'lea.moral == 8'", "'lea.moral == 9'",
		"walkthroughs.yaml", "    moves:", "    fails: her morale is being reconsidered\n    moves:")
	if _, added, err := lib.Publish(t.Context(), known); err != nil || !added {
		t.Errorf("a known failure: added %v, %v", added, err)
	}
	without := shouted(t)
	delete(without, "walkthroughs.yaml")
	if _, added, err := lib.Publish(t.Context(), without); err != nil || !added {
		t.Errorf("no walkthroughs: added %v, %v", added, err)
	}
}

// TestWhatIsPublishedIsNotCheckedAgain keeps a server starting when the checker has become stricter than it was when a
// case was published, and when there are many cases.
func TestWhatIsPublishedIsNotCheckedAgain(t *testing.T) {
	lib, st := shelf(t)
	spoilt := shouted(t, "walkthroughs.yaml", "'lea.moral == 8'", "'lea.moral == 9'")
	archive, content, err := library.Pack(spoilt)
	if err != nil {
		t.Fatal(err)
	}
	kept, _, err := st.AddVersion(t.Context(), library.Record{Ref: library.Ref{ID: "client-toxique"}, Archive: archive, Content: content, PublishedAt: now()})
	if err != nil {
		t.Fatal(err)
	}
	if ref, added, err := lib.Publish(t.Context(), spoilt); err != nil || added || ref != kept {
		t.Errorf("%v, added %v, %v", ref, added, err)
	}
}
