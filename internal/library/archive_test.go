package library

import (
	"bytes"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"
)

func folder() fstest.MapFS {
	return fstest.MapFS{
		"scenario.yaml":   {Data: []byte("id: x\n")},
		"text.fr.md":      {Data: []byte("# Titre\n")},
		"media/desk.png":  {Data: []byte{1, 2, 3}},
		".DS_Store":       {Data: []byte("junk")},
		"media/.hidden":   {Data: []byte("junk")},
		"notes/draft.txt": {Data: []byte("junk")},
	}
}

func TestPackGivesEqualBytesForEqualFiles(t *testing.T) {
	a, hashA, err := Pack(folder())
	if err != nil {
		t.Fatal(err)
	}
	later := folder()
	for _, f := range later {
		f.ModTime, f.Mode = time.Now(), 0o600
	}
	b, hashB, err := Pack(later)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) || hashA != hashB {
		t.Error("dates and modes changed the archive")
	}
	later["text.fr.md"].Data = []byte("# Autre titre\n")
	if _, hashC, _ := Pack(later); hashC == hashA {
		t.Error("another text has the same hash")
	}
}

func TestUnpackGivesBackTheCaseAndNothingElse(t *testing.T) {
	archive, _, err := Pack(folder())
	if err != nil {
		t.Fatal(err)
	}
	back, err := Unpack(archive)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"scenario.yaml", "text.fr.md", "media/desk.png"} {
		got, err := fs.ReadFile(back, name)
		if err != nil || !bytes.Equal(got, folder()[name].Data) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for _, name := range []string{".DS_Store", "media/.hidden", "notes/draft.txt"} {
		if _, err := fs.Stat(back, name); err == nil {
			t.Errorf("%s was packed", name)
		}
	}
}

func TestUnpackRefusesWhatPackDidNotMake(t *testing.T) {
	if _, err := Unpack([]byte("not an archive")); err == nil {
		t.Error("accepted")
	}
}
