//go:build bench

package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"casebook/internal/bench/story"
	"casebook/internal/check"
	"casebook/internal/scenario"
	"casebook/internal/solve"
	"casebook/internal/solve/sketch"
	"casebook/scenarios"
)

// cases measures what an author waits for: a case that is read, checked and valued.
func cases(_ context.Context, o options) ([]row, error) {
	registers, issues := scenario.ParseRegisters(scenarios.Registers())
	if registers == nil {
		return nil, errors.New(issues.In("en"))
	}
	files := story.Files(story.Length)
	took, err := takeTurns(o.rounds, []timing{
		{"read 200 nodes", once(func() error {
			if sc, issues := scenario.Parse(files, registers); sc == nil {
				return errors.New(issues.In("en"))
			}
			return nil
		})},
		{"check 200 nodes", once(func() error {
			if r := check.Check(files, registers, check.Options{}); r.Solution == nil {
				return errors.New("unsolved")
			}
			return nil
		})},
		{"solve 200 nodes", solved(200)},
		{"solve 2,000 nodes", solved(2000)},
	})
	if err != nil {
		return nil, err
	}
	return []row{
		within("reading and compiling 200 nodes with 2,800 texts", took["read 200 nodes"], 6*time.Millisecond),
		within("the same, and everything a check proves and tries", took["check 200 nodes"], 6*time.Millisecond),
		within("exact best and worst on 200 nodes", took["solve 200 nodes"], 5*time.Millisecond),
		within("exact best and worst on 2,000 nodes", took["solve 2,000 nodes"], 1500*time.Millisecond),
	}, nil
}

func once(do func() error) func() (nanoseconds, error) {
	return func() (nanoseconds, error) {
		return repeat(func() (int, error) { return 1, do() })
	}
}

func solved(nodes int) func() (nanoseconds, error) {
	sc := sketch.Long(nodes)
	return once(func() error {
		_, err := solve.Solve(sc, 10*solve.DefaultLimit)
		return err
	})
}

// within is a row for something that people wait for: it has a goal of its own, and no reference.
func within(what string, took nanoseconds, goal time.Duration) row {
	return row{what, took.String(), "", float64(took) / float64(goal), fmt.Sprintf("≤ %s", goal), took <= nanoseconds(goal)}
}
