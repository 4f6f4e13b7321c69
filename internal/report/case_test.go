package report

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/internal/stats"
)

func near(a, b float64) bool { return math.Abs(a-b) < 5e-4 }

// TestACaseWorkedOutByHand is of ten attempts: 4 a, 2 b, 4 c at first; of those of a, 3 x; b, 1 x; c, 1 x.
func TestACaseWorkedOutByHand(t *testing.T) {
	v := two(t, "one")
	o := newOffice(cohort.Trainer, v)
	given := o.assign(v)
	for i, moves := range [][]string{
		{"a", "p", "x"},
		{"a", "p", "x"},
		{"a", "q", "x"},
		{"a", "p", "y"},
		{"?notes", "b", "p", "x"},
		{"?notes", "b", "p", "y"},
		{"c", "p", "x"},
		{"c", "q", "y"},
		{"c", "p", "y"},
		{"?notes", "c", "p", "y"},
	} {
		o.does(t, o.join(fmt.Sprint(i)), given, 0, 1+i%3, moves...)
	}
	c := o.tells(t, v, CasePick{})
	if c.People != 10 || c.Completed != 10 || c.Abandoned != 0 || len(c.Decisions) != 3 || c.View != People {
		t.Fatalf("counts %+v", c)
	}
	first, talk, last := c.Decisions[0], c.Decisions[1], c.Decisions[2]
	for _, want := range []struct {
		choice                    CaseChoice
		id                        string
		offered, chosen           int
		share, low, high, credits float64
		best                      bool
	}{
		{first.Choices[0], "a", 10, 4, .4, .1682, .6873, 1, true},
		{first.Choices[1], "b", 3, 2, 0, 0, 0, .5, false}, // three times alone: counts alone
		{first.Choices[2], "c", 10, 4, .4, .1682, .6873, 0, false},
		{last.Choices[0], "x", 10, 5, .5, .2366, .7634, 1, true},
		{last.Choices[1], "y", 10, 5, .5, .2366, .7634, 0, false},
	} {
		got := want.choice
		if got.ID != want.id || got.Offered.N != want.offered || got.Chosen.N != want.chosen || !near(got.Share.Value, want.share) ||
			*got.Credit != want.credits || got.Best != want.best {
			t.Errorf("choice %s: %+v", want.id, got)
		}
		if in := got.Share.Interval; in != nil && (!near(in.Low, want.low) || !near(in.High, want.high)) || (in == nil) != (want.offered < 5) {
			t.Errorf("choice %s: interval %v", want.id, in)
		}
	}
	if look := first.Looks[0]; look.ID != "?notes" || look.Offered.N != 10 || look.Chosen.N != 3 {
		t.Errorf("the look %+v", look)
	}
	// Credits at first: 4 × 1, 2 × ½, 4 × 0. Regret: 0, 2 × 2, 4 × 4.
	if !near(first.Credit.Value, .5) || !near(first.Regret.Mean, 2) || !near(first.Regret.Stake, 4) || first.Met.N != 10 {
		t.Errorf("the first: credit %+v, regret %+v", first.Credit, first.Regret)
	}
	// Against the last: r of (1,1,1,1,.5,.5,0,0,0,0) and (1,1,1,0,1,0,1,0,0,0); tanh(atanh(r) ± 1.96/√7).
	if r := first.Discrimination; !near(r.Value, .4472) || !near(r.Interval.Low, -.2539) || !near(r.Interval.High, .8402) || r.Verdict != stats.Open {
		t.Errorf("item–rest of the first %+v, %+v", r, r.Interval)
	}
	if first.Discrimination.Value != last.Discrimination.Value {
		t.Error("of two decisions, each is the rest of the other")
	}
	// 4, 2 and 4 of 10: 1.5219 bits, 2.872 choices in equal numbers.
	if s := first.Spread; s == nil || !near(s.Entropy, 1.5219) || !near(s.Effective, 2.8717) || !near(s.Normalised, .9602) {
		t.Errorf("the first is spread %+v", s)
	}
	if c.Splits == nil || c.Splits.Node != "last" || c.Splits.Normalised != 1 {
		t.Errorf("the room is split by %+v", c.Splits)
	}
	if talk.Scored || talk.Credit.Why != NotScored || talk.Regret.Why != NotScored || talk.Choices[0].Chosen.N != 8 || talk.Spread == nil {
		t.Errorf("the talk %+v", talk)
	}
	if first.Seconds.Value != 10 || last.Seconds.N != 10 {
		t.Errorf("the first takes %+v", first.Seconds)
	}
	if i := c.Incidents[0]; i.ID != "slip" || i.Kind != MustNot || i.Count.N != 4 || i.Choices[0].Choice.ID != "c" || i.Choices[0].Count.N != 4 {
		t.Errorf("the incident %+v", i)
	}
	if m := c.Incidents[1]; m.ID != "say" || m.Kind != Must || m.Count.N != 5 || m.Label.EN != "It was said" {
		t.Errorf("what must be done %+v", m)
	}
	// Scores: a x 100 thrice, a y and b x 66.7, b y 33.3; c x 33.3, c y 0, under a ceiling of 40.
	if !near(c.Score.Mean.Value, (300+200./3*2+100./3*2)/10) || !near(*c.Score.Median, 50) || c.Score.Capped != 0 {
		t.Errorf("scores %+v", c.Score)
	}
	if len(c.Endings) != 2 || c.Endings[0].Count.N != 5 || !near(c.Endings[0].Share.Interval.Low, .2366) {
		t.Errorf("endings %+v", c.Endings)
	}
	if c.Coverage.Taken != 7 || c.Coverage.Possible != 7 || c.Coverage.Paths != 8 || !near(c.Coverage.NewPath, .6) {
		t.Errorf("coverage %+v", c.Coverage) // a p x twice, c p y twice, the six others alone
	}
	if c.Reliability.Why != FewOnSpine || len(c.Reliability.Spine) != 2 {
		t.Errorf("reliability %+v", c.Reliability)
	}
	if calibrated := first.Calibration; calibrated == nil || calibrated.Decisions != 10 || first.Confidence[0].Credit.N != 4 || first.Confidence[0].Credit.Shown() {
		t.Errorf("confidence %+v, %+v", calibrated, first.Confidence)
	}
	if len(c.Competencies) != 2 || !near(c.Competencies[0].Mean.Value, 50) || c.Competencies[0].ID != "canal" {
		t.Errorf("competencies %+v", c.Competencies)
	}
}

