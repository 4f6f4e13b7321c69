package scenario_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/scenario"
	"casebook/scenarios"
)

func parse(t testing.TB, folder fstest.MapFS) *scenario.Scenario {
	t.Helper()
	s, issues := scenario.Parse(folder, registers(t))
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	return s
}

func TestShippedCasesParseWithoutIssues(t *testing.T) {
	registers, issues := scenario.ParseRegisters(scenarios.Registers())
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	if len(registers.Competencies) != 17 || len(registers.Families) != 4 || len(registers.Points) != 97 {
		t.Errorf("%d competencies, %d families, %d points", len(registers.Competencies), len(registers.Families), len(registers.Points))
	}
	for _, c := range scenarios.Cases() {
		if _, issues := scenario.Parse(c.Folder, registers); len(issues) > 0 {
			t.Error(issues.In("en"))
		}
	}
	s, issues := scenario.Parse(os.DirFS("testdata/client-toxique"), registers)
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	if len(s.Nodes) != 8 || len(s.Vars) != 11 || s.Vars[s.Clock].ID != "temps" || len(s.Langs()) != 2 {
		t.Errorf("%d nodes, %d gauges and flags, clock %d, languages %v", len(s.Nodes), len(s.Vars), s.Clock, s.Langs())
	}
}

func TestTheMapIsReadAsWritten(t *testing.T) {
	s := parse(t, workshop(t))
	at := func(id string) *scenario.Node {
		i, ok := s.NodeIndex(id)
		if !ok {
			t.Fatalf("no node %s", id)
		}
		return &s.Nodes[i]
	}
	if s.ID != "workshop" || s.Rev != 1 || s.Minutes != 15 || s.Level != 2 || s.Cap != 49 || s.Nodes[s.Start].ID != "veille" {
		t.Errorf("identity: %+v", s)
	}
	if v := s.Vars[0]; v.ID != "nadia.confiance" || v.Start != 4 || v.Max != 10 || !v.Shown || v.Character != 0 || !slices.Equal(s.Cast[0].Vars, []int{0, 1}) {
		t.Errorf("a gauge of the cast: %+v", v)
	}
	if v := s.Vars[s.Clock]; v.ID != "heures" || v.Unit != "h" || v.Max != 3 || v.Character != -1 {
		t.Errorf("the clock: %+v", v)
	}
	if n := at("atelier"); n.Timer != 60 || n.Choices[n.OnTimeout].ID != "avancer" || !n.Shuffle || !n.Scored {
		t.Errorf("a timed decision: %+v", n)
	}
	if n := at("debat"); n.Scored || n.Shuffle {
		t.Error("a discussion is neither scored nor shuffled here")
	}
	look := at("preparer").Looks[0]
	if look.ID != "appeler" || look.Cost != 2 || look.Points != 2 || s.Exhibits[look.Reveal[0]].ID != "entretien" || !look.Set[0].Assign {
		t.Errorf("a look: %+v", look)
	}
	mockups := at("preparer").Choices[2]
	later := s.Laters[mockups.Later]
	if later.After != 2 || later.When == nil || later.Choice != 2 || s.Nodes[later.Node].ID != "preparer" || mockups.Points != -4 {
		t.Errorf("a delayed consequence: %+v of %+v", later, mockups)
	}
	if e := at("atelier").Choices[2].Set[1]; !e.Assign || e.Amount != 0 {
		t.Errorf(`"=0" assigns: %+v`, e)
	}
	rows := at("reponse").Rows
	if len(rows) != 3 || rows[0].Sum != 10 || !rows[0].When.OnTruth() || rows[2].When != nil || s.Nodes[rows[0].Targets[0].To].ID != "aveu" {
		t.Errorf("chance: %+v", rows)
	}
	accord, _ := s.NodeIndex("accord")
	if s.Value.Evidence != 2 || s.Value.Endings[accord] != 12 || s.Value.State[0] != 1 || s.Nodes[accord].Tone != "good" {
		t.Errorf("value: %+v", s.Value)
	}
	if s.Must[0].ID != "ecouter" || s.Vars[s.Must[0].Flag].ID != "ecoute" || at("decider").Choices[2].Incident != "promesse-intenable" {
		t.Errorf("must %+v, must not %v", s.Must, s.MustNot)
	}
	var slots []string
	for _, n := range s.Nodes {
		if n.LoopSlot >= 0 {
			slots = append(slots, n.ID)
		}
	}
	if !slices.Equal(slots, []string{"atelier", "reponse"}) {
		t.Errorf("met more than once: %v", slots)
	}
}

func TestTenFaultsAreTenIssues(t *testing.T) {
	folder := workshop(t)
	for _, p := range []plant{
		{file: yamlFile, old: "minutes: 15", put: "minutes: soon"},
		{file: yamlFile, old: "from: start", put: "form: start"},
		{file: yamlFile, old: "set: {elan: -1", put: "set: {elna: -1"},
		{file: yamlFile, old: "on-timeout: avancer", put: "on-timeout: avancé"},
		{file: yamlFile, old: "tone: mixed", put: "tone: mixt"},
		{file: french, old: "[@B16]", put: "[@B61]"},
		{file: french, old: "::: if cadre", put: "::: if cadré"},
		{file: french, old: "Elle pose son stylo.", put: "Elle <i>pose</i>."},
		{file: english, old: "### ask\nWhat do you propose?", put: "### aks\nWhat do you propose?"},
		{file: english, old: "(salle.png)", put: "(salle.gif)"},
	} {
		p.in(t, folder)
	}
	_, issues := scenario.Parse(folder, registers(t))
	var got []string
	for _, i := range issues {
		got = append(got, i.Code)
	}
	slices.Sort(got)
	// One of them shows twice: a block that is misspelt is also missing; and the citation differs from the source's.
	want := []string{"S021", "S026", "S052", "S056", "S062", "S102", "S204", "S210", "S239", "S241", "S242", "S242", "S264"}
	if !slices.Equal(got, want) {
		t.Errorf("%v\n%s", got, issues.In("fr"))
	}
	if !slices.IsSortedFunc(issues, func(a, b scenario.Issue) int { return strings.Compare(a.File, b.File) }) {
		t.Error("issues come by file")
	}
	if said := issues.In("fr"); !strings.Contains(said, "scenario.yaml:") || !strings.Contains(said, "Vouliez-vous dire `elan`") {
		t.Error(said)
	}
}

func TestACaseNeedsOneLanguageOnly(t *testing.T) {
	folder := workshop(t)
	delete(folder, english)
	s := parse(t, folder)
	if !slices.Equal(s.Langs(), []string{"fr"}) || s.Text("en").Lang != "fr" {
		t.Error("the source language stands in")
	}
}
