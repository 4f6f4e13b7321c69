package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/engine"
	"casebook/internal/stats"
)

// TestEachStateIsTold reads ten days after noon.
func TestEachStateIsTold(t *testing.T) {
	v := two(t, "one")
	o := newOffice(cohort.Trainer, v)
	open, due := o.assign(v), o.assign(v)
	o.roll.Assignments[1].DueAt = noon.Add(12 * day) // in two days
	over := o.assign(v)
	o.roll.Assignments[2].DueAt = noon.Add(9 * day)
	want := map[string]State{}
	person := func(name string, state State) uuid.UUID {
		want[name] = state
		return o.join(name)
	}
	person("new", NotBegun)
	o.does(t, person("six days and some hours", UnderWay), open, 4, 1, "a")
	o.does(t, person("seven days", Stuck), open, 2, 1, "a")
	o.does(t, person("one day, due in two", UnderWay), due, 9, 1, "a")
	o.does(t, person("two days, due in two", Stuck), due, 7, 1, "a")
	person("nothing, and over", Missed)
	o.does(t, person("still at it, though over", UnderWay), over, 9, 1, "a")
	o.does(t, person("finished", Finished), open, 1, 1, "a", "p", "x")
	again := person("finished, and at it again", Finished)
	o.does(t, again, open, 1, 1, "a", "p", "y")
	o.does(t, again, open, 2, 1, "a")
	left := person("given up", GivenUp)
	a := o.does(t, left, open, 3, 1, "a")
	h, err := engine.Open(v.Scenario, engine.Dice{Seed: a.Seed})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Go(v.Scenario, engine.Made{Move: 0}); err != nil {
		t.Fatal(err)
	}
	if err := a.End(v, h, attempt.Abandoned, noon.Add(4*day)); err != nil {
		t.Fatal(err)
	}
	o.roll.Open = slices.DeleteFunc(o.roll.Open, func(b attempt.Attempt) bool { return b.ID == a.ID })
	o.roll.Ended = append(o.roll.Ended, Ended{a.Summary, open, a.StartedAt})

	p := o.progress(t, Pick{})
	column := map[State]int{NotBegun: 0, UnderWay: 0, Stuck: 0, GivenUp: 0, Finished: 0}
	for _, row := range p.People {
		place := 0
		switch {
		case strings.Contains(row.Name, "due"):
			place = 1
		case strings.Contains(row.Name, "over"):
			place = 2
		}
		if got := row.Standings[place]; got.State != want[row.Name] {
			t.Errorf("%s stands %s, want %s: %+v", row.Name, got.State, want[row.Name], got)
		}
		column[row.Standings[0].State]++
	}
	for state, n := range column {
		if p.Assignments[0].Counts[state] != n {
			t.Errorf("%d are %s, want %d", p.Assignments[0].Counts[state], state, n)
		}
	}
	row := p.People[slices.IndexFunc(p.People, func(r Row) bool { return r.Name == "two days, due in two" })]
	if s := row.Standings[1]; s.Step != 1 || s.Where.EN != "The talk" || s.Attempts != 1 || !s.EndedAt.IsZero() {
		t.Errorf("who is stuck stands at %+v", s)
	}
	if r := row.Help[0]; r.Code != IsStuck || r.Days != 2 || !strings.Contains(r.Text.EN, "“Case one”: without a move for 2 days, at “The talk”") {
		t.Errorf("who is stuck needs help: %+v", r)
	}
	row = p.People[slices.IndexFunc(p.People, func(r Row) bool { return r.Name == "finished, and at it again" })]
	if s := row.Standings[0]; s.Attempts != 2 || !near(*s.Score, 200./3) || *s.Last != *s.Score || s.Where.EN != "Bad" {
		t.Errorf("who has finished stands at %+v", s)
	}
}

