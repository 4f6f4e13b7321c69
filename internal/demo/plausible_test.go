package demo

import (
	"slices"
	"testing"
	"time"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/scoring"
)

// scores plays the cases as many people of one temperament do, and gives the mean of the number-th attempts.
func scores(t *testing.T, of *temperament, number int) float64 {
	t.Helper()
	pl := newPlayer(Plan{Seed: 17, People: 200, Attempts: 5, Until: evening}, shipped(t))
	sum, n := 0.0, 0
	for i := range 200 {
		p := pl.plan.person(i, pl.plan.Begins())
		p.ways = of
		a, err := pl.attempt(&p, number, pl.plan.Begins(), attempt.Under{})
		if err != nil {
			t.Fatal(err)
		}
		if a.Status != attempt.Completed {
			continue
		}
		sum, n = sum+score(t, pl.cases, &a), n+1
	}
	return sum / float64(n)
}

func score(t *testing.T, cases []*Case, a *attempt.Attempt) float64 {
	t.Helper()
	c := cases[slices.IndexFunc(cases, func(c *Case) bool { return c.version.Ref == a.Scenario })]
	var made []engine.Made
	for _, d := range a.Decisions {
		made = append(made, engine.Made{Move: d.Move, TimedOut: d.TimedOut})
	}
	h, err := engine.Retrace(c.version.Scenario, engine.Dice{Seed: a.Seed}, made, 0)
	if err != nil {
		t.Fatal(err)
	}
	r, err := scoring.Score(c.sol, h)
	if err != nil {
		t.Fatal(err)
	}
	return *r.Score
}

func TestTemperamentsDoAsWellAsOneWouldThink(t *testing.T) {
	falling := []struct {
		who   string
		score float64
	}{
		{"the careful", scores(t, &careful, 0)},
		{"most", scores(t, &average, 0)},
		{"the learner at first", scores(t, &learner, 0)},
		{"the hasty", scores(t, &hasty, 0)},
		{"nobody", 20},
	}
	for i, f := range falling[1:] {
		if better := falling[i]; f.score > better.score-3 {
			t.Errorf("%s score %.1f, %s %.1f", better.who, better.score, f.who, f.score)
		}
	}
	if first, last := falling[2].score, scores(t, &learner, 4); last < first+10 {
		t.Errorf("the learner scores %.1f in the end, %.1f at first", last, first)
	}
	if gentle := scores(t, &conciliator, 0); gentle > falling[0].score-10 {
		t.Errorf("who never says what is scores %.1f", gentle)
	}
	if blind := scores(t, &random, 0); blind > falling[2].score-10 {
		t.Errorf("who could not care less scores %.1f", blind)
	}
}

// habits are what can be seen of many first attempts of a temperament.
type habits struct{ looks, sure, minutes, reasons float64 } // shares and means

func seen(t *testing.T, of *temperament) habits {
	t.Helper()
	pl := newPlayer(Plan{Seed: 23, People: 200, Attempts: 5, Until: evening}, shipped(t))
	var looks, moves, sure, said, reasons, choices int
	var took time.Duration
	for i := range 200 {
		p := pl.plan.person(i, pl.plan.Begins())
		p.ways = of
		a, err := pl.attempt(&p, 0, pl.plan.Begins(), attempt.Under{})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range a.Decisions {
			moves++
			if d.Took < time.Hour { // some come back another time
				took += d.Took
			}
			if _, look := d.Move.IsLook(); look {
				looks++
				continue
			}
			choices++
			if d.Confidence > 0 {
				sure, said = sure+d.Confidence, said+1
			}
			if d.Rationale != "" {
				reasons++
			}
		}
	}
	return habits{
		float64(looks) / float64(moves), float64(sure) / float64(said), took.Minutes() / 200, float64(reasons) / float64(choices),
	}
}

func TestTemperamentsShowInWhatTheyDo(t *testing.T) {
	slow, quick := seen(t, &careful), seen(t, &hasty)
	if slow.looks < .2 || quick.looks > .15 {
		t.Errorf("looks are %.2f of the moves of the careful, %.2f of those of the hasty", slow.looks, quick.looks)
	}
	if slow.minutes < 4 || slow.minutes > 30 || quick.minutes > 4 || quick.minutes < .5 {
		t.Errorf("the careful take %.1f minutes, the hasty %.1f", slow.minutes, quick.minutes)
	}
	if slow.sure > quick.sure-.1 || slow.sure < 1 || quick.sure > 3 {
		t.Errorf("the careful are sure to %.2f, the hasty to %.2f", slow.sure, quick.sure)
	}
	if slow.reasons < .05 || slow.reasons > .25 || quick.reasons > slow.reasons {
		t.Errorf("the careful give a reason for %.2f of their choices, the hasty for %.2f", slow.reasons, quick.reasons)
	}
}

func TestMostIsBegunInWorkingHours(t *testing.T) {
	s := filled(t, Plan{Seed: 2, People: 1000, Attempts: 3, Until: evening})
	working, days := 0, map[string]bool{}
	for i := range s.attempts {
		at := s.attempts[i].StartedAt
		days[at.Format(time.DateOnly)] = true
		if day := at.Weekday(); day != time.Saturday && day != time.Sunday && at.Hour() >= 7 && at.Hour() < 18 {
			working++
		}
	}
	if working < 2400 || working == len(s.attempts) || len(days) < 38 {
		t.Errorf("%d of %d in working hours, on %d days", working, len(s.attempts), len(days))
	}
}