// TestACaseAgreesWithWhatWasPlayed counts random attempts at the shipped cases in another way.
func TestACaseAgreesWithWhatWasPlayed(t *testing.T) {
	for _, v := range shipped(t) {
		o := newOffice(cohort.Trainer, v)
		list := some(t, v, 60)
		for i := range list {
			o.roll.Ended = append(o.roll.Ended, Ended{Summary: list[i].sum})
		}
		c, want := o.tells(t, v, CasePick{}), naive(t, v, list)
		if c.Completed != want.Completed || c.Abandoned != want.Abandoned || c.Unreadable != 0 || c.Score.Mean.N != want.Score.N ||
			!near(c.Score.Mean.Value, want.Score.Mean) || !near(*c.Score.Median, want.Score.Median) || c.Score.Capped != want.Score.Capped {
			t.Errorf("%s: %+v, want %+v", v.ID, c.Score, want.Score)
		}
		for i, e := range c.Endings {
			if (Place{e.ID, e.Count.N}) != want.Endings[i] {
				t.Errorf("%s: ending %+v, want %+v", v.ID, e, want.Endings[i])
			}
		}
		choices(t, v, c, list)
		conserved(t, v.ID, c.Map)
	}
}

// choices compares how often choices were made, and could have been when one was.
func choices(t *testing.T, v *library.Version, c Case, list []folded) {
	t.Helper()
	offered, chosen := map[string]int{}, map[string]int{}
	for i := range list {
		if list[i].sum.Status != attempt.Completed {
			continue
		}
		for k := range list[i].h.Moments {
			m := &list[i].h.Moments[k]
			if m.Move < 0 {
				continue
			}
			at := v.Scenario.Nodes[m.Node()].ID + " "
			for _, move := range m.Before.Offer(v.Scenario).Offered {
				if move >= 0 {
					offered[at+engine.Name(v.Scenario, m.Node(), move)]++
				}
			}
			chosen[at+engine.Name(v.Scenario, m.Node(), m.Move)]++
		}
	}
	toldOffered, toldChosen := map[string]int{}, map[string]int{}
	for _, d := range c.Decisions {
		for _, o := range d.Choices {
			toldOffered[d.Node+" "+o.ID] = o.Offered.N
			if o.Chosen.N > 0 {
				toldChosen[d.Node+" "+o.ID] = o.Chosen.N
			}
		}
	}
	if !reflect.DeepEqual(toldOffered, offered) || !reflect.DeepEqual(toldChosen, chosen) {
		t.Errorf("%s: offered %v, want %v; chosen %v, want %v", v.ID, toldOffered, offered, toldChosen, chosen)
	}
}