// TestWhoNeedsHelpIsSaidWhy: choosing blindly at two scores 52.8, with a look that may be taken first.
func TestWhoNeedsHelpIsSaidWhy(t *testing.T) {
	v, w, x := two(t, "one"), two(t, "other"), two(t, "third")
	o := newOffice(cohort.Trainer, v, w, x)
	first, second, third := o.assign(v), o.assign(w), o.assign(x)
	fine, poor, sure, bright := o.join("Fine"), o.join("Poor"), o.join("Sure"), o.join("Bright")
	o.does(t, fine, first, 0, 3, "a", "p", "x")
	o.does(t, fine, second, 1, 3, "a", "p", "x")
	o.does(t, poor, first, 0, 1, "c", "p", "y") // canal 0, verite 0
	o.does(t, poor, second, 1, 1, "c", "p", "x")
	o.does(t, poor, third, 2, 1, "c", "p", "y")
	o.does(t, sure, first, 0, 3, "c", "p", "y") // two certain mistakes
	o.does(t, sure, second, 1, 3, "c", "p", "y")
	for i, given := range []uuid.UUID{first, second, third} {
		o.does(t, bright, given, i, 1, "a", "p", "y") // verite 0, and 67 each time
	}
	help := map[string][]string{}
	for _, row := range o.progress(t, Pick{}).People {
		for _, r := range row.Help {
			if said := r.Text.FR + r.Text.EN; said == "" || strings.Contains(said, "%!") {
				t.Errorf("a reason says %q", r.Text)
			}
			help[row.Name] = append(help[row.Name], fmt.Sprintf("%s %.0f/%.0f", r.Code, r.Value, r.Threshold))
		}
	}
	base := *o.progress(t, Pick{}).Assignments[0].Baseline
	chance := fmt.Sprintf("below_chance %%d/%.0f", base)
	want := map[string][]string{
		"Poor": {fmt.Sprintf(chance, 0), fmt.Sprintf(chance, 33), fmt.Sprintf(chance, 0), "competency_low 0/30"},
		"Sure": {fmt.Sprintf(chance, 0), fmt.Sprintf(chance, 0), "overconfident 4/3"},
	}
	if fmt.Sprint(help) != fmt.Sprint(want) {
		t.Errorf("they need help for %v, want %v", help, want)
	}
	p := o.progress(t, Pick{Help: true})
	if len(p.People) != 2 || p.Assignments[0].Score.N != 4 {
		t.Errorf("%d need help, the mean is of %d", len(p.People), p.Assignments[0].Score.N)
	}
	if said := p.Brief[1].Text.EN; !strings.Contains(said, "2 of 4") {
		t.Errorf("of those who need help, the brief says %q", said)
	}
}

func TestTheHeatMapIsAMeanOfMeans(t *testing.T) {
	v, w := two(t, "one"), two(t, "other")
	o := newOffice(cohort.Trainer, v, w)
	first, second := o.assign(v), o.assign(w)
	var people []uuid.UUID
	for i := range 6 {
		people = append(people, o.join(fmt.Sprint(i)))
	}
	for i, moves := range [][]string{{"a", "p", "x"}, {"a", "p", "x"}, {"c", "p", "x"}, {"c", "p", "x"}, {"?notes", "b", "p", "x"}} {
		o.does(t, people[i], first, 0, 1, moves...)
	}
	o.does(t, people[0], second, 1, 1, "c", "p", "y")
	o.does(t, people[0], second, 2, 1, "a", "p", "x") // the first counts
	p := o.progress(t, Pick{})
	want := []Cell{{N: 2, Mean: 50}, {N: 1, Mean: 100}, {N: 1, Mean: 0}, {N: 1, Mean: 0}, {N: 1, Mean: 50}, {}}
	for i, row := range p.People {
		if row.Competencies[0] != want[i] {
			t.Errorf("%s showed %+v, want %+v", row.Name, row.Competencies[0], want[i])
		}
	}
	if mean := p.Competencies[0].Mean; p.Competencies[0].ID != "canal" || mean.N != 5 || !near(mean.Value, 40) || mean.Interval.Low < 0 {
		t.Errorf("the column is %+v", mean)
	}
	if best := p.Assignments[1].Score; best.N != 1 || best.Shown() || best.Why != TooFew {
		t.Errorf("the score of one is %+v", best)
	}
	if picked := o.progress(t, Pick{Competency: "verite", Assignment: second}); len(picked.Competencies) != 1 ||
		len(picked.People[0].Competencies) != 1 || len(picked.Assignments) != 1 || picked.People[0].Standings[0].Assignment != second {
		t.Errorf("picked %+v", picked)
	}
	if none := o.progress(t, Pick{Competency: "sortie"}); len(none.Competencies) != 0 || len(none.People[0].Competencies) != 0 {
		t.Errorf("a competency that is not there: %+v", none.Competencies)
	}
}

