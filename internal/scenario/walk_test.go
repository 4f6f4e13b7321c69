package scenario_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/scenario"
)

const walksFile = "walkthroughs.yaml"

// walked is a folder whose walkthroughs are to be read, and the workshop that they are of.
func walked(t testing.TB, walks string) (fstest.MapFS, *scenario.Scenario) {
	t.Helper()
	folder := workshop(t)
	s := parse(t, folder)
	folder[walksFile] = &fstest.MapFile{Data: []byte(walks)}
	return folder, s
}

func written(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/workshop/" + walksFile)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func texts(words []scenario.Written) (list []string) {
	for _, w := range words {
		list = append(list, w.Text)
	}
	return list
}

func TestWalkthroughsAreReadAsWritten(t *testing.T) {
	text := written(t)
	folder, s := walked(t, text)
	walks, issues := scenario.ParseWalkthroughs(folder, s)
	if len(issues) > 0 || len(walks) < 4 {
		t.Fatalf("%d walkthroughs\n%s", len(walks), issues.In("en"))
	}
	w := walks[0]
	if w.Name != "Two looks, then she says what holds her back" || w.Line != lineOf(text, w.Name) || w.File != walksFile || w.Fails != "" {
		t.Errorf("%q at %s:%d, fails %q", w.Name, w.File, w.Line, w.Fails)
	}
	if got := texts(w.Moves); !slices.Equal(got, []string{"?relire", "?appeler", "questions", "laisser-tom", "afficher", "etapes"}) {
		t.Errorf("moves %v", got)
	}
	if got := texts(w.Chance); !slices.Equal(got, []string{"budget"}) || w.Chance[0].Line != w.Line+2 {
		t.Errorf("chance %v, line %d", got, w.Chance[0].Line)
	}
	var after []int
	for _, e := range w.Expect {
		after = append(after, e.After)
	}
	if !slices.Equal(after, []int{0, 1, 2, 3, 4, 6}) {
		t.Errorf("expected after %v", after)
	}
	first, last := w.Expect[0], w.Expect[5]
	if first.At.Text != "preparer" || !slices.Equal(texts(first.Refuses), []string{"?compter", "questions"}) || len(first.Sees) != 3 || first.Ending.Text != "" {
		t.Errorf("at the start %+v", first)
	}
	if last.Ending.Text != "accord" || last.At.Text != "" || last.Holds[0].Source() != "score == 100" || last.Holds[0].Line != lineOf(text, "score == 100") {
		t.Errorf("at the end %+v", last)
	}
	if i := slices.IndexFunc(walks, func(w scenario.Walkthrough) bool { return w.Seed == "demo" }); i < 0 || walks[i].Chance != nil {
		t.Error("no walkthrough has the seed")
	}
}

func TestAnExpectationMayBeOfOneThingAndFailuresMayBeKnown(t *testing.T) {
	folder, s := walked(t, "walkthroughs:\n  - {name: n, moves: [programme], seed: 7, fails: not yet,\n     along: {after: 1, holds: elan == 2}, expect: {at: atelier, refuses: '?compter'}}\n")
	walks, issues := scenario.ParseWalkthroughs(folder, s)
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	w := walks[0]
	if w.Seed != "7" || w.Fails != "not yet" || len(w.Expect) != 2 || w.Expect[0].After != 1 || len(w.Expect[0].Holds) != 1 || len(w.Expect[1].Refuses) != 1 {
		t.Errorf("%+v", w)
	}
}

func TestACaseMayHaveNoWalkthroughs(t *testing.T) {
	folder := workshop(t)
	if walks, issues := scenario.ParseWalkthroughs(folder, parse(t, folder)); walks != nil || issues != nil {
		t.Errorf("%v, %v", walks, issues)
	}
}