// conserved makes sure that as many come into a node as leave it or stop there, and that links lead to the right.
func conserved(t *testing.T, what string, m Map) {
	t.Helper()
	in, out, column := map[string]int{}, map[string]int{}, map[string]int{}
	for _, n := range m.Nodes {
		column[n.ID] = n.Column
	}
	for _, l := range m.Links {
		in[l.To] += l.Count
		out[l.From] += l.Count
		if column[l.To] <= column[l.From] && l.To != l.From {
			t.Errorf("%s: a link leads from column %d to %d", what, column[l.From], column[l.To])
		}
	}
	for _, n := range m.Nodes {
		if came := max(in[n.ID], n.Count); n.Count != out[n.ID]+n.Stops || in[n.ID] > n.Count || n.Column > 0 && came != in[n.ID] {
			t.Errorf("%s: %d at %s, of whom %d came, %d went on and %d stopped", what, n.Count, n.ID, in[n.ID], out[n.ID], n.Stops)
		}
	}
}

func TestOnlyTheFirstAttemptCountsWhereItIsAskedFor(t *testing.T) {
	v := two(t, "one")
	o := newOffice(cohort.Trainer, v)
	given, ann, bob := o.assign(v), o.join("Ann"), o.join("Bob")
	o.does(t, ann, given, 0, 1, "c", "p", "y")
	o.does(t, bob, given, 1, 1, "a", "p", "x")
	o.does(t, ann, given, 2, 1, "a", "p", "x")
	if all := o.tells(t, v, CasePick{}); all.Completed != 3 || all.People != 2 {
		t.Errorf("all are %d of %d people", all.Completed, all.People)
	}
	if first := o.tells(t, v, CasePick{Attempts: First}); first.Completed != 2 || first.Incidents[0].Count.N != 1 {
		t.Errorf("first are %d", first.Completed)
	}
	pick := CasePick{From: noon.Add(day), To: noon.Add(2 * day)}
	if some := o.tells(t, v, pick); some.Completed != 1 {
		t.Errorf("on the second day %d", some.Completed)
	}
}

// TestWhatIsShownOfFew reads at the gates: counts alone below 5, a value and its interval from 5 on, a verdict from 30.
func TestWhatIsShownOfFew(t *testing.T) {
	v := two(t, "one")
	for n, want := range map[int]struct {
		shown   bool
		verdict stats.Verdict
	}{4: {}, 5: {shown: true}, 29: {shown: true}, 30: {true, stats.Above}} {
		o := newOffice(cohort.Trainer, v)
		given := o.assign(v)
		for i := range n {
			moves := []string{"a", "p", "x"}
			if i%4 == 3 { // a quarter lose a third
				moves[2] = "y"
			}
			o.does(t, o.join(fmt.Sprint(i)), given, 0, 2, moves...)
		}
		c := o.tells(t, v, CasePick{})
		mean, share := c.Score.Mean, c.Decisions[2].Choices[1].Share
		if mean.Shown() != want.shown || mean.Verdict != want.verdict || share.Shown() != want.shown || mean.N != n || share.N != n ||
			c.Decisions[2].Credit.Shown() != want.shown || (c.Decisions[2].Spread != nil) != want.shown || (c.Splits != nil) != want.shown {
			t.Errorf("of %d: %+v, %+v", n, mean, share)
		}
		if short := c.Reliability.Why == ShortSpine; short != (n == 30) {
			t.Errorf("of %d, of two decisions: %+v", n, c.Reliability)
		}
		if want.shown && (mean.Interval == nil || share.Interval == nil) {
			t.Errorf("of %d there is no interval", n)
		}
	}
}

