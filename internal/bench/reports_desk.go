//go:build bench

package main

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"casebook/internal/bench/serve"
	"casebook/internal/library"
	"casebook/internal/report"
	"casebook/internal/store"
)

// desk makes the product's reports of the case.
type desk struct {
	version *library.Version
	service *report.Service
	memory  float64 // that it takes to make reports, in MB
	took    time.Duration
}

// openDesk reads all summaries.
func openDesk(ctx context.Context, st *store.Store) (desk, error) {
	lib := library.New(st, nil, now)
	v, err := lib.Newest(ctx, serve.Scenario)
	if err != nil {
		return desk{}, err
	}
	if _, err := v.Solution(); err != nil { // which whoever plays needs too
		return desk{}, err
	}
	d := desk{version: v, service: report.New(st, lib)}
	before, begun := live(), time.Now()
	if err := d.service.Refresh(ctx); err != nil {
		return desk{}, err
	}
	d.took = time.Since(begun)
	d.memory = live() - before
	return d, nil
}

// report is what a page about the case tells.
func (d desk) report(ctx context.Context) (report.Report, error) {
	return d.service.Report(ctx, d.version.Ref, report.Filter{})
}

func (d desk) weight() row {
	const goal = 64
	return row{
		What: fmt.Sprintf("memory of its columns, which are read in %.2g s", d.took.Seconds()), Ours: fmt.Sprintf("%.3g MB", d.memory),
		Ratio: d.memory / goal, Goal: fmt.Sprintf("≤ %d MB", goal), Met: d.memory <= goal,
	}
}

// live is how much memory is in use, in MB.
func live() float64 {
	runtime.GC()
	runtime.GC() // what the first has set free from pools
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}
