package scenarios_test

import (
	"testing"

	"casebook/internal/check"
	"casebook/internal/scenario"
	"casebook/internal/solve"
	"casebook/scenarios"
)

// enoughNoticed is the share of changes, in percent, that the walkthroughs of a case that ships notice at least.
const enoughNoticed = 95

func TestEveryWalkthroughPassesAndTogetherTheyNoticeNearlyEveryChange(t *testing.T) {
	for _, c := range scenarios.Cases() {
		t.Run(c.ID, func(t *testing.T) {
			sc, places, issues := scenario.ParsePlaces(c.Folder, nil)
			if sc == nil {
				t.Fatal(issues.In("en"))
			}
			walks, issues := scenario.ParseWalkthroughs(c.Folder, sc)
			if len(issues) > 0 {
				t.Fatal(issues.In("en"))
			}
			sol, err := solve.Solve(sc, solve.DefaultLimit)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range check.Walk(sc, sol, walks) {
				for _, f := range r.Flaws {
					t.Error(f.In("en"))
				}
			}
			m := check.Mutate(sc, places, sol, walks)
			if m.Score() < enoughNoticed {
				noticed, changes := m.Noticed()
				t.Errorf("%d of %d changes noticed, which is %.1f %%", noticed, changes, m.Score())
				for _, s := range m.Survivors {
					t.Logf("%s:%d: %s", s.File, s.Line, s.Text.EN)
				}
			}
		})
	}
}
