//go:build bench

package main

import (
	"context"
	"fmt"
	"testing"

	"casebook/internal/bench/floor"
	"casebook/internal/bench/story"
	"casebook/internal/scenario"
)

// engines measures a step of the story of 200 nodes: what is on offer, and one choice.
func engines(ctx context.Context, o options) ([]row, error) {
	sc, err := readStory()
	if err != nil {
		return nil, err
	}
	expr, err := story.Expr()
	if err != nil {
		return nil, err
	}
	ink, err := newInk(ctx)
	if err != nil {
		return nil, err
	}
	ours := story.InPlace(sc)
	trust, steps, err := floor.Play()
	if err != nil {
		return nil, err
	}
	ends := end{trust, steps}
	took, err := takeTurns(o.rounds, []timing{
		ends.timing("hard-coded", floor.Play),
		ends.timing("engine", ours),
		ends.timing("engine, by value", story.ByValue(sc)),
		ends.timing("expr-lang", expr),
		{"inkjs", func() (nanoseconds, error) { return ink.play(ctx, ends) }},
	})
	if err != nil {
		return nil, err
	}
	var failed error
	allocations := testing.AllocsPerRun(100, func() { _, _, failed = ours() })
	return []row{
		over("engine step over a hard-coded story", took["engine"], took["hard-coded"], 5),
		over("engine step that keeps the one before, over a hard-coded story", took["engine, by value"], took["hard-coded"], 5),
		{What: "allocations of an engine step", Ours: fmt.Sprint(allocations), Reference: "0", Ratio: allocations, Goal: "0", Met: allocations == 0},
		faster("engine step against expr-lang conditions", took["engine"], took["expr-lang"], 4),
		faster("engine step against inkjs", took["engine"], took["inkjs"], 300),
	}, failed
}

// readStory is the story as the product reads it.
func readStory() (*scenario.Scenario, error) {
	sc, issues := scenario.Parse(story.Files(story.Length), nil)
	if sc == nil {
		return nil, fmt.Errorf("the story: %s", issues.In("en"))
	}
	return sc, nil
}

// end is where the story ends for who plays it rightly.
type end struct{ trust, steps int }

// timing measures a step of a player, who has to come to the same end.
func (e end) timing(name string, play story.Play) timing {
	return timing{name, func() (nanoseconds, error) {
		return repeat(func() (int, error) {
			trust, steps, err := play()
			if err == nil && (end{trust, steps}) != e {
				err = fmt.Errorf("it ends with trust %d after %d steps, and not with %d after %d", trust, steps, e.trust, e.steps)
			}
			return steps, err
		})
	}}
}

func over(what string, ours, reference nanoseconds, goal float64) row {
	return atMost(what, ours.String(), reference.String(), float64(ours)/float64(reference), goal)
}

func faster(what string, ours, reference nanoseconds, goal float64) row {
	return atLeast(what, ours.String(), reference.String(), float64(reference)/float64(ours), goal)
}
