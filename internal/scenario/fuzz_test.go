package scenario_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/scenario"
)

var mp3 = fstest.MapFile{Data: []byte("ID3 and silence")}

// small is a case of a few lines, so that a fuzzer gets far in a minute.
const (
	smallMap = `format: scenario/1
id: small
rev: 1
lang: fr
minutes: 5
level: 1
competencies: [verite]
cast: {lea: {role: r, vars: {moral: 4}}}
state: {temps: {start: 2, max: 3}}
clock: temps
flags: [f]
truths: {t: {a: 1, b: 2}}
exhibits: {x: {kind: chat, from: start}}
value: {evidence: 1, endings: {e: 2}, state: {temps: 1}}
must: {m: f}
must-not: [i]
cap: 49
start: d
nodes:
  d:
    kind: decision
    timer: 9
    on-timeout: c
    look: {l: {cost: 1, reveal: x, set: {f: true}}}
    choices:
      c: {evidence: {verite: 1}, set: {temps: "=1"}, later: {after: 1, set: {f: true}}, next: [{when: t == a, to: h}, {to: e}]}
      k: {when: f or temps > 1, incident: i, next: h}
  h: {kind: chance, branches: [{when: f, e: 1}, {e: 3, s: 1}]}
  s: {kind: scene, next: e}
  e: {kind: ending, tone: good}
`
	smallText = `# T
Pitch
## cast: lea | Léa
## exhibit: x | X
**Léa** 10:00 — Oui
::: if f
**Léa** — [non](https://a.b)
:::
## scene: d | D
Corps
### ask
Quoi ?
### look: l | L
### choice: c | C
Un
#### tempting
a
#### result
b
#### expert
d [@T1]
#### later
e
### choice: k | K
Deux
#### tempting
a
#### result
b
#### expert
d [@T1]
## scene: h | H
### branch: e
e
### branch: s
s
## scene: s | S
s
## ending: e | E
Fin
`
)

func small(text, structure string) fstest.MapFS {
	return fstest.MapFS{yamlFile: {Data: []byte(structure)}, french: {Data: []byte(text)}}
}

func TestTheSmallCaseParses(t *testing.T) {
	if _, issues := scenario.Parse(small(smallText, smallMap), nil); len(issues) > 0 {
		t.Error(issues.In("en"))
	}
}

func FuzzParse(f *testing.F) {
	f.Add(smallMap)
	for _, p := range append(append(mapPlants, nodePlants...), filePlants...) {
		f.Add(strings.Replace(smallMap, "minutes: 5", p.put, 1))
	}
	f.Add("{nodes: {a: {kind: scene, next: a}}, start: a}")
	f.Fuzz(func(t *testing.T, structure string) { checkParse(t, small(smallText, structure)) })
}

func FuzzText(f *testing.F) {
	f.Add(smallText)
	for _, plants := range [][]plant{headingPlants, blockPlants, exhibitPlants} {
		for _, p := range plants {
			f.Add(strings.Replace(smallText, "Corps", p.put, 1))
		}
	}
	f.Fuzz(func(t *testing.T, text string) { checkParse(t, small(text, smallMap)) })
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
