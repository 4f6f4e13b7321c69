package report

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// sieve is a filter in the terms of the columns.
type sieve struct {
	from, to int64 // in microseconds, to excluded
	cohort   uint32
	anybody  bool // whatever the cohort
}

// micros rounds up: what ended in the microsecond before t did so before t.
func micros(t time.Time) int64 { return t.Add(time.Microsecond - 1).UnixMicro() }

func newSieve(f Filter, cohort uint32) sieve {
	v := sieve{from: math.MinInt64, to: math.MaxInt64, cohort: cohort, anybody: cohort == anyCohort}
	if !f.From.IsZero() {
		v.from = micros(f.From)
	}
	if !f.To.IsZero() {
		v.to = micros(f.To)
	}
	return v
}

func (v *sieve) lets(k *chunk, row int) bool {
	at := k.ended[row]
	return at >= v.from && at < v.to && (v.anybody || k.cohort.at(row) == v.cohort)
}

// tally is what is counted of the attempts that pass.
type tally struct {
	completed, capped int
	endings, left     []int // by node
	scores            []int // by number
	shown             []int // by competency and number
	moves             []int // by code
}

func newTally(c *columns) *tally {
	nodes, competencies := len(c.version.Scenario.Nodes), len(c.version.Scenario.Competencies)
	return &tally{
		endings: make([]int, nodes), left: make([]int, nodes), scores: make([]int, len(c.scores.values)),
		shown: make([]int, competencies*len(c.shown.values)), moves: make([]int, c.book.len()),
	}
}

// count counts what passes, a chunk at a time on each processor.
func (c *columns) count(v sieve) *tally {
	total, tallies := newTally(c), make([]*tally, min(runtime.GOMAXPROCS(0), len(c.chunks)))
	var next atomic.Int64
	var all sync.WaitGroup
	for w := range tallies {
		tallies[w] = newTally(c)
		all.Go(func() {
			for i := int(next.Add(1)); i <= len(c.chunks); i = int(next.Add(1)) {
				tallies[w].chunk(c, c.chunks[i-1], &v)
			}
		})
	}
	all.Wait()
	for _, t := range tallies {
		total.add(t)
	}
	return total
}

func (t *tally) chunk(c *columns, k *chunk, v *sieve) {
	competencies, numbers := len(c.version.Scenario.Competencies), len(c.shown.values)
	to := 0
	for row, m := range k.marks {
		from := to
		to += int(k.steps.at(row))
		if !v.lets(k, row) {
			continue
		}
		if m&completed == 0 {
			t.left[k.node.at(row)]++
			continue
		}
		t.completed++
		t.endings[k.node.at(row)]++
		if m&scored != 0 {
			t.scores[k.score.at(row)]++
		}
		if m&ceiling != 0 {
			t.capped++
		}
		if m&profiled != 0 {
			for i := range competencies {
				t.shown[i*numbers+int(k.shown.at(row*competencies+i))]++
			}
		}
		k.path.tick(t.moves, from, to)
	}
}

func (t *tally) add(o *tally) {
	t.completed, t.capped = t.completed+o.completed, t.capped+o.capped
	for _, both := range [][2][]int{
		{t.endings, o.endings}, {t.left, o.left}, {t.scores, o.scores}, {t.shown, o.shown}, {t.moves, o.moves},
	} {
		for i, n := range both[1] {
			both[0][i] += n
		}
	}
}
