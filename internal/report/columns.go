package report

import (
	"casebook/internal/attempt"
	"casebook/internal/library"
)

// chunkRows is how many attempts share a chunk: what one reader counts at a time.
const chunkRows = 1 << 14

// columns are the summaries of one version, a list for each thing that they say.
type columns struct {
	version    *library.Version
	book       book
	scores     numbered[float64]
	shown      numbered[attempt.Shown]
	chunks     []*chunk
	unreadable int

	path    []uint32 // room, as is profile
	profile []attempt.Shown
}

func newColumns(v *library.Version) (*columns, error) {
	b, err := newBook(v)
	return &columns{version: v, book: b}, err
}

// chunk is some of the rows. All but the last of a version are full, and change no more.
type chunk struct {
	ended  []int64 // in microseconds
	marks  []marks
	cohort ints
	node   ints
	score  ints // under the ceiling: its number among those of the version
	shown  ints // by row, one for each competency: its number among those of the version
	steps  ints
	path   ints // by row, a code for each step
}

// marks say what a row has.
type marks uint8

const (
	completed marks = 1 << iota
	scored
	ceiling // the score was above it
	profiled
)

func marksOf(s *attempt.Summary) (m marks) {
	if s.Status == attempt.Completed {
		m |= completed
	}
	if s.Scored {
		m |= scored
	}
	if s.Capped < s.Score {
		m |= ceiling
	}
	if s.Profile != "" {
		m |= profiled
	}
	return m
}

// add keeps a summary, or counts it as one that cannot be read.
func (c *columns) add(s *attempt.Summary, cohort uint32) {
	var ok bool
	if c.path, ok = c.book.codes(s.Path, c.path[:0]); !ok || !c.reads(s) {
		c.unreadable++
		return
	}
	k := c.last()
	k.ended, k.marks = append(k.ended, s.EndedAt.UnixMicro()), append(k.marks, marksOf(s))
	k.cohort.add(cohort)
	k.node.add(uint32(s.Node))
	k.score.add(c.scores.of(s.Capped))
	for _, shown := range c.profile {
		k.shown.add(c.shown.of(shown))
	}
	k.steps.add(uint32(len(c.path)))
	for _, code := range c.path {
		k.path.add(code)
	}
	if len(k.ended) == chunkRows {
		k.close()
	}
}

// reads takes a profile apart, none into nothing of every competency, and reports whether the version can be read so.
func (c *columns) reads(s *attempt.Summary) (ok bool) {
	competencies := len(c.version.Scenario.Competencies)
	if c.profile, ok = s.Profile.Competencies(c.profile[:0]); !ok {
		return false
	}
	for s.Profile == "" && len(c.profile) < competencies {
		c.profile = append(c.profile, attempt.Shown{})
	}
	return len(c.profile) == competencies && s.Node >= 0 && s.Node < len(c.version.Scenario.Nodes)
}

func (c *columns) last() *chunk {
	if n := len(c.chunks); n > 0 && len(c.chunks[n-1].ended) < chunkRows {
		return c.chunks[n-1]
	}
	c.chunks = append(c.chunks, &chunk{})
	return c.chunks[len(c.chunks)-1]
}

func (k *chunk) close() {
	k.ended, k.marks = exact(k.ended), exact(k.marks)
	for _, l := range []*ints{&k.cohort, &k.node, &k.score, &k.shown, &k.steps, &k.path} {
		l.close()
	}
}
