package library

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"casebook/internal/fault"
)

// zipped makes a zip of names and contents, one after the other; a name that ends in a slash is a folder.
func zipped(t testing.TB, change func(*zip.FileHeader), nameAndText ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(nameAndText); i += 2 {
		h := &zip.FileHeader{Name: nameAndText[i], Method: zip.Deflate}
		if change != nil {
			change(h)
		}
		f, err := w.CreateHeader(h)
		if err == nil && !strings.HasSuffix(h.Name, "/") {
			_, err = io.WriteString(f, nameAndText[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestAZipIsReadAsPeopleMakeThem(t *testing.T) {
	want, content, err := Pack(folder())
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{"scenario.yaml", "id: x\n", "text.fr.md", "# Titre\n", "media/desk.png", "\x01\x02\x03"}
	inside := func(folder string) []string {
		named := slices.Clone(texts)
		for i := 0; i < len(named); i += 2 {
			named[i] = folder + named[i]
		}
		return named
	}
	for _, c := range []struct {
		name    string
		data    []byte
		leftOut []string
	}{
		{"flat", zipped(t, nil, texts...), nil},
		{"in a folder", zipped(t, nil, append([]string{"client/", ""}, inside("client/")...)...), nil},
		{"by a Mac", zipped(t, nil, append(inside("client/"),
			"client/.DS_Store", "junk", "__MACOSX/client/._text.fr.md", "junk")...), nil},
		{"by Windows", zipped(t, nil, append(inside("client/client/"),
			"client/client/media/Thumbs.db", "junk", "client/desktop.ini", "junk")...), nil},
		{"with ./ before each name", zipped(t, nil, inside("./")...), nil},
		{"from a version control", zipped(t, nil, append(inside("client/"), "client/.git/HEAD", "ref: main")...), nil},
		{
			"beside other papers", zipped(t, nil, append(inside("mes cas/client/"), "mes cas/lisez-moi.txt", "…", "mes cas/client/notes/plan.txt", "…")...),
			[]string{"mes cas/lisez-moi.txt", "mes cas/client/notes/plan.txt"},
		},
		{"as it was packed", want, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			u, err := Unzip(c.data)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(u.Archive, want) || u.Content != content {
				t.Error("another archive than that of the folder")
			}
			if !slices.Equal(u.LeftOut, c.leftOut) {
				t.Errorf("left out %q, want %q", u.LeftOut, c.leftOut)
			}
		})
	}
}

func TestAHostileZipIsRefusedByName(t *testing.T) {
	zeros := strings.Repeat("\x00", 1<<20)
	link := func(h *zip.FileHeader) {
		if h.Name == "media/link.png" {
			h.SetMode(fs.ModeSymlink | 0o777)
		}
	}
	locked := func(h *zip.FileHeader) { h.Flags |= 1 }
	many := []string{"scenario.yaml", ""}
	for i := range maxEntries {
		many = append(many, fmt.Sprintf("media/%d.png", i), "")
	}
	for _, c := range []struct {
		name string
		data []byte
		code string
		says string
	}{
		{"no zip", []byte("id: x"), "not_a_zip", ".zip"},
		{"nothing", nil, "not_a_zip", ".zip"},
		{"half a zip", zipped(t, nil, "scenario.yaml", "id: x")[:60], "not_a_zip", ".zip"},
		{"too large", make([]byte, MaxZip+1), "zip_too_large", "20 MiB"},
		{"a way up", zipped(t, nil, "scenario.yaml", "", "../text.fr.md", ""), "zip_leads_out", "“../text.fr.md”"},
		{"a way up and back", zipped(t, nil, "scenario.yaml", "", "a/../text.fr.md", ""), "zip_leads_out", "“a/../text.fr.md”"},
		{"an absolute path", zipped(t, nil, "scenario.yaml", "", "/etc/passwd", ""), "zip_leads_out", "“/etc/passwd”"},
		{"a drive", zipped(t, nil, "scenario.yaml", "", "C:/text.fr.md", ""), "zip_leads_out", "“C:/text.fr.md”"},
		{"no name", zipped(t, nil, "scenario.yaml", "", "", ""), "zip_leads_out", "“”"},
		{"junk that leads out", zipped(t, nil, "scenario.yaml", "", "__MACOSX/../../x", ""), "zip_leads_out", "“__MACOSX/../../x”"},
		{"backslashes", zipped(t, nil, `client\scenario.yaml`, ""), "zip_backslash", `“client\scenario.yaml”`},
		{"a NUL", zipped(t, nil, "scenario.yaml\x00.md", ""), "zip_unprintable_name", "“scenario.yaml\uFFFD.md”"},
		{"a link", zipped(t, link, "scenario.yaml", "", "media/link.png", "/etc/passwd"), "zip_not_a_file", "“media/link.png”"},
		{"a password", zipped(t, locked, "scenario.yaml", ""), "zip_encrypted", "“scenario.yaml”"},
		{"an unknown compression", unknownly(t), "zip_unknown_method", "“scenario.yaml”"},
		{"a zip within", zipped(t, nil, "scenario.yaml", "", "media/more.ZIP", ""), "zip_nested", "“media/more.ZIP”"},
		{"a zip in disguise", zipped(t, nil, "scenario.yaml", "", "media/more.png", "PK\x03\x04…"), "zip_nested", "“media/more.png”"},
		{"a name twice", zipped(t, nil, "scenario.yaml", "", "scenario.yaml", ""), "zip_name_twice", "“scenario.yaml”"},
		{"names alike", zipped(t, nil, "scenario.yaml", "", "media/a.png", "", "media/A.png", ""), "zip_names_alike", "“media/A.png”"},
		{"many entries", zipped(t, nil, many...), "zip_too_many_entries", "500"},
		{"a bomb", zipped(t, nil, "scenario.yaml", zeros), "zip_too_dense", "“scenario.yaml”"},
		{"more than its size", resized(t, 3), "zip_damaged", "“scenario.yaml”"},
		{"less than its size", resized(t, 3000), "zip_damaged", "“scenario.yaml”"},
		{"other bytes than packed", spoilt(t), "zip_damaged", "“scenario.yaml”"},
		{"entries that overlap", overlapping(t), "zip_damaged", "“b.md”"},
		{"no case", zipped(t, nil, "readme.txt", ""), "zip_without_case", "scenario.yaml"},
		{"two cases", zipped(t, nil, "a/scenario.yaml", "", "b/scenario.yaml", ""), "zip_of_several_cases", "“a/” and “b/”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			u, err := Unzip(c.data)
			f, ok := fault.From(err)
			if !ok || f.Code != c.code || !strings.Contains(f.Text.EN, c.says) || u.Archive != nil {
				t.Errorf("got %v, want %s saying %s", err, c.code, c.says)
			}
		})
	}
}

func TestAZipThatUnpacksToTooMuchIsRefusedOnTheWay(t *testing.T) {
	// Each entry stays below the ratio, all together do not fit.
	part := make([]byte, 9<<20)
	for i := range len(part) / 60 {
		binary.LittleEndian.PutUint16(part[60*i:], uint16(i*i))
	}
	var named []string
	for i := range 13 {
		named = append(named, fmt.Sprintf("media/%d.png", i), string(part))
	}
	data := zipped(t, nil, append(named, "scenario.yaml", "")...)
	if len(data) > MaxZip {
		t.Fatalf("the zip has %d bytes", len(data))
	}
	_, err := Unzip(data)
	if f, ok := fault.From(err); !ok || f.Code != "zip_too_large_unpacked" {
		t.Errorf("got %v", err)
	}
}

// unknownly is a zip whose entry claims a compression that nobody knows.
func unknownly(t *testing.T) []byte {
	return patched(t, 10, []byte{99, 0}) // the method, in the directory
}

// resized is a zip whose directory tells a wrong size of its entry.
func resized(t *testing.T, size uint32) []byte {
	return patched(t, 24, binary.LittleEndian.AppendUint32(nil, size))
}

// spoilt is a zip whose entry does not have the checksum that it says.
func spoilt(t *testing.T) []byte { return patched(t, 16, []byte{1, 2, 3, 4}) }

// patched overwrites bytes of the only record in a zip's directory.
func patched(t *testing.T, at int, with []byte) []byte {
	data := zipped(t, nil, "scenario.yaml", "id: a-case\nlevel: 1\n")
	record := bytes.Index(data, []byte("PK\x01\x02"))
	copy(data[record+at:], with)
	return data
}

// overlapping is a zip of two entries that both take nearly all of it.
func overlapping(t *testing.T) []byte {
	data := zipped(t, func(h *zip.FileHeader) { h.Method = zip.Store }, "scenario.yaml", strings.Repeat("x", 400), "b.md", "y")
	record := bytes.LastIndex(data, []byte("PK\x01\x02"))
	copy(data[record+20:], binary.LittleEndian.AppendUint32(nil, uint32(len(data)-100)))
	return data
}

func FuzzUnzip(f *testing.F) {
	f.Add(zipped(f, nil, "client/scenario.yaml", "id: x\n", "client/media/a.png", "\x89PNG", "client/notes.txt", "…"))
	f.Add(zipped(f, nil, "scenario.yaml", "", "../x", ""))
	f.Add(zipped(f, nil, "scenario.yaml", strings.Repeat("\x00", 4096)))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, data []byte) {
		u, err := Unzip(data)
		if err != nil {
			if _, ok := fault.From(err); !ok {
				t.Fatalf("refused without a sentence: %v", err)
			}
			return
		}
		back, err := Unpack(u.Archive)
		if err != nil {
			t.Fatalf("what was packed cannot be unpacked: %v", err)
		}
		if _, err := fs.Stat(back, "scenario.yaml"); err != nil {
			t.Fatalf("accepted without a case: %v", err)
		}
		if again, err := Unzip(u.Archive); err != nil || again.Content != u.Content {
			t.Fatalf("sent again it is another: %v", err)
		}
		if _, content, err := Pack(back); err != nil || content != u.Content {
			t.Fatalf("the folder packs to another: %v", err)
		}
	})
}
