package scenario_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestTheStructureHashIsThatOfTheMeaning(t *testing.T) {
	clean := parse(t, workshop(t))
	if len(clean.StructureHash) != 64 || len(clean.TextHash) != 64 {
		t.Fatal("SHA-256 in hexadecimal")
	}
	for name, c := range map[string]struct {
		old, put string
		same     bool
	}{
		"a comment":            {"start: veille", "start: veille # here it begins", true},
		"quotes":               {"next: preparer", "next: \"preparer\"", true},
		"a plus sign":          {"set: {cadre: true, tom.moral: 1}", "set: {cadre: true, tom.moral: +1}", true},
		"the order of keys":    {"{cost: 1, when: relu, reveal: [devis, avis]}", "{reveal: [devis, avis], when: relu, cost: 1}", true},
		"block for flow":       {"must: {ecouter: ecoute}", "must:\n  ecouter: ecoute", true},
		"the order of choices": {"      afficher: {next: decider}\n      garder: {set: {discret: true}, next: decider}", "      garder: {set: {discret: true}, next: decider}\n      afficher: {next: decider}", true},
		"where a when is put":  {"{when: nadia.confiance >= 5 or cadre, aveu: 7, atelier: 3}", "{aveu: 7, atelier: 3, when: nadia.confiance >= 5 or cadre}", true},
		"the order of weights": {"{aveu: 4, atelier: 6}", "{atelier: 6, aveu: 4}", false},
		"the order of truths":  {"{budget: 6, calendrier: 4}", "{calendrier: 4, budget: 6}", false},
		"a weight":             {"{aveu: 4, atelier: 6}", "{aveu: 5, atelier: 5}", false},
		"a consequence":        {"elan: -1", "elan: -2", false},
		"a condition":          {"when: elan >= 1", "when: elan >= 2", false},
		"an assignment":        {`elan: "=0"`, "elan: 0", false},
		"the rev":              {"rev: 1", "rev: 2", false},
	} {
		folder := workshop(t)
		plant{file: yamlFile, old: c.old, put: c.put}.in(t, folder)
		if got := parse(t, folder).StructureHash == clean.StructureHash; got != c.same {
			t.Errorf("%s: same hash %v, want %v", name, got, c.same)
		}
	}
}

func TestTheTextHashIsThatOfTheWords(t *testing.T) {
	clean := parse(t, workshop(t))
	folder := workshop(t)
	folder[french] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(folder[french].Data), "\n", "\r\n"))}
	if parse(t, folder).TextHash != clean.TextHash {
		t.Error("line ends are no words")
	}
	plant{file: english, old: "The coffee", put: "Coffee"}.in(t, folder)
	changed := parse(t, folder)
	if changed.TextHash == clean.TextHash || changed.StructureHash != clean.StructureHash {
		t.Error("a wording changes the text hash alone")
	}
}