func TestPeopleAreFoundWhateverTheAccents(t *testing.T) {
	v := two(t, "one")
	o := newOffice(cohort.Trainer, v)
	given := o.assign(v)
	o.join("Zoé")
	o.does(t, o.join("Éloïse Martin"), given, 1, 1, "a", "p", "x")
	o.join("emile")
	o.roll.Members[2].Email = "emile@exemple.fr"
	names := func(p Progress) (list []string) {
		for _, r := range p.People {
			list = append(list, r.Name)
		}
		return list
	}
	for _, c := range []struct {
		pick Pick
		want []string
	}{
		{Pick{}, []string{"Éloïse Martin", "emile", "Zoé"}},
		{Pick{Search: " ELOISE"}, []string{"Éloïse Martin"}},
		{Pick{Search: "exemple"}, []string{"emile"}},
		{Pick{State: Finished}, []string{"Éloïse Martin"}},
		{Pick{State: NotBegun, Search: "zoe"}, []string{"Zoé"}},
	} {
		if got := names(o.progress(t, c.pick)); !slices.Equal(got, c.want) {
			t.Errorf("%+v finds %q, want %q", c.pick, got, c.want)
		}
	}
}

func TestAWithdrawnAssignmentStaysWhileSomebodyHasBegunIt(t *testing.T) {
	v := two(t, "one")
	o := newOffice(cohort.Trainer, v)
	begun, never := o.assign(v), o.assign(v)
	for i := range o.roll.Assignments {
		o.roll.Assignments[i].WithdrawnAt = noon
	}
	o.does(t, o.join("Ann"), begun, 0, 1, "c", "p", "y")
	p := o.progress(t, Pick{})
	if len(p.Assignments) != 1 || p.Assignments[0].ID == never || !p.Assignments[0].Withdrawn || len(p.People[0].Help) != 0 {
		t.Errorf("tells %+v, %+v", p.Assignments, p.People[0].Help)
	}
}

// TestGrowthIsReadBetweenParallelCases: five people gain a third each but one, who gains nothing.
func TestGrowthIsReadBetweenParallelCases(t *testing.T) {
	v, w := two(t, "one"), two(t, "other")
	o := newOffice(cohort.Trainer, v, w)
	first, second := o.assign(v), o.assign(w)
	var people []uuid.UUID
	for i := range 6 {
		people = append(people, o.join(fmt.Sprint(i)))
		before := [][]string{{"a", "p", "y"}, {"c", "p", "y"}, {"?notes", "b", "p", "y"}, {"a", "p", "y"}, {"a", "p", "x"}, {"a", "p", "y"}}[i]
		after := [][]string{{"a", "p", "x"}, {"c", "p", "x"}, {"?notes", "b", "p", "x"}, {"a", "p", "x"}, {"a", "p", "x"}, {"a", "p", "x"}}[i]
		o.does(t, people[i], first, 1, 1, before...)
		if i == 5 {
			o.does(t, people[i], second, 0, 1, after...) // before the first: no growth
			continue
		}
		o.does(t, people[i], second, 2, 1, after...)
	}
	p := o.progress(t, Pick{})
	if len(p.Growth) != 2 { // of the other order, one
		t.Fatalf("growth %+v", p.Growth)
	}
	g := p.Growth[0]
	// Before 66.7, 0, 33.3, 66.7, 100; after a third more but for the last: the mean change is 26.7.
	if g.From.ID != "one" || len(g.Shared) != 2 || g.Change.N != 5 || !near(g.Change.Value, 80./3) || g.G.N != 5 || g.G.Value <= 0 {
		t.Errorf("growth %+v: %+v, %+v", g, g.Change, g.G)
	}
	if !g.Change.Interval.Contains(80./3) || g.Change.Interval.Low <= 0 || g.Change.Verdict != stats.Open {
		t.Errorf("the change lies in %+v", g.Change.Interval)
	}
	if back := p.Growth[1]; back.Change.N != 1 || back.Change.Why != TooFew || back.G.Why != TooFew {
		t.Errorf("the other way %+v", back)
	}
	o.roll.Post = cohort.Manager
	if p := o.progress(t, Pick{}); len(p.Growth) != 0 {
		t.Errorf("a manager reads %+v", p.Growth)
	}
}