// walkPlants are faults put into the workshop's walkthroughs.
var walkPlants = []plant{
	{code: "S270", old: "name: Rushing to the list of screens", put: "name: The dice may be thrown", at: "  - name: The dice may be thrown\n    moves: [programme, creuser]"},
	{code: "S271", old: "moves: [programme, creuser]", put: "moves: [programme, creusser]"},
	{code: "S271", old: "refuses: ['?relire']", put: "refuses: ['?relir']"},
	{code: "S272", old: "chance: [budget]", put: "chance: [bugdet]"},
	{code: "S272", old: "chance: [budget]", put: "chance: [preparer]"},
	{code: "S273", old: "ending: accord", put: "ending: decider"},
	{code: "S274", old: "at: debat", put: "at: aveu"},
	{code: "S275", old: "seed: demo", put: "seed: demo\n    chance: [budget]", at: "seed: demo"},
	{code: "S276", old: "after: '?relire'", put: "after: '?relira'"},
	{code: "S276", old: "after: 3, holds", put: "after: 7, holds"},
	{code: "S276", old: "after: 3, holds", put: "after: -1, holds"},
	{code: "S277", old: "after: 3, holds", put: "after: creuser, holds"},
	{code: "S278", old: "holds: ['elan == 1', score >= 0]", put: "sees: []"},
	{code: "S050", old: "ending: rupture", put: "ending: ruptur"},
	{code: "S050", old: "at: debat", put: "at: débat"},
	{code: "S051", old: "sees: [entretien]", put: "sees: [entretein]"},
	{code: "S102", old: "'tom.moral == 8', not promis", put: "'tom.morale == 8', not promis"},
	{code: "S117", old: "score >= 0", put: "score >= 101"},
	{code: "S117", old: "score >= 0", put: "score", at: "'elan == 1', score"},
	{code: "S117", old: "score >= 0", put: "score >= elan"},
	{code: "S117", old: "score >= 0", put: "score < score"},
	{code: "S107", old: "score >= 0", put: "score >= 76.3"},
	{code: "S021", old: "seed: demo", put: "sed: demo"},
	{code: "S021", old: "along:", put: "expected:"},
	{code: "S021", old: "walkthroughs:", put: "walks:"},
	{code: "S022", old: "name: Rushing to the list of screens\n    moves", put: "moves", at: "  - moves"},
	{code: "S022", old: "after: maquettes, ", put: "", at: "refuses: [laisser-tom]"},
	{code: "S020", old: "expect:\n      holds: ['elan == 1', score >= 0]", put: "expect: accord"},
	{code: "S025", old: "seed: demo", put: "seed: [demo]"},
	{code: "S025", old: "seed: demo", put: "fails:"},
}

func TestFaultsOfWalkthroughsAreNamed(t *testing.T) {
	for _, p := range walkPlants {
		t.Run(p.code+" "+firstLine(p.put+p.at), func(t *testing.T) {
			text := written(t)
			if strings.Count(text, p.old) < 1 {
				t.Fatalf("nothing holds %q", p.old)
			}
			text = strings.Replace(text, p.old, p.put, 1)
			at := p.at
			if at == "" {
				at = p.put
			}
			folder, s := walked(t, text)
			walks, issues := scenario.ParseWalkthroughs(folder, s)
			if walks != nil {
				t.Error("walkthroughs with a fault were let through")
			}
			expectIn(t, issues, p.code, walksFile, lineOf(text, at))
		})
	}
}

func TestAMisspeltMoveIsGuessed(t *testing.T) {
	folder, s := walked(t, strings.Replace(written(t), "[programme, creuser]", "[programme, creusser]", 1))
	_, issues := scenario.ParseWalkthroughs(folder, s)
	if said := issues.In("fr") + issues.In("en"); !strings.Contains(said, "Vouliez-vous dire `creuser`") || !strings.Contains(said, "Did you mean `creuser`?") {
		t.Error(said)
	}
}

func TestThereAreOnlySoManyWalkthroughs(t *testing.T) {
	one := func(i int) string {
		return fmt.Sprintf("  - {name: n%d, moves: [programme], expect: {at: atelier}}\n", i)
	}
	var many strings.Builder
	for i := range 201 {
		many.WriteString(one(i))
	}
	long := strings.Replace(one(0), "[programme]", "["+strings.Repeat("programme,", 201)+"]", 1)
	for _, c := range []struct {
		code, walks string
		line        int
	}{
		{"S029", many.String(), 202},
		{"S029", long, 2},
		{"S002", "# " + strings.Repeat("x", 1<<20), 1},
	} {
		folder, s := walked(t, "walkthroughs:\n"+c.walks)
		_, issues := scenario.ParseWalkthroughs(folder, s)
		expectIn(t, issues, c.code, walksFile, c.line)
	}
}

