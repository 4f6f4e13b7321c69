package scoring

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"casebook/internal/engine"
	"casebook/internal/solve"
	"casebook/internal/solve/sketch"
)

// random is a random case, solved, and a way through it.
func random(t *rapid.T) (*solve.Solution, engine.Dice, []engine.Entry) {
	s := sketch.Random(t).Scenario()
	sol, err := solve.Solve(s, solve.DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	dice := engine.Dice{Seed: strconv.Itoa(rapid.IntRange(0, 999).Draw(t, "seed"))}
	p, err := engine.Start(s, dice, nil)
	if err != nil {
		t.Fatal(err)
	}
	var log []engine.Entry
	for p.State.Open(s) {
		m := rapid.SampledFrom(p.State.Moves(s, nil)).Draw(t, "move")
		log = append(log, engine.Entry{Move: engine.Name(s, int(p.State.Node), m)})
		if p, err = p.Make(s, m, nil); err != nil {
			t.Fatal(err)
		}
	}
	return sol, dice, log
}

func judged(t *rapid.T, sol *solve.Solution, dice engine.Dice, log []engine.Entry) Result {
	h, err := engine.Replay(sol.Scenario(), dice, log)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Score(sol, h)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTotalIsBestLessRegretPlusLuck(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sol, dice, log := random(t)
		for end := 0; end <= len(log); end++ {
			r := judged(t, sol, dice, log[:end])
			regret, luck := 0.0, 0.0
			for _, m := range r.Moves {
				regret += m.Regret
			}
			for _, d := range r.Draws {
				luck += d.Luck
			}
			if math.Abs(r.Best-regret+luck-r.Total) > 1e-7 || math.Abs(r.Best-r.Regret+r.Luck-r.Total) > 1e-8 {
				t.Errorf("after %d moves: total %v, best %v, regret %v, luck %v", end, r.Total, r.Best, regret, luck)
			}
		}
		r := judged(t, sol, dice, log)
		if r.Ending == "" || r.Total != r.Parts.Evidence+r.Parts.Ending+r.Parts.State {
			t.Errorf("the total is not the sum of its parts: %+v", r)
		}
	})
}

func TestScoresStayInRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sol, dice, log := random(t)
		r := judged(t, sol, dice, log)
		if (r.Score == nil) != (r.MaxRegret == 0) || r.Score != nil && (*r.Score < 0 || *r.Score > 100 || *r.Capped > *r.Score) {
			t.Errorf("score %v of %v", r.Score, r.MaxRegret)
		}
		for _, c := range r.Profile {
			if c.Attained < 0 || c.Attained > c.Range || c.Score < 0 || c.Score > 100 {
				t.Errorf("competency %+v", c)
			}
		}
		for _, m := range r.Moves {
			if m.Regret < 0 || m.Regret > m.Stake || m.Credit != nil && (*m.Credit < 0 || *m.Credit > 1) {
				t.Errorf("move %+v", m)
			}
		}
	})
}

func TestAWhatIfKeepsItsDiceAndEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sol, dice, log := random(t)
		s := sol.Scenario()
		was, err := engine.Replay(s, dice, log)
		if err != nil {
			t.Fatal(err)
		}
		step := rapid.IntRange(0, len(log)-1).Draw(t, "step")
		m := rapid.SampledFrom(was.Moments[step].Before.Offer(s).Offered).Draw(t, "instead")
		h, origins, err := WhatIf(sol, dice, log, step, engine.Name(s, was.Moments[step].Node(), m))
		if err != nil {
			t.Fatal(err)
		}
		if !h.End.State.Ended(s) || len(origins) != len(h.Moments) || origins[step] != Changed {
			t.Errorf("%d moves, origins %v", len(h.Moments), origins)
		}
		if h.End.World != was.End.World {
			t.Error("other hidden truths")
		}
		if m == was.Moments[step].Move && h.End.State != was.End.State {
			t.Error("nothing was changed, and it ended otherwise")
		}
	})
}

func TestRandomPlayoutsAverageToTheUniformRandomValue(t *testing.T) {
	sol := toxique(t)
	s := sol.Scenario()
	source := rand.New(rand.NewPCG(1, 2))
	const plays = 20_000
	sum, squares := 0.0, 0.0
	for i := range plays {
		p, err := engine.Start(s, engine.Dice{Seed: strconv.Itoa(i)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		total := 0
		for p.State.Open(s) {
			n := &s.Nodes[p.State.Node]
			moves := p.State.Moves(s, nil)
			m := moves[source.IntN(len(moves))]
			if l, ok := m.IsLook(); ok {
				total += n.Looks[l].Points
			} else {
				total += n.Choices[m].Points
			}
			if p, err = p.Make(s, m, nil); err != nil {
				t.Fatal(err)
			}
		}
		total += s.Value.Endings[p.State.Node]
		for v, w := range s.Value.State {
			total += w * int(p.State.Vars[v])
		}
		sum += float64(total)
		squares += float64(total * total)
	}
	average := sum / plays
	error1 := math.Sqrt((squares/plays - average*average) / plays)
	if math.Abs(average-sol.UniformRandomValue) > 4*error1 {
		t.Errorf("average %v ± %v, want %v", average, error1, sol.UniformRandomValue)
	}
}
