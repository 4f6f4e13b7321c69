package solve

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"casebook/internal/engine"
	"casebook/internal/solve/sketch"
)

func TestScoresOfEachEnding(t *testing.T) {
	c := sketch.Toy()
	c.Nodes = append(c.Nodes, sketch.Node{ID: "nowhere"})
	got := solved(t, c.Scenario()).Endings()
	want := []struct{ low, high float64 }{{100, 100}, {100 * 9.0 / 14, 100 * 9.0 / 14}, {0, 100.0 / 14}}
	for i, w := range want {
		near(t, "lowest", *got[i].MinScore, w.low)
		near(t, "highest", *got[i].MaxScore, w.high)
	}
	if len(got) != 4 || got[3].Reached {
		t.Errorf("an ending that no way leads to: %+v", got)
	}
}

// gone is what a play comes to, move by move.
type gone struct {
	regret, points float64
	shown          []int // by competency
	end            engine.State
}

func going(t interface{ Fatal(...any) }, sol *Solution, w Witness) gone {
	h := replayed(t, sol.Scenario(), w)
	at, _, err := sol.Open(h.Start.World, h.Opening)
	x := gone{shown: make([]int, len(sol.Scenario().Competencies)), end: h.End.State}
	for i := range h.Moments {
		m := &h.Moments[i]
		options := sol.Options(at)
		made := options[slices.IndexFunc(options, func(o Option) bool { return o.Move == m.Move })]
		x.regret += made.Regret
		x.points += made.Points
		for _, e := range evidence(&sol.Scenario().Nodes[m.Node()], m.Move) {
			x.shown[e.Competency] += int(e.Points)
		}
		if err == nil {
			at, _, err = sol.Follow(at, m.Move, h.End.World, m.Events)
		}
	}
	if err != nil {
		t.Fatal("witness", w, err)
	}
	return x
}

func TestRangesAreThoseOfAllPlays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sketch.Random(t).Scenario()
		sol := solve(t, s)
		if sol.Paths > 1000 {
			t.Skip("too many ways to play them all")
		}
		type span struct{ low, high float64 }
		wider := func(x *span, v float64) { x.low, x.high = min(x.low, v), max(x.high, v) }
		none := span{math.Inf(1), math.Inf(-1)}
		all, ending, shown := none, map[int]*span{}, map[int]*span{}
		for _, w := range plays(s) {
			x := going(t, sol, w)
			wider(&all, x.regret)
			node := int(x.end.Node)
			if ending[node] == nil {
				ending[node] = &span{none.low, none.high}
			}
			wider(ending[node], x.regret)
			for c, n := range x.shown {
				if shown[c] == nil {
					shown[c] = &span{none.low, none.high}
				}
				wider(shown[c], float64(n))
			}
		}
		same := func(what string, got, want float64) {
			if far(got, want, 1e-6) {
				t.Errorf("%s: %v, want %v", what, got, want)
			}
		}
		same("largest regret", sol.MaxRegret, all.high)
		same("regret of the costliest play", going(t, sol, sol.Costliest()).regret, all.high)
		for _, r := range sol.Endings() {
			want := ending[r.Node]
			if r.Reached != (want != nil) {
				t.Fatalf("%s reached: %v", s.Nodes[r.Node].ID, r.Reached)
			}
			if !r.Reached {
				continue
			}
			low, high := going(t, sol, r.Lowest), going(t, sol, r.Highest)
			if int(low.end.Node) != r.Node || int(high.end.Node) != r.Node {
				t.Errorf("%v and %v end elsewhere than at %s", r.Lowest, r.Highest, s.Nodes[r.Node].ID)
			}
			same("most regret on the way to an ending", low.regret, want.high)
			same("least regret on the way to an ending", high.regret, want.low)
			if r.MinScore != nil {
				same("lowest score", *r.MinScore, *sol.Score(want.high))
				same("highest score", *r.MaxScore, *sol.Score(want.low))
			}
		}
		for c, x := range sol.Competencies() {
			same("least evidence", float64(x.Least), shown[c].low)
			same("most evidence", float64(x.Most), shown[c].high)
			if low, high := going(t, sol, x.Lowest), going(t, sol, x.Highest); low.shown[c] != x.Least || high.shown[c] != x.Most {
				t.Errorf("plays show %d and %d, want %d and %d", low.shown[c], high.shown[c], x.Least, x.Most)
			}
		}
	})
}

func TestBestAndWorstPlays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := sketch.Random(t)
		if len(c.Truths) > 0 {
			t.Skip("hidden truths")
		}
		for i := range c.Nodes {
			for r := range c.Nodes[i].Rows {
				c.Nodes[i].Rows[r].Targets = c.Nodes[i].Rows[r].Targets[:1] // so that nothing is left to chance
			}
		}
		sol := solve(t, c.Scenario())
		for what, x := range map[string]struct {
			play Witness
			want float64
		}{"best": {sol.BestPlay(), sol.Best}, "worst": {sol.WorstPlay(), sol.Worst}} {
			p := going(t, sol, x.play)
			total := p.points + float64(sol.Scenario().Value.Endings[p.end.Node])
			for i, w := range sol.Scenario().Value.State {
				total += float64(w * int(p.end.Vars[i]))
			}
			if far(total, x.want, 1e-9) {
				t.Errorf("%s play %v comes to %v, want %v", what, x.play, total, x.want)
			}
		}
	})
}

func TestTheLikeliestComesInTheBestPlay(t *testing.T) {
	if got, want := solved(t, toxique(t)).BestPlay().String(), "?carnet,?lea,appeler,nommer,regles (excuses)"; got != want {
		t.Errorf("best play %s, want %s", got, want)
	}
	sol := solved(t, sketch.Hidden().Scenario())
	if got := sol.BestPlay(); got.String() != "?ask,A (h1)" {
		t.Errorf("best play %v", got)
	}
	if got := sol.WorstPlay(); got.String() != "?ask,B (h1)" && got.String() != "A (h1)" {
		t.Errorf("worst play %v", got)
	}
}
