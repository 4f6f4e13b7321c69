package scenario_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/scenario"
)

const lockFile = "i18n.lock"

// agreed is the workshop with every translation marked as agreeing.
func agreed(t *testing.T) fstest.MapFS {
	t.Helper()
	folder := workshop(t)
	lock := scenario.Lock{}
	for _, u := range translations(t, folder) {
		lock.Agree(u.Lang, u.Path, u.Hashes)
	}
	folder[lockFile] = &fstest.MapFile{Data: []byte(lock.String())}
	return folder
}

func translations(t *testing.T, folder fstest.MapFS) []scenario.Translation {
	t.Helper()
	all, issues := scenario.Translations(folder)
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	return all
}

// states lists what needs attention, as "path state".
func states(t *testing.T, folder fstest.MapFS) []string {
	t.Helper()
	var list []string
	for _, u := range translations(t, folder) {
		if u.State != scenario.Agreeing {
			list = append(list, u.Path+" "+string(u.State))
		}
	}
	return list
}

// reword adds a word below a heading.
func reword(folder fstest.MapFS, file, heading string) {
	text := strings.Replace(string(folder[file].Data), heading+"\n", heading+"\nEncore.\n", 1)
	folder[file] = &fstest.MapFile{Data: []byte(text)}
}

func TestAFreshTranslationNeedsNobody(t *testing.T) {
	if got := states(t, agreed(t)); got != nil {
		t.Errorf("got %q", got)
	}
}

func TestWithoutALockEveryUnitIsNew(t *testing.T) {
	all := translations(t, workshop(t))
	if len(all) < 20 || slices.ContainsFunc(all, func(u scenario.Translation) bool { return u.State != scenario.Unmarked }) {
		t.Errorf("got %d units: %+v", len(all), all)
	}
}

func TestATranslationGoesStaleWithItsSource(t *testing.T) {
	folder := agreed(t)
	heading := firstHeading(t, folder, french, "### ask")
	reword(folder, french, heading)
	got := states(t, folder)
	if len(got) != 1 || !strings.HasSuffix(got[0], "/ask stale") {
		t.Fatalf("got %q", got)
	}
	reword(folder, english, heading)
	if got = states(t, folder); len(got) != 1 || !strings.HasSuffix(got[0], "/ask changed") {
		t.Errorf("after the translation changed too: %q", got)
	}
}

func TestABetterTranslationStaysFresh(t *testing.T) {
	folder := agreed(t)
	reword(folder, english, firstHeading(t, folder, english, "### ask"))
	if got := states(t, folder); got != nil {
		t.Errorf("got %q", got)
	}
}

func TestUnitsOnOneSideOnly(t *testing.T) {
	folder := agreed(t)
	for file, id := range map[string]string{french: "only-french", english: "only-english"} {
		text := string(folder[file].Data) + "\n## ending: " + id + " | …\n…\n"
		folder[file] = &fstest.MapFile{Data: []byte(text)}
	}
	want := []string{"ending:only-french missing", "ending:only-english surplus"}
	if got := states(t, folder); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestALockReadsAsItIsWritten(t *testing.T) {
	folder := agreed(t)
	lock, issues := scenario.ReadLock(folder)
	if len(issues) > 0 || lock.String() != string(folder[lockFile].Data) {
		t.Errorf("got %s%s", issues.In("en"), lock)
	}
}

func TestALockThatSomebodySpoilt(t *testing.T) {
	folder := agreed(t)
	folder[lockFile] = &fstest.MapFile{Data: append(folder[lockFile].Data, "en title <<<<<<< HEAD\n"...)}
	_, issues := scenario.ReadLock(folder)
	expectIn(t, issues, "S290", lockFile, strings.Count(string(folder[lockFile].Data), "\n"))
}

func firstHeading(t *testing.T, folder fstest.MapFS, file, start string) string {
	t.Helper()
	for _, line := range strings.Split(string(folder[file].Data), "\n") {
		if strings.HasPrefix(line, start) {
			return line
		}
	}
	t.Fatalf("no %q in %s", start, file)
	return ""
}
