package solve

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve/sketch"
)

// TestEveryMoveOfEveryPlayHasACode takes every way through a random case, in every world.
func TestEveryMoveOfEveryPlayHasACode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sketch.Random(t).Scenario()
		codes := solve(t, s).Codes()
		made := map[int]bool{}
		ways := plays(s)
		if len(ways) > 500 {
			ways = ways[:500]
		}
		for _, w := range ways {
			h := replayed(t, s, w)
			for i := range h.Moments {
				made[coded(t, s, codes, &h.Moments[i])] = true
			}
		}
		if len(ways) < 500 && len(made) != codes.Len() {
			t.Errorf("%d codes, %d of them ever made", codes.Len(), len(made))
		}
	})
}

// coded is the code of a move that was made, which must give it back.
func coded(t *rapid.T, s *scenario.Scenario, codes *Codes, m *engine.Moment) int {
	at := Situation{m.Node(), m.Before.State.Moves(s, nil)}
	code, ok := codes.Of(at, m.Move)
	if !ok || code < 0 || code >= codes.Len() {
		t.Fatalf("move %d in %+v has code %d of %d, %v", m.Move, at, code, codes.Len(), ok)
	}
	if back, made := codes.Find(code); back.compare(at) != 0 || made != m.Move {
		t.Fatalf("code %d says %d in %+v, not %d in %+v", code, made, back, m.Move, at)
	}
	return code
}

// TestCodesGoByNodeThenByMoves keeps what is stored readable by every later program.
func TestCodesGoByNodeThenByMoves(t *testing.T) {
	c := sketch.Case{
		Competencies: []string{"c"},
		Flags:        []string{"facts"},
		Nodes: []sketch.Node{
			{
				ID: "first", Looks: []sketch.Look{{ID: "ask", Set: []string{"facts=1"}}},
				Choices: []sketch.Choice{
					{ID: "wait", Next: sketch.To("second")},
					{ID: "name", When: "facts", Next: sketch.To("end")},
				},
			},
			{ID: "second", Choices: []sketch.Choice{{ID: "leave", Next: sketch.To("end")}}},
			{ID: "end"},
		},
	}
	sol, err := Solve(c.Scenario(), DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	type move struct {
		node  int
		moves []engine.Move
		made  engine.Move
	}
	want := []move{
		{0, []engine.Move{0, -1}, 0},
		{0, []engine.Move{0, -1}, -1},
		{0, []engine.Move{0, 1}, 0},
		{0, []engine.Move{0, 1}, 1},
		{1, []engine.Move{0}, 0},
	}
	codes := sol.Codes()
	if codes.Len() != len(want) {
		t.Fatalf("%d codes, want %d", codes.Len(), len(want))
	}
	for i, w := range want {
		if at, made := codes.Find(i); at.Node != w.node || !slices.Equal(at.Moves, w.moves) || made != w.made {
			t.Errorf("code %d says %d in %+v, want %+v", i, made, at, w)
		}
	}
	for _, never := range []move{{0, []engine.Move{0}, 0}, {0, []engine.Move{0, 1}, -1}, {2, nil, 0}} {
		if code, ok := codes.Of(Situation{never.node, never.moves}, never.made); ok {
			t.Errorf("%+v has code %d", never, code)
		}
	}
}