// TestReliabilityIsToldWhereItIsLegitimate takes a case of six decisions that everybody meets.
func TestReliabilityIsToldWhereItIsLegitimate(t *testing.T) {
	v := inARow(t, 6)
	for n, why := range map[int]Code{29: FewOnSpine, 30: ""} {
		o := newOffice(cohort.Trainer, v)
		given := o.assign(v)
		chance := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			skill := chance.Float64()
			var moves []string
			for range 6 {
				moves = append(moves, map[bool]string{true: "x", false: "y"}[chance.Float64() < skill])
			}
			o.does(t, o.join(fmt.Sprint(i)), given, 0, 0, moves...)
		}
		r := o.tells(t, v, CasePick{}).Reliability
		if r.Why != why || len(r.Spine) != 6 || r.Rows != n {
			t.Errorf("of %d: %+v", n, r)
		}
		if why == "" && (r.Alpha.Value <= 0 || r.Alpha.Interval == nil || r.Lambda2 < r.Alpha.Value || r.Omega == nil || r.SEM <= 0 || r.Length == nil) {
			t.Errorf("of %d: %+v", n, r)
		}
	}
}

func TestADamagedSummaryIsToldAsUnreadable(t *testing.T) {
	v := two(t, "one")
	o := newOffice(cohort.Trainer, v)
	given := o.assign(v)
	for i, damage := range []func(*attempt.Summary){
		func(*attempt.Summary) {},
		func(s *attempt.Summary) { s.Course = "" }, // from before: nothing was at stake
		func(s *attempt.Summary) { s.Course = "\x00" },
		func(s *attempt.Summary) { s.Course = "\x01\x07" + s.Course[1:] },
		func(s *attempt.Summary) { s.Path.Moves = "\xff\xff" },
		func(s *attempt.Summary) { s.Node = -1 },
	} {
		o.does(t, o.join(fmt.Sprint(i)), given, 0, 1, "a", "p", "x")
		damage(&o.roll.Ended[i].Summary)
	}
	if c := o.tells(t, v, CasePick{}); c.Completed != 2 || c.Unreadable != 4 || c.Decisions[0].Credit.N != 1 {
		t.Errorf("%d attempts, %d unreadable: %+v", c.Completed, c.Unreadable, c.Decisions[0].Credit)
	}
}

func TestWhatIsLeftOpenForAnHourIsNoTime(t *testing.T) {
	v := two(t, "one")
	o := newOffice(cohort.Trainer, v)
	given := o.assign(v)
	for i := range 6 {
		a := o.does(t, o.join(fmt.Sprint(i)), given, 0, 1, "a", "p", "x")
		if i == 5 {
			a.Decisions[0].Took = 30 * time.Hour
			h, _ := engine.Retrace(v.Scenario, engine.Dice{Seed: a.Seed}, []engine.Made{{Move: 0}, {Move: 0}, {Move: 0}}, 0)
			if err := a.End(v, h, attempt.Completed, a.EndedAt); err != nil {
				t.Fatal(err)
			}
			o.roll.Ended[5].Summary = a.Summary
		}
	}
	if s := o.tells(t, v, CasePick{}).Decisions[0].Seconds; s.N != 5 || s.Value != 10 {
		t.Errorf("took %+v", s)
	}
}
