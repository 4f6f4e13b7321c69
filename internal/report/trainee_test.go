package report

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/fault"
)

func (o *office) trainee(t *testing.T, person uuid.UUID) Trainee {
	t.Helper()
	out, err := o.reader().Trainee(t.Context(), somebody, o.roll.Cohort.ID, person)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAPersonsWorkIsToldToTheirTrainer(t *testing.T) {
	v := two(t, "one")
	o := newOffice(cohort.Trainer, v)
	given, ann := o.assign(v), o.join("Ann")
	o.join("Bob")
	o.work = []attempt.Attempt{
		o.does(t, ann, given, 0, 3, "?notes", "c", "q", "x"),
		o.does(t, ann, given, 9, 2, "a"),
	}
	told := o.trainee(t, ann)
	if told.Name != "Ann" || len(told.Attempts) != 2 || len(told.Help) == 0 || !slices.Equal(o.viewed, []uuid.UUID{ann}) {
		t.Fatalf("told %+v", told)
	}
	over := told.Attempts[0]
	if !near(*over.Score, 100./3) || over.Capped || over.Where.EN != "Good" || over.Status != attempt.Completed || over.Title.EN != "Case one" {
		t.Errorf("the first attempt %+v", over)
	}
	look, slip, talk := over.Decisions[0], over.Decisions[1], over.Decisions[2]
	if !look.Look || look.Move != "?notes" || look.Label.EN != "The notes" || look.Worth == nil || look.Worth.Regret != 0 {
		t.Errorf("the look %+v", look)
	}
	if slip.Move != "c" || slip.Incident != "slip" || slip.Worth.Regret != 4 || slip.Worth.Stake != 4 || slip.Worth.Best != "a" ||
		slip.Rationale != "why c" || slip.Confidence != 3 || len(slip.Offered) != 3 || slip.Worth.BestLabel.EN != "Choose a" {
		t.Errorf("the slip %+v, %+v", slip, slip.Worth)
	}
	if talk.Scored {
		t.Errorf("the talk %+v", talk)
	}
	if going := told.Attempts[1]; going.Status != attempt.InProgress || going.Score != nil || going.Decisions[0].Worth != nil || going.Where.EN != "The talk" {
		t.Errorf("what goes on %+v", going)
	}
	// Of what ended: certain of the slip and of the last, .95 against 0 and 1; at the look nothing could be lost.
	if c := told.Calibration; c == nil || c.Decisions != 2 || !near(c.Brier, (.9025+.0025)/2) || !near(c.Overconfidence, .45) {
		t.Errorf("calibrated %+v", c)
	}
	if levels := told.Confidence; len(levels) != 3 || levels[2].Credit.N != 2 || levels[2].Certainty != .95 || levels[2].Credit.Why != TooFew {
		t.Errorf("levels %+v", levels)
	}
	if told.GrowthWhy != NoParallel || len(told.Competencies) != 2 || told.Competencies[0].Mean != 0 || told.Competencies[0].N != 1 {
		t.Errorf("growth %q, competencies %+v", told.GrowthWhy, told.Competencies)
	}
}

// TestAPersonsChangeIsHeldAgainstTheNoiseOfMeasuring: of five who did both cases.
func TestAPersonsChangeIsHeldAgainstTheNoiseOfMeasuring(t *testing.T) {
	v, w := two(t, "one"), two(t, "other")
	for n, why := range map[int]Code{4: TooFew, 5: ""} {
		o := newOffice(cohort.Trainer, v, w)
		first, second := o.assign(v), o.assign(w)
		var people []uuid.UUID
		for i := range n {
			people = append(people, o.join("somebody"))
			o.does(t, people[i], first, 0, 1, [][]string{{"a", "p", "x"}, {"c", "p", "y"}, {"a", "p", "y"}, {"c", "p", "x"}, {"a", "p", "x"}}[i]...)
			o.does(t, people[i], second, 1, 1, [][]string{{"a", "p", "x"}, {"c", "p", "x"}, {"a", "p", "x"}, {"c", "p", "y"}, {"a", "p", "y"}}[i]...)
		}
		told := o.trainee(t, people[1])
		if len(told.Growth) != 1 || told.GrowthWhy != "" {
			t.Fatalf("of %d: growth %+v", n, told.Growth)
		}
		g := told.Growth[0]
		if g.Before != 0 || !near(g.After, 100./3) || g.Change.N != n || g.Change.Why != why || len(g.Shared) != 2 {
			t.Errorf("of %d: %+v", n, g)
		}
		if in := g.Change.Interval; why == "" && (!near(g.Change.Value, 100./3) || !near((in.Low+in.High)/2, 100./3) || in.Low >= 0) {
			t.Errorf("of %d: %+v in %+v", n, g.Change, in)
		}
	}
}

// TestSomebodyWhoHasJustLeftIsNobodyElse: the roll no longer has whom the work was read of a moment before.
func TestSomebodyWhoHasJustLeftIsNobodyElse(t *testing.T) {
	v := two(t, "one")
	o := newOffice(cohort.Trainer, v)
	given, ann := o.assign(v), o.join("Ann")
	o.work = []attempt.Attempt{o.does(t, ann, given, 0, 1, "c", "p", "y")}
	o.join("Bob")
	o.roll.Members = o.roll.Members[1:]
	told, err := o.reader().Trainee(t.Context(), somebody, o.roll.Cohort.ID, ann)
	if !fault.Is(err, fault.NotFound) {
		t.Errorf("told %q of %+v, %v", told.Name, told.Attempts, err)
	}
}

func TestTheSameCaseTwiceIsNoGrowth(t *testing.T) {
	v := two(t, "one")
	o := newOffice(cohort.Trainer, v)
	given, ann := o.assign(v), o.join("Ann")
	o.does(t, ann, given, 0, 1, "c", "p", "y")
	o.does(t, ann, given, 1, 1, "a", "p", "x")
	if told := o.trainee(t, ann); len(told.Growth) != 0 || told.GrowthWhy != NoParallel {
		t.Errorf("growth %+v, %q", told.Growth, told.GrowthWhy)
	}
}

func TestACaseTooLargeToBeValuedIsToldWithoutWorth(t *testing.T) {
	v := chest(t)
	o := newOffice(cohort.Trainer, v)
	given, ann := o.assign(v), o.join("Ann")
	o.work = []attempt.Attempt{o.does(t, ann, given, 0, 1, "leave")}
	if a := o.trainee(t, ann).Attempts[0]; a.Score != nil || a.Baseline != nil || a.Decisions[0].Worth != nil {
		t.Errorf("told %+v", a)
	}
	if c := o.tells(t, v, CasePick{}); c.Score.Mean.Why != NoStake || c.Coverage.Why != NotValued || c.Decisions[0].Why != TooFew {
		t.Errorf("told %+v, %+v", c.Score, c.Coverage)
	}
}

func TestEveryCodeHasItsSentence(t *testing.T) {
	for _, list := range [][]Code{
		trainersRules, managersRules, traineeRules, (&analysis{view: People}).codes(), (&analysis{view: Figures}).codes(),
		{TooFew, Hidden, NotEverybody, NoVariation, NoStake, NotScored, NotValued, ShortSpine, FewOnSpine, NoParallel, NoGroup, NotSaid},
	} {
		for _, r := range rules(list...) {
			if r.Text.FR == "" || r.Text.EN == "" {
				t.Errorf("%s says nothing", r.Code)
			}
		}
	}
	for c := range helpTexts {
		if sentences[c].FR == "" {
			t.Errorf("%s is no rule", c)
		}
	}
}
