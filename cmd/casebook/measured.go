package main

import (
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"casebook/internal/store"
	"casebook/internal/web"
)

var (
	commitChanges = prometheus.NewDesc("casebook_commit_changes", "Changes of attempts that shared a commit.", nil, nil)
	commitsFailed = prometheus.NewDesc("casebook_commits_failed_total", "Commits that failed.", nil, nil)
	changesQueued = prometheus.NewDesc("casebook_changes_waiting", "Changes that are accepted and not written yet.", nil, nil)
)

// measured gathers what there is to measure: the program, its requests and its database.
func measured(st *store.Store, requests *web.Metrics) *prometheus.Registry {
	r := prometheus.NewRegistry()
	r.MustRegister(
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		requests, written{st},
	)
	return r
}

// written tells how the writing of attempts goes, as a prometheus.Collector.
type written struct{ store *store.Store }

func (w written) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{commitChanges, commitsFailed, changesQueued} {
		to <- d
	}
}

func (w written) Collect(to chan<- prometheus.Metric) {
	f := w.store.Figures()
	var commits uint64
	upTo := make(map[float64]uint64, len(f.Commits))
	for i, n := range f.Commits {
		commits += n
		upTo[float64(int(1)<<i)] = commits
	}
	to <- prometheus.MustNewConstHistogram(commitChanges, commits, float64(f.Changes), upTo)
	to <- prometheus.MustNewConstMetric(commitsFailed, prometheus.CounterValue, float64(f.Failed))
	to <- prometheus.MustNewConstMetric(changesQueued, prometheus.GaugeValue, float64(f.Waiting))
}
