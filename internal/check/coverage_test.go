package check_test

import (
	"os"
	"slices"
	"testing"

	"casebook/internal/check"
	"casebook/internal/scenario"
)

func TestCoverageFindsThePointsThatNoCaseCites(t *testing.T) {
	registers, issues := scenario.ParseRegisters(os.DirFS("../scenario/testdata/registers"))
	if registers == nil {
		t.Fatal(issues.In("en"))
	}
	sc := example(t).Scenario
	before := check.Coverage(registers)
	if len(before) != len(registers.Points) {
		t.Fatalf("without a case %d points are uncovered, want all %d", len(before), len(registers.Points))
	}
	cited := check.Cited(sc)
	if !cited["T12"] || !cited["T21"] || cited["T1"] {
		t.Errorf("cited %v: T12 is in an expert comment, T21 in the note, T1 nowhere", cited)
	}
	left := check.Coverage(registers, sc)
	known := slices.DeleteFunc(slices.Clone(registers.Points), func(p scenario.Point) bool { return cited[p.ID] })
	if len(left) != len(known) {
		t.Errorf("%d points are left, want %d", len(left), len(known))
	}
	for i, f := range left {
		if f.Code != "L23" || f.Level != check.Error || f.File != "sources.yaml" || f.Line != known[i].Line {
			t.Errorf("%s, want %s in line %d", f.In("en"), known[i].ID, known[i].Line)
		}
	}
}
