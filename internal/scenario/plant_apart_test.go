package scenario_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/scenario"
)

// plantedApart are the rules that a replacement in one file cannot break; the tests below break them.
var plantedApart = []string{
	"S001", "S002", "S003", "S005", "S011", "S013", "S029", "S034", "S084", "S100", "S200", "S215", "S260", "S261", "S262", "S263",
	"S280", "S281", "S282", "S283", "S290",
}

func expect(t *testing.T, folder fstest.MapFS, code, file string, line int) {
	t.Helper()
	_, issues := scenario.Parse(folder, nil)
	expectIn(t, issues, code, file, line)
}

func expectIn(t *testing.T, issues scenario.Issues, code, file string, line int) {
	t.Helper()
	checkSentences(t, issues)
	if !slices.ContainsFunc(issues, func(i scenario.Issue) bool { return i.Code == code && i.File == file && i.Line == line }) {
		t.Errorf("no %s at %s:%d, but\n%s", code, file, line, issues.In("en"))
	}
}

func spoilt(t *testing.T, file, old, put string) fstest.MapFS {
	t.Helper()
	folder := workshop(t)
	plant{file: file, old: old, put: put}.in(t, folder)
	return folder
}

func TestFilesThatCannotBeRead(t *testing.T) {
	for _, file := range []string{yamlFile, french} {
		folder := workshop(t)
		delete(folder, file)
		expect(t, folder, "S001", file, 1)

		folder = workshop(t)
		folder[file] = &fstest.MapFile{Data: bytes.Repeat([]byte("# a\n"), 1<<18+1)}
		expect(t, folder, "S002", file, 1)

		folder = workshop(t)
		folder[file] = &fstest.MapFile{Mode: 0o755 | 1<<31} // a folder
		expect(t, folder, "S003", file, 1)
	}
	folder := workshop(t)
	folder[yamlFile] = &fstest.MapFile{Data: []byte("# nothing\n")}
	expect(t, folder, "S011", yamlFile, 1)

	folder = workshop(t)
	folder["text.de.md"] = &fstest.MapFile{Data: []byte("# Titel\n")}
	expect(t, folder, "S200", "text.de.md", 1)
}

func TestLimitsOfTheMap(t *testing.T) {
	expect(t, spoilt(t, yamlFile, "show: [equipe]", "show: ["+strings.Repeat("a,", 50000)+"]"), "S013", yamlFile,
		lineOf(string(workshop(t)[yamlFile].Data), "show: [equipe]"))

	var flags, choices, nodes, loop strings.Builder
	for i := range 2001 {
		if i < 201 {
			fmt.Fprintf(&flags, "f%d, ", i)
		}
		if i < 21 {
			fmt.Fprintf(&choices, "      c%d: {next: decider}\n", i)
		}
		if i < 129 {
			fmt.Fprintf(&loop, "  l%d: {kind: decision, choices: {on: {next: l%d}, out: {next: accord}}}\n", i, (i+1)%129)
		}
		fmt.Fprintf(&nodes, "  n%d: {kind: ending}\n", i)
	}
	for _, c := range []struct{ code, old, put, at string }{
		{"S029", "flags: [", "flags: [" + flags.String(), "flags: ["},
		{"S029", "      afficher: {next: decider}\n", choices.String(), "      c0:"},
		{"S029", "  accord: {kind", nodes.String() + "  accord: {kind", "  n1993:"},
		{"S084", "  accord: {kind", loop.String() + "  accord: {kind", "# A small"},
		{"S100", "when: ecoute or relu", "when: ecoute or " + strings.Repeat("not ", 50) + "relu", "when: ecoute or not"},
	} {
		folder := spoilt(t, yamlFile, c.old, c.put)
		expect(t, folder, c.code, yamlFile, lineOf(string(folder[yamlFile].Data), c.at))
	}
}