func claim(t *testing.T, s *scenario.Scenario, src string) *scenario.Claim {
	t.Helper()
	folder, _ := walked(t, "walkthroughs: [{name: n, moves: [], expect: {holds: ["+src+"]}}]")
	walks, issues := scenario.ParseWalkthroughs(folder, s)
	if len(issues) > 0 {
		t.Fatal(issues.In("en"))
	}
	return &walks[0].Expect[0].Holds[0]
}

func TestClaimsMayNameTheScore(t *testing.T) {
	_, s := walked(t, "")
	v := scenario.Vars{}
	for i := range s.Vars {
		v[i] = s.Vars[i].Start // elan is 2, ecoute is not true
	}
	for _, c := range []struct {
		src   string
		score float64
		want  bool
	}{
		{"score == 100", 100, true},
		{"score == 100", 100 - 1e-10, true},
		{"score == 100", 99.999, false},
		{"score >= 80", 80 - 1e-10, true},
		{"score >= 80", 79.99, false},
		{"score > 80", 80 + 1e-10, false},
		{"score > 76", 76.3, true},
		{"score < 77", 76.3, true},
		{"score <= 76", 76.3, false},
		{"score != 76", 76.3, true},
		{"score != 76", 76, false},
		{"76 < score", 76.3, true},
		{"77 > score", 76.3, true},
		{"77 <= score", 76.3, false},
		{"77 >= score", 76.3, true},
		{"76 == score", 76, true},
		{"score > 50 and elan == 2", 60, true},
		{"score > 50 and elan == 3", 60, false},
		{"score > 50 or ecoute", 40, false},
		{"not (score > 50)", 40, true},
		{"elan == 2", -1, true},
	} {
		k := claim(t, s, c.src)
		if got := k.Holds(&v, scenario.World{}, c.score); got != c.want {
			t.Errorf("%q at %v: %v", c.src, c.score, got)
		}
		if k.OnScore() != strings.Contains(c.src, "score") {
			t.Errorf("%q depends on the score: %v", c.src, k.OnScore())
		}
	}
	if k := claim(t, s, "score > 50 and (elan == 2 or elan == 3) and frein != budget"); !slices.Equal(k.Names, []string{"score", "elan", "frein"}) {
		t.Errorf("it speaks of %v", k.Names)
	}
}

func TestAGaugeOfTheAuthorsMayBeCalledScore(t *testing.T) {
	folder := spoilt(t, yamlFile, "elan: {start: 2, min: 0, max: 4}", "elan: {start: 2, min: 0, max: 4}\n  score: {start: 200, max: 300}")
	folder[walksFile] = &fstest.MapFile{Data: []byte("walkthroughs: [{name: n, moves: [], expect: {holds: [score == 200]}}]")}
	s := parse(t, folder)
	walks, issues := scenario.ParseWalkthroughs(folder, s)
	if len(issues) > 0 || walks[0].Expect[0].Holds[0].OnScore() {
		t.Error("its own gauge is not what is meant", issues.In("en"))
	}
}

func FuzzWalkthroughs(f *testing.F) {
	s, issues := scenario.Parse(small(smallText, smallMap), nil)
	if s == nil {
		f.Fatal(issues.In("en"))
	}
	f.Add("walkthroughs:\n  - name: n\n    moves: ['?l', c]\n    chance: [a, e]\n    along: [{after: c, holds: [f, score > 3]}]\n    expect: {ending: e, sees: x, refuses: k}\n    fails: not yet\n")
	f.Add("walkthroughs: [{name: n, moves: [c, c], seed: 1, along: [{after: 2, at: d}], expect: {holds: ['t == a', '100 == score']}}]")
	for _, p := range walkPlants {
		f.Add("walkthroughs:\n  - {" + p.put + "}\n")
	}
	f.Fuzz(func(t *testing.T, text string) {
		walks, issues := scenario.ParseWalkthroughs(fstest.MapFS{walksFile: {Data: []byte(text)}}, s)
		checkSentences(t, issues)
		if walks != nil && issues != nil {
			t.Error("walkthroughs with faults")
		}
		for _, w := range walks {
			for _, e := range w.Expect {
				if e.After < 0 || e.After > len(w.Moves) {
					t.Errorf("after %d of %d moves", e.After, len(w.Moves))
				}
				for _, c := range e.Holds {
					c.Holds(&scenario.Vars{}, scenario.World{}, 50)
				}
			}
		}
	})
}
