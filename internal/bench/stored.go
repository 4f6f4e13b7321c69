//go:build bench

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"casebook/internal/bench/serve"
	"casebook/internal/demo"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/store"
	"casebook/scenarios"
)

// size is how many decisions are stored.
type size struct {
	name      string
	decisions int
}

var (
	thousands = size{"10 thousand", 10_000}
	million   = size{"1 million", 1_000_000}
	millions  = size{"10 million", 10_000_000}
)

// stored is a database with so many decisions or a few more, all of one case, made where it is not there yet. They are
// made up as `casebook demo` does, the same in every run.
func stored(ctx context.Context, o options, decisions int) (file string, err error) {
	file = filepath.Join(o.data, fmt.Sprint(decisions, ".db"))
	if _, err := os.Stat(file); err == nil {
		return file, nil
	}
	begun := time.Now()
	n, err := makeUp(ctx, file, decisions)
	if err == nil && n < decisions {
		err = fmt.Errorf("%d decisions are stored, and not %d", n, decisions)
	}
	if err != nil {
		return "", errors.Join(err, os.Remove(file)) // nobody is to take it for whole
	}
	fmt.Fprintf(os.Stderr, "%d decisions made up in %s\n", n, time.Since(begun).Round(100*time.Millisecond))
	return file, nil
}

func makeUp(ctx context.Context, file string, decisions int) (made int, err error) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the product does
	st, err := opened(ctx, file)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	if _, err := st.Migrate(ctx); err != nil {
		return 0, err
	}
	plan := demo.Plan{Seed: 1, Attempts: 5, Until: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)}
	v, err := publish(ctx, st, plan.Begins)
	if err != nil {
		return 0, err
	}
	c, err := demo.NewCase(v)
	if err != nil {
		return 0, err
	}
	played := []*demo.Case{c}
	if plan, err = plan.ForDecisions(decisions, played); err != nil {
		return 0, err
	}
	bulk, err := st.Bulk()
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, bulk.Close()) }()
	count, err := demo.Fill(ctx, plan, played, bulk, func(demo.Count) {})
	return count.Decisions, err
}

// publish publishes the case that is played.
func publish(ctx context.Context, st *store.Store, now func() time.Time) (*library.Version, error) {
	registers, err := readRegisters()
	if err != nil {
		return nil, err
	}
	lib := library.New(st, registers, now)
	for _, c := range scenarios.Cases() {
		if c.ID != serve.Scenario {
			continue
		}
		if _, _, err := lib.Publish(ctx, c.Folder); err != nil {
			return nil, err
		}
	}
	return lib.Newest(ctx, serve.Scenario)
}

func readRegisters() (*scenario.Registers, error) {
	registers, issues := scenario.ParseRegisters(scenarios.Registers())
	if registers == nil {
		return nil, errors.New(issues.In("en"))
	}
	return registers, nil
}

func opened(ctx context.Context, file string) (*store.Store, error) {
	return store.Open(ctx, file, store.Options{Now: now})
}

func now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }
