package comment

import (
	"math"
	"testing"

	"github.com/google/uuid"
)

// rated is a desk with a reason for each pair of levels, all criteria alike, given by two raters; one that is Unrated
// rates nothing.
func rated(pairs ...[2]int) *desk {
	ada, grace := uuid.UUID{1}, uuid.UUID{2}
	d := &desk{rater: ada, reasons: shuffled(cohortOf(len(pairs))), ratings: map[Place][]Rating{}}
	for i, p := range pairs {
		at := d.reasons[i].Place
		d.ratings[at] = []Rating{
			{at, grace, Levels{p[1], p[1], p[1], p[1]}},
			{at, ada, Levels{p[0], p[0], p[0], p[0]}},
		}
	}
	return d
}

func TestBelowFivePairsThereAreCountsAlone(t *testing.T) {
	d := rated([2]int{0, 0}, [2]int{1, 2}, [2]int{3, 0}, [2]int{2, 2})
	a := alike(d.pairs(Clues))
	if a.Pairs != 4 || a.Exact != 2 || a.Adjacent != 3 || a.Apart != 1 || a.Measure != NoMeasure {
		t.Errorf("told %+v", a)
	}
}

func TestRatersAreComparedByTheirCorrelation(t *testing.T) {
	var pairs [][2]int
	for i := range 40 {
		pairs = append(pairs, [2]int{i % 4, min(3, i%4+i%10/9)})
	}
	a := alike(pairs)
	if a.Measure != ICC2 || a.N != 40 || a.Value < .9 || a.Low >= a.Value || a.High <= a.Value || a.High > 1 {
		t.Errorf("told %+v", a)
	}
	for i := range pairs {
		pairs[i][1] = i / 4 % 4
	}
	if a = alike(pairs); a.Measure != ICC2 || math.Abs(a.Value) > .2 || !a.Contains(0) {
		t.Errorf("raters who do not know of each other: %+v", a)
	}
}

// TestWhereOneLevelDominatesAC1IsTold: 45 pairs of the same level and 5 that differ have hardly any variance; AC1 is
// near the share that agrees.
func TestWhereOneLevelDominatesAC1IsTold(t *testing.T) {
	var pairs [][2]int
	for i := range 50 {
		pairs = append(pairs, [2]int{2, 2 + i%10/9})
	}
	if a := alike(pairs); a.Measure != AC1 || math.Abs(a.Value-.9) > .03 {
		t.Errorf("told %+v", a)
	}
}

func TestACriterionLeftOutIsNotCompared(t *testing.T) {
	d := rated([2]int{1, Unrated}, [2]int{1, 1})
	if pairs := d.pairs(Outcome); len(pairs) != 1 || pairs[0] != [2]int{1, 1} {
		t.Errorf("compared %v", pairs)
	}
	if apart(d.ratings[d.reasons[0].Place]) {
		t.Error("a criterion that one left out sets raters apart")
	}
}

func TestPairsKeepEachRaterOnOneSide(t *testing.T) {
	if pairs := rated([2]int{0, 3}, [2]int{1, 3}).pairs(Clues); pairs[0][1] != 3 || pairs[1][1] != 3 {
		t.Errorf("pairs %v", pairs)
	}
}

func TestWhatWaitsForARater(t *testing.T) {
	ada, grace := uuid.UUID{1}, uuid.UUID{2}
	reasons := cohortOf(60)
	d := desk{rater: ada, reasons: shuffled(reasons), ratings: map[Place][]Rating{}, twice: doubled(reasons)}
	twice, once := d.reasons[0], d.reasons[59]
	if !d.twice[twice.Place] || d.twice[once.Place] {
		t.Fatal("the first of the shuffle are those to be rated twice")
	}
	by := func(r Reason, rater uuid.UUID, level int) Rating {
		return Rating{r.Place, rater, Levels{level, Unrated, Unrated, Unrated}}
	}
	for name, c := range map[string]struct {
		reason  Reason
		ratings []Rating
		states  map[State]bool
	}{
		"nobody has rated it":         {once, nil, map[State]bool{ToRate: true, All: true}},
		"another has, once will do":   {once, []Rating{by(once, grace, 1)}, map[State]bool{All: true}},
		"another has, two are wanted": {twice, []Rating{by(twice, grace, 1)}, map[State]bool{ToRate: true, All: true}},
		"I have":                      {twice, []Rating{by(twice, ada, 1)}, map[State]bool{Mine: true, All: true}},
		"both have, alike": {
			twice, []Rating{by(twice, ada, 1), by(twice, grace, 2)}, map[State]bool{Mine: true, All: true},
		},
		"both have, apart": {
			twice, []Rating{by(twice, ada, 1), by(twice, grace, 3)}, map[State]bool{Mine: true, Apart: true, All: true},
		},
	} {
		d.ratings = map[Place][]Rating{c.reason.Place: c.ratings}
		for _, state := range []State{ToRate, Mine, Apart, All} {
			if got := d.is(c.reason, state); got != c.states[state] {
				t.Errorf("%s: %s is %t", name, state, got)
			}
		}
	}
}

func TestAnothersRatingWaitsForOnesOwn(t *testing.T) {
	ada, grace := uuid.UUID{1}, uuid.UUID{2}
	at := Place{uuid.New(), 3}
	hers := Comment{Attempt: at.Attempt, Step: 3, Rater: grace, Levels: Levels{1, 1, 1, 1}}
	words := Comment{Attempt: at.Attempt, Step: 3, Rater: ada, Levels: NoLevels(), Text: "hm"}
	mine := words
	mine.Levels = Levels{2, 2, 2, 2}
	twice := map[Place]bool{at: true}
	for name, c := range map[string]struct {
		list  []Comment
		twice map[Place]bool
		want  int
	}{
		"before mine":            {[]Comment{hers}, twice, 0},
		"after words alone":      {[]Comment{hers, words}, twice, 1},
		"after mine":             {[]Comment{hers, mine}, twice, 2},
		"where one rating is it": {[]Comment{hers}, nil, 1},
	} {
		if got := seen(c.list, ada, c.twice); len(got) != c.want {
			t.Errorf("%s: %d comments are open, want %d", name, len(got), c.want)
		}
	}
}
