//go:build trials

package trials

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// flat is what may not grow, and how much it may differ all the same: a share of itself, and something more.
var flat = []struct {
	name, metric string
	share, more  float64
	unit         float64
}{
	{"MiB", "process_resident_memory_bytes", 0.15, 8 << 20, 1 << 20},
	{"goroutines", "go_goroutines", 0.05, 10, 1},
	{"descriptors", "process_open_fds", 0.05, 5, 1},
}

func TestSoak(t *testing.T) {
	r := trial(t, "soak of 45 s, SQLite")
	addr := freeAddress(t)
	s := product.serve(t, filepath.Join(t.TempDir(), "casebook.db"), "--metrics", addr)
	metrics := strangers("http://"+addr, 1).people[0]
	c := guests(t, s.url, 16)
	c.pause = 10 * time.Millisecond
	var samples []map[string]float64
	c.while(t.Context(), func() {
		for range 45 {
			time.Sleep(time.Second)
			samples = append(samples, sample(t, metrics))
		}
	})
	middle, end := samples[15:30], samples[30:]
	var seen []string
	for _, f := range flat {
		seen = append(seen, fmt.Sprintf("%.0f to %.0f %s", middling(middle, f.metric)/f.unit, middling(end, f.metric)/f.unit, f.name))
	}
	r.saw("%d answers; %s", len(c.answers("")), strings.Join(seen, ", "))
	c.plain(t)
	for _, g := range grown(middle, end) {
		t.Errorf("not flat: %s", g)
	}
	leaks := leaking(t, s.addr, 300, func() []map[string]float64 { return []map[string]float64{sample(t, metrics)} })
	found := grown(middle, leaks)
	r.caught(len(found) >= 2, "300 connections left open: %s", strings.Join(found, ", "))
}

// grown tells what is more at the end than it may be.
func grown(before, after []map[string]float64) (grown []string) {
	for _, f := range flat {
		was, is := middling(before, f.metric), middling(after, f.metric)
		if is > was*(1+f.share)+f.more {
			grown = append(grown, fmt.Sprintf("%.0f %s became %.0f", was/f.unit, f.name, is/f.unit))
		}
	}
	return grown
}

// middling is the median of a metric.
func middling(samples []map[string]float64, metric string) float64 {
	var values []float64
	for _, s := range samples {
		values = append(values, s[metric])
	}
	return middle(values)
}

// sample reads what the server tells of itself.
func sample(t *testing.T, metrics *trainee) map[string]float64 {
	t.Helper()
	a := metrics.ask(t.Context(), "metrics", http.MethodGet, "/metrics", "", "")
	values := map[string]float64{}
	for line := range strings.Lines(string(a.body)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		if n, err := strconv.ParseFloat(value, 64); err == nil {
			values[name] = n
		}
	}
	for _, f := range flat {
		if values[f.metric] == 0 {
			t.Fatalf("the metrics do not tell %s: %d %s", f.metric, a.status, a.detail)
		}
	}
	return values
}

// leaking measures while so many connections are left open.
func leaking(t *testing.T, addr string, n int, measure func() []map[string]float64) []map[string]float64 {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	for range n {
		conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = conn.Close() }() // nothing was said
	}
	time.Sleep(200 * time.Millisecond) // all are accepted
	return measure()
}
