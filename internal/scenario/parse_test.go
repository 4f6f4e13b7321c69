package scenario_test

import (
	"os"
	"testing"

	"casebook/internal/scenario"
)

func TestTheExampleParsesWithoutIssues(t *testing.T) {
	registers, issues := scenario.ParseRegisters(os.DirFS("../../scenarios"))
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	s, issues := scenario.Parse(os.DirFS("../../scenarios/client-toxique"), registers)
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	if len(s.Nodes) != 8 || len(s.Vars) != 11 || s.Clock < 0 || len(s.Langs()) != 2 {
		t.Errorf("%d nodes, %d gauges and flags, clock %d, languages %v", len(s.Nodes), len(s.Vars), s.Clock, s.Langs())
	}
}

func TestTheWorkshopUsesTheWholeFormat(t *testing.T) {
	registers, _ := scenario.ParseRegisters(os.DirFS("../../scenarios"))
	s, issues := scenario.Parse(os.DirFS("testdata/workshop"), registers)
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	_ = s
}
