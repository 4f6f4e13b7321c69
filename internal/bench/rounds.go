//go:build bench

package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"time"

	"casebook/internal/bench/load"
)

// contender is one of those that are measured in turn.
type contender struct {
	name    string
	clients int
	measure func(ctx context.Context, round int) (figures, error)
}

func (c contender) id() string { return fmt.Sprintf("%s %d", c.name, c.clients) }

// figures are what a contender did in a round.
type figures struct {
	load.Sample
	cpu time.Duration // for each answer
}

// results are the figures of every round, by contender.
type results map[string][]figures

// rotate measures everybody in every round, each time beginning with another.
func rotate(ctx context.Context, rounds int, all []contender) (results, error) {
	r := results{}
	for round := range rounds {
		for i := range all {
			c := all[(i+round)%len(all)]
			f, err := c.measure(ctx, round)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.id(), err)
			}
			fmt.Fprintf(os.Stderr, "round %d  %-18s %9.0f/s  p50 %-10s p99 %-10s cpu %-8s errors %d\n", round+1, c.id(),
				f.Rate, f.P50.Round(time.Microsecond), f.P99.Round(time.Microsecond), f.cpu.Round(100*time.Nanosecond), f.Errors)
			if f.Errors > 0 {
				fmt.Fprintln(os.Stderr, "  one of the errors:", f.Refusal)
			}
			r[c.id()] = append(r[c.id()], f)
		}
	}
	return r, nil
}

// median is the one in the middle.
func median[T cmp.Ordered](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

func each[T any](all []figures, of func(figures) T) []T {
	values := make([]T, len(all))
	for i, f := range all {
		values[i] = of(f)
	}
	return values
}

func (r results) has(ids ...string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return len(r[id]) == 0 })
}

func (r results) rate(id string) float64 {
	return median(each(r[id], func(f figures) float64 { return f.Rate }))
}

func (r results) p99(id string) time.Duration {
	return median(each(r[id], func(f figures) time.Duration { return f.P99 }))
}

func (r results) cpu(id string) time.Duration {
	return median(each(r[id], func(f figures) time.Duration { return f.cpu }))
}

func (r results) errors(id string) (n int) {
	for _, f := range r[id] {
		n += f.Errors
	}
	return n
}
