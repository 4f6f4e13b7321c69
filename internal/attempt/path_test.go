package attempt

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/solve"
	"casebook/internal/solve/sketch"
)

// readsBack wants both kinds of path to say what was done, from the version's codes alone.
func readsBack(t rapid.TB, s *scenario.Scenario, codes *solve.Codes, moments []engine.Moment) {
	t.Helper()
	for _, given := range []*solve.Codes{codes, nil} {
		p, err := newPath(s, given, moments)
		if err != nil {
			t.Fatal(err)
		}
		width := narrowMove
		if p.Wide {
			width = wideMove
		}
		if p.Wide != (given == nil) || p.Len() != len(moments) || len(p.Moves) != width*len(moments) {
			t.Fatalf("%d moves, wide %v, in %d bytes; want %d", p.Len(), p.Wide, len(p.Moves), len(moments))
		}
		for i := range moments {
			m := &moments[i]
			offered := m.Before.Offer(s).Offered
			at, made, ok := p.Move(codes, i)
			if !ok || at.Node != m.Node() || made != m.Move || !slices.Equal(at.Moves, offered) {
				t.Fatalf("move %d says %d in %+v, %v; want %d at %d of %v", i, made, at, ok, m.Move, m.Node(), offered)
			}
			if !p.Wide {
				if code, ok := codes.Of(at, made); !ok || code != int(p.Code(i)) {
					t.Fatalf("move %d has code %d, and says that of %d, %v", i, p.Code(i), code, ok)
				}
			}
		}
	}
}

func TestPathsOfShippedCasesReadBack(t *testing.T) {
	shipped(t, func(t *testing.T, v *library.Version) {
		solution, err := v.Solution()
		if err != nil {
			t.Fatal(err)
		}
		chance := rand.New(rand.NewPCG(1, 2))
		for range 200 {
			readsBack(t, v.Scenario, solution.Codes(), played(t, v, chance, forever).h.Moments)
		}
	})
}

func TestPathsOfAnyCaseReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sketch.Random(t).Scenario()
		solution, err := solve.Solve(s, solve.DefaultLimit)
		if err != nil {
			t.Fatal(err)
		}
		h, err := engine.Open(s, engine.Dice{Seed: strconv.Itoa(rapid.IntRange(0, 999).Draw(t, "seed"))})
		if err != nil {
			t.Fatal(err)
		}
		for h.End.State.Open(s) {
			m := rapid.SampledFrom(h.End.State.Moves(s, nil)).Draw(t, "move")
			if err := h.Go(s, engine.Made{Move: m}); err != nil {
				t.Fatal(err)
			}
		}
		readsBack(t, s, solution.Codes(), h.Moments)
	})
}

func TestACodeThatTheVersionDoesNotHaveIsNoMove(t *testing.T) {
	solution, err := solve.Solve(sketch.Toy().Scenario(), solve.DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	codes := solution.Codes()
	for what, p := range map[string]Path{
		"a code too high":         {Moves: string([]byte{byte(codes.Len()), 0})},
		"a move not on offer":     {Wide: true, Moves: string([]byte{0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 2})},
		"a look that nobody has":  {Wide: true, Moves: string([]byte{0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0x80})},
		"a choice that is no bit": {Wide: true, Moves: string([]byte{0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0x7f})},
	} {
		if at, made, ok := p.Move(codes, 0); ok {
			t.Errorf("%s says %d in %+v", what, made, at)
		}
	}
	if _, _, ok := (Path{Moves: "\x00\x00"}).Move(nil, 0); ok {
		t.Error("a narrow path says something without its codes")
	}
}
