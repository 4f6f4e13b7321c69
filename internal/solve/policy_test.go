package solve

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"casebook/internal/solve/sketch"
)

func TestThoseWhoDoNotRead(t *testing.T) {
	var want struct {
		Output map[string]float64
	}
	sketch.Oracle(t, "lint.testwise-bots", &want)
	s := toxique(t)
	sol := solved(t, s)
	got := map[string]Performance{"random": sol.Evaluate(Uniform)}
	for _, lang := range s.Langs() {
		letters := func(node int, p Prospect) float64 {
			return float64(utf8.RuneCountInString(s.Texts[lang].Nodes[node].Choices[p.Move].Body.Source))
		}
		got[lang+".longest"] = sol.Evaluate(Choose(letters))
		got[lang+".shortest"] = sol.Evaluate(Choose(func(node int, p Prospect) float64 { return -letters(node, p) }))
		got[lang+".first"] = sol.Evaluate(FirstListed)
		got[lang+".looks-all-then-first"] = sol.Evaluate(LooksInOrder(FirstListed))
	}
	for bot, score := range want.Output {
		if got[bot].Score == nil {
			t.Errorf("%s: no score", bot)
		} else {
			near(t, bot, *got[bot].Score, score)
		}
	}
}

func TestAnyPolicyIsWorthWhatAllItsPlaysAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sketch.Random(t).Scenario()
		sol := solve(t, s)
		if sol.Paths > 5000 {
			t.Skip("too many ways for a naive walk")
		}
		salt := rapid.IntRange(0, 1000).Draw(t, "salt")
		odd := func(node int, moves []Prospect, weights []float64) {
			for i, m := range moves {
				weights[i] = float64((salt + 7*node + 3*int(m.Move)) & 3)
			}
		}
		for name, p := range map[string]Policy{
			"odd": odd, "first": FirstListed, "looks": LooksInOrder(FirstListed), "any look": LooksAtRandom(FirstListed),
		} {
			n := naive{s, newBeliefs(s).worlds, p}
			if got, want := sol.Evaluate(p).Value, n.start().policy; far(got, want, 1e-8) {
				t.Errorf("%s: %v, want %v", name, got, want)
			}
		}
	})
}

func TestNeverLookingIsTheBestWhereThereAreNoLooks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := sketch.Random(t)
		got := solve(t, c.Scenario()).Evaluate(NeverLooks)
		for i := range c.Nodes {
			c.Nodes[i].Looks = nil
		}
		if want := solve(t, c.Scenario()).Best; far(got.Value, want, 2e-9) {
			t.Errorf("%v, want %v", got.Value, want)
		}
	})
}

func TestTheBestAndTheWorstArePoliciesToo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sol := solve(t, sketch.Random(t).Scenario())
		best := func(_ int, moves []Prospect, weights []float64) {
			most := 0
			for i := range moves {
				if moves[i].Best > moves[most].Best {
					most = i
				}
			}
			weights[most] = 1
		}
		if got := sol.Evaluate(best).Value; far(got, sol.Best, 1e-8) {
			t.Errorf("best: %v, want %v", got, sol.Best)
		}
		if got := sol.Evaluate(worst).Value; far(got, sol.Worst, 1e-8) {
			t.Errorf("worst: %v, want %v", got, sol.Worst)
		}
	})
}