func TestThereAreOnlySoManyIssues(t *testing.T) {
	folder := workshop(t)
	folder[french] = &fstest.MapFile{Data: []byte("# T\n" + strings.Repeat("## nothing\n", 5000))}
	_, issues := scenario.Parse(folder, nil)
	if len(issues) != 1001 {
		t.Errorf("%d issues", len(issues))
	}
	expectIn(t, issues, "S005", french, 1002)
}

func TestALookThatHandsNothingOutSaysSomething(t *testing.T) {
	folder := spoilt(t, yamlFile, "reveal: entretien, set", "set")
	plant{file: french, old: "Elle décroche, surprise et plutôt contente.\n", put: ""}.in(t, folder)
	expect(t, folder, "S215", french, lineOf(string(folder[french].Data), "### look: appeler"))
}

// hugePicture claims in its header to be 8000 by 6000 pixels.
func hugePicture(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	header := out.Bytes()[12:29] // "IHDR" and its 13 bytes, before their checksum
	binary.BigEndian.PutUint32(header[4:], 8000)
	binary.BigEndian.PutUint32(header[8:], 6000)
	binary.BigEndian.PutUint32(out.Bytes()[29:], crc32.ChecksumIEEE(header))
	return out.Bytes()
}

func TestMedia(t *testing.T) {
	large := hugePicture(t)
	for _, c := range []struct {
		code, name string
		data       []byte
	}{
		{"S260", "Plan.png", []byte("x")},
		{"S260", "plan.svg", []byte("<svg/>")},
		{"S262", "plan.png", []byte("not a picture")},
		{"S262", "plan.jpg", large},
		{"S262", "voix.mp3", []byte("not a sound")},
		{"S263", "plan.png", large},
		{"S002", "plan.png", make([]byte, 10<<20+1)},
	} {
		folder := workshop(t)
		folder["media/"+c.name] = &fstest.MapFile{Data: c.data}
		expect(t, folder, c.code, "media/"+c.name, 1)
	}
	folder := workshop(t)
	sound := append([]byte("ID3"), make([]byte, 10<<20-3)...)
	for i := range 11 {
		folder[fmt.Sprintf("media/v%02d.mp3", i)] = &fstest.MapFile{Data: sound}
	}
	expect(t, folder, "S261", "media/v09.mp3", 1)
}

func TestRegistersNameTheirFaults(t *testing.T) {
	const competencies, sources = "competencies.yaml", "sources.yaml"
	good := map[string]string{
		competencies: "families:\n  f: {fr: F, en: F}\ncompetencies:\n  c:\n    family: f\n    label: {fr: C, en: C}\n    anchors: {-2: {fr: a, en: a}, 0: {fr: a, en: a}, 2: {fr: a, en: a}}\n",
		sources:      "sources:\n  s: {author: A, title: {fr: T, en: T}}\npoints:\n  P1: {source: s, competency: c, point: {fr: P, en: P}, quote: {fr: Q}}\n",
	}
	for _, c := range []struct {
		code, file, old, put string
		line                 int
	}{
		{"S034", competencies, "family: f", "family: g", 5},
		{"S022", competencies, "0: {fr: a, en: a}, ", "", 7},
		{"S022", sources, "title: {fr: T, en: T}", "title: {fr: T}", 2},
		{"S032", sources, "source: s,", "source: t,", 4},
		{"S033", sources, "competency: c,", "competency: d,", 4},
		{"S236", sources, "P1:", "P 1:", 4},
	} {
		folder := fstest.MapFS{}
		for name, text := range good {
			folder[name] = &fstest.MapFile{Data: []byte(text)}
		}
		if _, issues := scenario.ParseRegisters(folder); len(issues) > 0 {
			t.Fatal(issues.In("en"))
		}
		plant{file: c.file, old: c.old, put: c.put}.in(t, folder)
		_, issues := scenario.ParseRegisters(folder)
		expectIn(t, issues, c.code, c.file, c.line)
	}
}
