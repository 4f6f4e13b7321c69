package attempt

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/internal/scoring"
)

func TestWhatWasPlayedIsWhatIsKept(t *testing.T) {
	shipped(t, func(t *testing.T, v *library.Version) {
		chance := rand.New(rand.NewPCG(9, 10))
		for i := range 60 {
			at := played(t, v, chance, []int{0, 1, 3, forever}[i%4])
			if at.Status == InProgress && i%8 < 4 {
				if err := at.abandon(at.Step(), evening); err != nil {
					t.Fatal(err)
				}
			}
			if list := Verify(&Kept{Attempt: *at.Attempt}, v); len(list) > 0 {
				t.Fatalf("%s after %d steps: %+v", at.Status, at.Step(), list)
			}
		}
	})
	v := chest(t)
	at := played(t, v, rand.New(rand.NewPCG(7, 8)), forever)
	if list := Verify(&Kept{Attempt: *at.Attempt}, v); len(list) > 0 {
		t.Errorf("a case too large to be valued: %+v", list)
	}
}

// longest is a way through the first case that ships which has a draw of chance in it.
func longest(t *testing.T, v *library.Version) Attempt {
	t.Helper()
	chance := rand.New(rand.NewPCG(11, 12))
	for range 1000 {
		at := played(t, v, chance, forever)
		if drawn(at.Attempt) >= 0 && at.Step() > 4 && at.Summary.Score > 0 {
			return *at.Attempt
		}
	}
	t.Fatal("chance never decided")
	return Attempt{}
}

// drawn is the first step after which chance decided.
func drawn(a *Attempt) int {
	for i := range a.Decisions {
		if a.Decisions[i].Draws != "" {
			return i
		}
	}
	return -1
}

func TestEachThingThatIsDamagedIsTold(t *testing.T) {
	var v *library.Version
	shipped(t, func(_ *testing.T, next *library.Version) {
		for i := range next.Scenario.Nodes {
			if v == nil && len(next.Scenario.Nodes[i].Rows) > 0 {
				v = next
			}
		}
	})
	sound := longest(t, v)
	end := len(sound.Decisions)
	chance := drawn(&sound)
	for what, c := range map[string]struct {
		damage func(k *Kept)
		step   int
		where  Where
	}{
		"a move that was not on offer": {func(k *Kept) { k.Decisions[1].Move = 19 }, 1, Refused},
		"a look that nobody has":       {func(k *Kept) { k.Decisions[1].Move = -128 }, 1, Refused},
		"silence without a clock":      {func(k *Kept) { k.Decisions[0].TimedOut = true }, 0, Refused},
		"a move after the ending": {func(k *Kept) {
			k.Decisions = append(k.Decisions, Decision{Move: 0, At: k.EndedAt})
		}, end, Refused},
		"a decision that is not there": {func(k *Kept) { k.Decisions, k.Lost = k.Decisions[:2], true }, 2, Lost},
		"the node":                     {func(k *Kept) { k.Decisions[2].Node++ }, 2, OfNode},
		"a node that nobody has":       {func(k *Kept) { k.Decisions[2].Node = 77_777 }, 2, OfNode},
		"the visit":                    {func(k *Kept) { k.Decisions[2].Visit++ }, 2, OfVisit},
		"what was on offer":            {func(k *Kept) { k.Decisions[3].Offered |= 1 << 31 }, 3, OfOffered},
		"what was shown":               {func(k *Kept) { k.Decisions[3].Displayed += "\x13" }, 3, OfDisplayed},
		"what was drawn":               {func(k *Kept) { k.Decisions[chance].Draws = "" }, chance, OfDraws},
		"half a draw":                  {func(k *Kept) { k.Decisions[chance].Draws = k.Decisions[chance].Draws[:3] }, chance, OfDraws},
		"the state, by one byte":       {func(k *Kept) { k.State = append([]byte(" "), k.State...) }, Whole, OfState},
		"the state, lost":              {func(k *Kept) { k.State = nil }, Whole, OfState},
		"when it was last decided":     {func(k *Kept) { k.Decisions[end-1].At = noonOf(k) }, Whole, OfEndedAt},
		"the summary, lost":            {func(k *Kept) { k.Summary = Summary{} }, Whole, NoSummary},
		"whose summary it is":          {func(k *Kept) { k.Summary.Account = uuid.New() }, Whole, OfSummaryOrigin},
		"the summary's version":        {func(k *Kept) { k.Summary.Scenario.Version++ }, Whole, OfSummaryOrigin},
		"the summary's moment":         {func(k *Kept) { k.Summary.EndedAt = noonOf(k) }, Whole, OfSummaryEnding},
		"the summary's ending":         {func(k *Kept) { k.Summary.Node = 0 }, Whole, OfSummaryEnding},
		"the summary's steps":          {func(k *Kept) { k.Summary.Steps++ }, Whole, OfSummaryEnding},
		"the summary's status":         {func(k *Kept) { k.Summary.Status = Abandoned }, Whole, OfSummaryEnding},
		"the score":                    {func(k *Kept) { k.Summary.Score += 1e-6 }, Whole, OfSummaryScore},
		"the score, lost":              {func(k *Kept) { k.Summary.Scored, k.Summary.Score, k.Summary.Capped = false, 0, 0 }, Whole, OfSummaryScore},
		"the score under the ceiling":  {func(k *Kept) { k.Summary.Capped-- }, Whole, OfSummaryScore},
		"what was shown of competencies": {
			func(k *Kept) { k.Summary.Profile = "\x01\x7f" + k.Summary.Profile[2:] }, Whole, OfSummaryCompetencies,
		},
		"competencies, damaged":   {func(k *Kept) { k.Summary.Profile = "\xff" }, Whole, OfSummaryCompetencies},
		"a move of the path":      {func(k *Kept) { k.Summary.Path.Moves = "\xff\xff" + k.Summary.Path.Moves[2:] }, 0, OfSummaryPath},
		"the last of the path":    {func(k *Kept) { k.Summary.Path.Moves = k.Summary.Path.Moves[:2*end-2] }, end - 1, OfSummaryPath},
		"the course of a step":    {func(k *Kept) { k.Summary.Course = k.Summary.Course.longer(1) }, 1, OfSummaryCourse},
		"the course, damaged":     {func(k *Kept) { k.Summary.Course += "\x80" }, Whole, OfSummaryCourse},
		"half a move of the path": {func(k *Kept) { k.Summary.Path.Moves += "\x00" }, Whole, OfSummaryPath},
	} {
		k := Kept{Attempt: sound}
		k.Decisions = append([]Decision(nil), sound.Decisions...)
		c.damage(&k)
		list := Verify(&k, v)
		if len(list) != 1 || list[0].Step != c.step || list[0].Where != c.where || list[0].Attempt != sound.ID {
			t.Errorf("%s: told %+v, want %s at %d", what, list, c.where, c.step)
		} else if list[0].Kept == list[0].Played && c.where != Lost && c.where != NoSummary {
			t.Errorf("%s: %q is no difference", what, list[0].Kept)
		}
	}
}

