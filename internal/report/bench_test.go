package report

import (
	"context"
	"math/rand/v2"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/library"
)

// tenMillion is a source of summaries of so many decisions, which are some plays over and over.
type tenMillion struct {
	plays []attempt.Summary
	n     int
	steps int
}

func newTenMillion(b *testing.B, v *library.Version) *tenMillion {
	chance := rand.New(rand.NewPCG(1, 2))
	s := &tenMillion{}
	for minute := range 20_000 {
		a, _ := played(b, v, chance, minute, forever)
		s.plays = append(s.plays, a.Summary)
	}
	for ; s.steps < 10_000_000; s.n++ {
		s.steps += s.plays[s.n%len(s.plays)].Steps
	}
	return s
}

func (s *tenMillion) Summaries(_ context.Context, from string) ([]attempt.Summary, string, bool, error) {
	at, _ := strconv.Atoi(from)
	at %= s.n
	place := at % len(s.plays)
	page := s.plays[place:min(place+4096, len(s.plays), place+s.n-at)]
	at += len(page)
	return page, strconv.Itoa(at), at < s.n, nil
}

func (s *tenMillion) Forgotten(context.Context, int64) ([]uuid.UUID, int64, error) {
	return nil, 0, nil
}

func live() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func BenchmarkOneCaseOverTenMillionDecisions(b *testing.B) {
	for _, v := range shipped(b) {
		if _, err := v.Solution(); err != nil {
			b.Fatal(err)
		}
		source := newTenMillion(b, v)
		b.Run(v.ID, func(b *testing.B) {
			before := live()
			service := New(source, shelf{v})
			begun := time.Now()
			if err := service.Refresh(b.Context()); err != nil {
				b.Fatal(err)
			}
			loaded := time.Since(begun)
			after := live()
			var r Report
			for b.Loop() {
				c := service.versions[v.Ref]
				r = newReport(c, c.count(newSieve(Filter{}, anyCohort)))
			}
			b.ReportMetric(float64(after-before)/(1<<20), "MB")
			b.ReportMetric(float64(r.Completed), "attempts")
			b.ReportMetric(loaded.Seconds(), "s-to-read")
		})
	}
}
