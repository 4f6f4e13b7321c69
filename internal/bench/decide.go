//go:build bench

package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"
)

// decide measures the endpoint that takes decisions, beside apps that do the same or less.
func decide(ctx context.Context, o options) (rows []row, err error) {
	s := stable{options: o}
	defer func() { err = errors.Join(err, s.stop()) }()
	if err := s.gather(ctx); err != nil {
		return nil, err
	}
	r, err := rotate(ctx, o.rounds, s.contenders)
	if err != nil {
		return nil, err
	}
	return decisions(r), nil
}

func (s *stable) gather(ctx context.Context) error {
	file := func(name string) string { return filepath.Join(s.data, name) }
	for _, c := range []struct {
		name  string
		enter func() error
	}{
		{"grouped", func() error { return s.keepInGroups(ctx, file("grouped.db"), 64, 256) }},
		{"gin", func() error { return s.start(ctx, "gin", "", callers, 64, 256) }},
		{"stub", func() error { return s.start(ctx, "stub", "", trainees, 64, 256) }},
		{"sqlite", func() error { return s.startProduct(ctx, "sqlite", file("product.db"), 64, 256) }},
		{"postgres", func() error { return s.startOnPostgres(ctx, 64) }},
		{"tuned", func() error { return s.start(ctx, "tuned", file("tuned.db"), trainees, 64) }},
		{"naive", func() error { return s.start(ctx, "naive", file("naive.db"), trainees, 64) }},
		{"pocketbase", func() error { return s.startPocketBase(ctx, 64) }},
	} {
		if !s.wants(c.name) {
			continue
		}
		if err := c.enter(); err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
	}
	return nil
}

// decisions tells how the product did.
func decisions(r results) (rows []row) {
	if r.has("gin 64", "gin 256", "grouped 64", "grouped 256", "sqlite 64", "sqlite 256") {
		rows = append(rows, r.overCeiling("64", 0.50), r.overCeiling("256", 0.60))
	}
	for _, c := range []struct {
		what, ours, reference string
		goal                  float64
	}{
		{"over the same server with storage stubbed, 64 clients", "sqlite 64", "stub 64", 0.55},
		{"over the same server with storage stubbed, 256 clients", "sqlite 256", "stub 256", 0.65},
		{"over tuned GORM, a commit each", "sqlite 64", "tuned 64", 15},
		{"over a naive GORM app", "sqlite 64", "naive 64", 50},
		{"FULL over PocketBase’s create at its default, 64 clients", "sqlite 64", "pocketbase 64", 5},
		{"PostgreSQL over SQLite, 64 clients", "postgres 64", "sqlite 64", 0.80},
	} {
		if r.has(c.ours, c.reference) {
			rows = append(rows, r.over(c.what, c.ours, c.reference, c.goal))
		}
	}
	if r.has("gin 64", "sqlite 64") {
		rows = append(rows, r.costs()...)
	}
	return rows
}

// costs compares what a decision takes with the least that Gin takes.
func (r results) costs() []row {
	ours, gin := r.cpu("sqlite 64"), r.cpu("gin 64")
	cpu := atMost("server CPU per decision over gin + bind", ours.String(), gin.String(), float64(ours)/float64(gin), 2.2)
	ours, gin = r.p99("sqlite 64"), r.p99("gin 64")
	late := atMost("p99 over gin + bind’s, 64 clients, no error", short(ours), short(gin), float64(ours)/float64(gin), 2)
	late.Met = late.Met && r.errors("sqlite 64") == 0
	return []row{cpu, late}
}

// overCeiling compares the product with the lesser of two bounds: what Gin can answer, and what can be kept.
func (r results) overCeiling(clients string, goal float64) row {
	ceiling := "gin "
	if r.rate("grouped "+clients) < r.rate("gin "+clients) {
		ceiling = "grouped "
	}
	return r.over("decisions over min(gin + bind + uuid, raw group commit), "+clients+" clients", "sqlite "+clients, ceiling+clients, goal)
}

// over compares the rates of two contenders.
func (r results) over(what, ours, reference string, goal float64) row {
	a, b := r.rate(ours), r.rate(reference)
	return atLeast(what, perSecond(a), perSecond(b)+" ("+reference+")", a/b, goal)
}

func perSecond(rate float64) string { return fmt.Sprintf("%.3gk/s", rate/1000) }

func short(d time.Duration) string { return d.Round(10 * time.Microsecond).String() }
