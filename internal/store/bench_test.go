package store

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"casebook/internal/attempt"
)

// servers are where benchmarks run.
func servers() map[string]func(testing.TB) string {
	addresses := map[string]func(testing.TB) string{
		"sqlite": func(b testing.TB) string { return filepath.Join(b.TempDir(), "casebook.db") },
	}
	if server := os.Getenv("CASEBOOK_TEST_POSTGRES"); server != "" {
		addresses["postgres"] = func(b testing.TB) string { return ownSchema(b, server) }
	}
	return addresses
}

// BenchmarkDecide makes decisions, each durable before it is acknowledged, by so many callers at once.
func BenchmarkDecide(b *testing.B) {
	for name, address := range servers() {
		for _, callers := range []int{1, 64, 256} {
			b.Run(fmt.Sprintf("%s/callers=%d", name, callers), func(b *testing.B) {
				s := opened(b, address(b))
				owner := guest(b, s)
				decideBy(b, s, owner, callers)
			})
		}
	}
}

// decideBy makes b.N decisions, length of them in each attempt.
func decideBy(b *testing.B, s *Store, owner uuid.UUID, callers int) {
	const length = 20
	ids := make(chan uuid.UUID, b.N/length+callers)
	for range cap(ids) {
		ids <- begun(b, s, owner).ID
	}
	var left atomic.Int64
	left.Store(int64(b.N))
	b.ResetTimer()
	var all sync.WaitGroup
	for range callers {
		all.Go(func() {
			for id := range ids {
				for range length {
					if left.Add(-1) < 0 {
						return
					}
					_, err := s.ChangeAttempt(b.Context(), owner, id, func(a *attempt.Attempt) error {
						decide(a, "wait")
						return nil
					})
					if err != nil {
						b.Error(err)
						return
					}
				}
			}
		})
	}
	all.Wait()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "decisions/s")
}
