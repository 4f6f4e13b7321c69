package scenarios_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"casebook/internal/check"
	"casebook/internal/scenario"
	"casebook/scenarios"
)

// registers are those that ship.
func registers(t *testing.T) *scenario.Registers {
	t.Helper()
	r, issues := scenario.ParseRegisters(scenarios.Registers())
	if r == nil {
		t.Fatal(issues.In("en"))
	}
	return r
}

// checked is every case that ships with what there is to say of it, worked out once.
var checked = sync.OnceValue(func() map[string]check.Report {
	r, _ := scenario.ParseRegisters(scenarios.Registers())
	reports := map[string]check.Report{}
	for _, c := range scenarios.Cases() {
		reports[c.ID] = check.Check(c.Folder, r, check.Options{})
	}
	return reports
})

// each runs a test for every case that ships.
func each(t *testing.T, test func(*testing.T, check.Report)) {
	t.Helper()
	reports := checked()
	for _, id := range []string{"bon-client", "client-toxique", "passation", "petite-agence", "vision-contestee"} {
		r, ships := reports[id]
		t.Run(id, func(t *testing.T) {
			if !ships || r.Scenario == nil {
				t.Fatalf("it does not ship, or cannot be read:\n%s", r.Issues.In("en"))
			}
			test(t, r)
		})
	}
}

func TestEveryCaseIsWithoutAnUnansweredFlaw(t *testing.T) {
	each(t, func(t *testing.T, r check.Report) {
		for _, f := range r.Flaws {
			if f.Level != check.Info {
				t.Errorf("%s: %s", f.Level, f.In("en"))
			}
		}
		if r.Solution == nil {
			t.Errorf("unsolved: %v", r.Unsolved)
		}
	})
}

func TestEveryCaseHasWhatACaseNeeds(t *testing.T) {
	each(t, func(t *testing.T, r check.Report) {
		sc := r.Scenario
		var scored, discussions, chances, endings, good int
		for i := range sc.Nodes {
			switch n := &sc.Nodes[i]; n.Kind {
			case scenario.Decision:
				if n.Scored {
					scored++
				} else {
					discussions++
				}
			case scenario.Chance:
				chances++
			case scenario.Ending:
				endings++
				if n.Tone == "good" {
					good++
				}
			}
		}
		var kinds []scenario.ExhibitKind
		for _, x := range sc.Exhibits {
			if !slices.Contains(kinds, x.Kind) {
				kinds = append(kinds, x.Kind)
			}
		}
		for _, need := range []struct {
			what             string
			got, least, most int
		}{
			{"nodes", len(sc.Nodes), 10, 16},
			{"scored decisions", scored, 4, 16},
			{"discussion decisions", discussions, 2, 16},
			{"chance nodes", chances, 1, 16},
			{"endings", endings, 3, 16},
			{"good endings", good, 2, 16},
			{"delayed consequences", len(sc.Laters), 1, 99},
			{"kinds of exhibit", len(kinds), 3, 8},
			{"languages", len(sc.Texts), 2, 2},
		} {
			if need.got < need.least || need.got > need.most {
				t.Errorf("%s: %d, not %d to %d", need.what, need.got, need.least, need.most)
			}
		}
		for lang, text := range sc.Texts {
			for _, part := range []string{"objectives", "opening", "questions", "board", "timing", "closing"} {
				if text.Note[part].Empty() {
					t.Errorf("%s: the teaching note has no %s", lang, part)
				}
			}
			if text.Theme == "" {
				t.Errorf("%s: no theme", lang)
			}
		}
	})
}

// TestNobodyScoresWithoutUnderstanding holds the scores of those who do not read against what a case may give them.
func TestNobodyScoresWithoutUnderstanding(t *testing.T) {
	bounds := map[string]struct{ least, most float64 }{
		check.Random: {25, 55}, check.First: {0, 60}, check.Longest: {0, 60}, check.NeverLooks: {0, 89.99}, check.LooksAtEverything: {0, 99.99},
	}
	each(t, func(t *testing.T, r check.Report) {
		met := 0
		for _, b := range r.Bots {
			bound, ok := bounds[b.Name]
			if !ok {
				continue
			}
			met++
			if b.Score == nil || *b.Score < bound.least || *b.Score > bound.most {
				t.Errorf("%s %s scores %v, not %v to %v", b.Name, b.Lang, score(b.Score), bound.least, bound.most)
			}
		}
		if met != len(bounds)+1 {
			t.Errorf("%d bots", met)
		}
	})
}

func score(s *float64) string {
	if s == nil {
		return "nothing"
	}
	return fmt.Sprintf("%.1f", *s)
}

func TestEveryTeachingPointIsCited(t *testing.T) {
	var cases []*scenario.Scenario
	for _, r := range checked() {
		cases = append(cases, r.Scenario)
	}
	points := registers(t)
	if len(points.Points) != 97 {
		t.Errorf("%d points", len(points.Points))
	}
	for _, f := range check.Coverage(points, cases...) {
		t.Error(f.In("en"))
	}
}

func TestEveryCompetencyIsMetOften(t *testing.T) {
	met := map[string]int{}
	for _, r := range checked() {
		for i := range r.Scenario.Nodes {
			for c := range shown(&r.Scenario.Nodes[i]) {
				met[r.Scenario.Competencies[c]]++
			}
		}
	}
	competencies := registers(t).Competencies
	if len(competencies) != 17 {
		t.Errorf("%d competencies", len(competencies))
	}
	for _, c := range competencies {
		if met[c.ID] < 3 {
			t.Errorf("%s is met by %d scored decisions", c.ID, met[c.ID])
		}
		for _, anchor := range c.Anchors {
			if strings.TrimSpace(anchor.FR) == "" || strings.TrimSpace(anchor.EN) == "" {
				t.Errorf("%s lacks an anchor", c.ID)
			}
		}
	}
}

// shown lists the competencies that a scored decision gives evidence on.
func shown(n *scenario.Node) map[int]bool {
	found := map[int]bool{}
	if n.Kind != scenario.Decision || !n.Scored {
		return found
	}
	for _, l := range n.Looks {
		for _, e := range l.Evidence {
			found[e.Competency] = true
		}
	}
	for _, c := range n.Choices {
		for _, e := range c.Evidence {
			found[e.Competency] = true
		}
	}
	return found
}
