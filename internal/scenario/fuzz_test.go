package scenario_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/scenario"
)

var mp3 = fstest.MapFile{Data: []byte("ID3 and silence")}

func FuzzParse(f *testing.F) {
	clean := workshop(f)
	example, err := os.ReadFile("../../scenarios/client-toxique/" + yamlFile)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(clean[yamlFile].Data)
	f.Add(example)
	for _, p := range append(append(mapPlants, nodePlants...), filePlants...) {
		if p.file == yamlFile {
			f.Add([]byte(strings.Replace(string(clean[yamlFile].Data), p.old, p.put, 1)))
		}
	}
	f.Add([]byte("{nodes: {a: {kind: scene, next: a}}, start: a}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		folder := fstest.MapFS{yamlFile: {Data: data}, french: clean[french], english: clean[english], "media/salle.png": clean["media/salle.png"]}
		checkParse(t, folder)
	})
}

func FuzzText(f *testing.F) {
	clean := workshop(f)
	f.Add(clean[french].Data)
	for _, plants := range [][]plant{headingPlants, blockPlants, exhibitPlants} {
		for _, p := range plants {
			if p.file == french {
				f.Add([]byte(strings.Replace(string(clean[french].Data), p.old, p.put, 1)))
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checkParse(t, fstest.MapFS{yamlFile: clean[yamlFile], french: {Data: data}, "media/salle.png": clean["media/salle.png"]})
	})
}

// checkParse holds whatever a folder holds: a scenario or issues, well said, and nothing that a browser would run.
func checkParse(t *testing.T, folder fstest.MapFS) {
	t.Helper()
	s, issues := scenario.Parse(folder, nil)
	if (s == nil) != (len(issues) > 0) {
		t.Fatalf("a scenario: %v, and %d issues", s != nil, len(issues))
	}
	checkSentences(t, issues)
	for _, i := range issues {
		if lines := bytes.Count(folder[i.File].Data, []byte("\n")) + 1; i.Line > lines {
			t.Errorf("%s has %d lines: %s", i.File, lines, i.In("en"))
		}
	}
	if s == nil {
		return
	}
	for _, text := range s.Texts {
		said := strings.ToLower(fmt.Sprintf("%+v", text.Nodes))
		for _, danger := range []string{"<script", "<iframe", " onerror=\"", " style=\"", "href=\"javascript"} {
			if strings.Contains(said, danger) {
				t.Errorf("%s got through", danger)
			}
		}
	}
}