// longer is a course in which a step took a second more.
func (c Course) longer(step int) Course {
	missing, steps, _ := c.Read(nil)
	ds, moves := make([]Decision, len(steps)), make([]scoring.Move, len(steps))
	for i, s := range steps {
		ds[i], moves[i] = Decision{Took: s.Took, Confidence: s.Confidence}, scoring.Move{Stake: s.Stake, Regret: s.Regret}
	}
	ds[step].Took += time.Second
	return courseOf(missing, ds, moves)
}

func noonOf(k *Kept) time.Time { return k.EndedAt.Truncate(24 * time.Hour) }

func TestAStatusThatDoesNotFollowIsTold(t *testing.T) {
	v := version(t, firstCase(t))
	chance := rand.New(rand.NewPCG(13, 14))
	going, over := played(t, v, chance, 2), played(t, v, chance, forever)
	for what, c := range map[string]struct {
		kept   Attempt
		damage func(a *Attempt)
		want   string
	}{
		"one that goes on, called completed": {*going.Attempt, func(a *Attempt) {
			a.Status, a.EndedAt = Completed, a.EnteredAt()
		}, "completed → in_progress"},
		"one that is over, said to go on": {*over.Attempt, func(a *Attempt) {
			a.Status, a.EndedAt, a.State, a.Summary = InProgress, time.Time{}, nil, Summary{}
		}, "in_progress → completed"},
		"one that is over, called abandoned": {*over.Attempt, func(a *Attempt) {
			a.Status = Abandoned
		}, "abandoned → completed"},
	} {
		c.damage(&c.kept)
		found := ""
		for _, d := range Verify(&Kept{Attempt: c.kept}, v) {
			if d.Where == OfStatus {
				found += fmt.Sprint(d.Kept, " → ", d.Played)
			}
		}
		if found != c.want {
			t.Errorf("%s: told %q, want %q", what, found, c.want)
		}
	}
	k := Kept{Attempt: *going.Attempt}
	k.State, k.Summary = []byte("{}"), over.Summary
	list := Verify(&k, v)
	if len(list) != 2 || list[0].Where != OfState || list[1].Where != EarlySummary {
		t.Errorf("an end in the middle: told %+v", list)
	}
}

// TestARefusalNamesWhatCouldBeDone is what a person needs to look into it.
func TestARefusalNamesWhatCouldBeDone(t *testing.T) {
	v := version(t, firstCase(t))
	at := played(t, v, rand.New(rand.NewPCG(15, 16)), 1)
	at.Decisions[0].Move = engine.Move(19)
	list := Verify(&Kept{Attempt: *at.Attempt}, v)
	n := &v.Scenario.Nodes[at.Decisions[0].Node]
	if len(list) != 1 || list[0].Kept != "#19" || list[0].Played[:len(n.ID)+2+len(n.Choices[0].ID)] != n.ID+": "+n.Choices[0].ID {
		t.Errorf("told %+v", list)
	}
}
