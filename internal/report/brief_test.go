package report

import (
	"strings"
	"testing"

	"casebook/internal/fault"
	"casebook/internal/stats"
)

func given(title string, finished int, score Figure) Assigned {
	chance := 45.
	return Assigned{
		CaseName: CaseName{Title: fault.Text{FR: title, EN: title}}, Counts: States{Finished: finished}, Baseline: &chance,
		Score: score.judged(chance),
	}
}

func between(n int, low, value, high float64) Figure {
	return Figure{N: n, Value: value, Interval: &stats.Interval{Low: low, High: high}}
}

func showed(label string, f Figure) Competence {
	return Competence{Named{label, fault.Text{FR: label, EN: label}}, f}
}

func TestTheBriefAnswersWhatSomebodyInAHurryAsks(t *testing.T) {
	many := make([]Assigned, 5)
	for i := range many {
		many[i] = given("case", 30, between(30, 60, 70, 80))
	}
	for name, c := range map[string]struct {
		p    Progress
		want string
	}{
		"nothing was given": {Progress{View: Figures, Enrolled: 3}, "How far is the cohort? There is nothing to do yet."},
		"fewer than five have finished, as a manager reads it": {
			Progress{View: Figures, Enrolled: 3, Assignments: []Assigned{given("A", 0, missing(NoGroup))}},
			"How far is the cohort? A manager reads complete groups of 5 people: the first one is not complete yet.",
		},
		"nobody has finished": {
			Progress{View: People, Enrolled: 3, Assignments: []Assigned{given("A", 0, missing(TooFew))}, People: []Row{{}, {Help: []Reason{{}}}, {}}},
			"How far is the cohort? No case is finished, of 3 to do.\nWho needs help? People who show a sign: 1 of 3.",
		},
		"cases on each side of chance, and one of too few for a verdict": {
			Progress{View: Figures, Enrolled: 40, Assignments: []Assigned{
				given("A", 40, between(40, 50, 60, 70)), given("B", 35, between(35, 30, 35, 40)), given("C", 5, between(5, 60, 70, 80)),
			}},
			"How far is the cohort? Cases finished: at least 80 of 120 to do, all people together. Furthest ahead: “A” (40). Furthest behind: “C” (5).\n" +
				"Is it doing better than chance? Yes: “A”. Worse: “B”. It cannot be said yet: “C” (fewer than 30 people, or an interval that holds chance).",
		},
		"too many cases to name them": {
			Progress{View: Figures, Enrolled: 30, Assignments: many},
			"How far is the cohort? Cases finished: at least 150 of 150 to do, all people together.\n" +
				"Is it doing better than chance? Yes: 5 cases.",
		},
		"competencies that differ": {
			Progress{View: Figures, Enrolled: 20, Competencies: []Competence{
				showed("truth", between(20, 60, 70, 80)), showed("limits", between(15, 20, 30, 40)), showed("hidden", missing(Hidden)), showed("repair", between(20, 40, 50, 60)),
			}},
			"How far is the cohort? There is nothing to do yet.\n" +
				"What to work on first? The lowest, out of 100: limits (30, 15 attempts). The highest: truth (70, 20 attempts).",
		},
		"competencies that may be alike": {
			Progress{View: Figures, Enrolled: 20, Competencies: []Competence{showed("truth", between(20, 60, 70, 80)), showed("limits", between(15, 50, 60, 70))}},
			"How far is the cohort? There is nothing to do yet.\n" +
				"What to work on first? Nothing sets the competencies apart yet: their intervals overlap.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			var said []string
			for _, a := range c.p.brief() {
				said = append(said, a.Question.EN+" "+a.Text.EN)
			}
			if got := strings.Join(said, "\n"); got != c.want {
				t.Errorf("it says\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestACaseThatWasWithdrawnIsNothingToDo(t *testing.T) {
	gone := given("A", 10, between(10, 60, 70, 80))
	gone.Withdrawn = true
	p := Progress{View: Figures, Enrolled: 10, Assignments: []Assigned{gone, given("B", 5, between(5, 60, 70, 80))}}
	if got := p.brief()[0].Text.FR; !strings.HasPrefix(got, "Cas terminés\u00a0: au moins 5 sur 10 à faire") {
		t.Errorf("it says %q", got)
	}
}
