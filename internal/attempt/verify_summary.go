package attempt

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"casebook/internal/solve"
)

// summaries compares what is kept of an attempt's end with what it comes to.
func (c *comparison) summaries(kept, played *Summary) {
	if *kept == (Summary{}) {
		c.differ(Whole, NoSummary, "", "")
		return
	}
	c.same(Whole, OfSummaryOrigin, origin(kept), origin(played))
	c.same(Whole, OfSummaryEnding, c.ending(kept), c.ending(played))
	if !near(kept, played) {
		c.differ(Whole, OfSummaryScore, score(kept), score(played))
	}
	c.same(Whole, OfSummaryCompetencies, c.profile(kept), c.profile(played))
	if kept.Path != played.Path {
		c.path(kept.Path, played.Path)
	}
	c.course(kept.Course, played.Course)
}

// course tells the first step of which something else is kept than what it comes to; a course that was never kept is
// made beside the requests of the next server.
func (c *comparison) course(kept, played Course) {
	if kept == played || kept == "" {
		return
	}
	missing, is, ok := kept.Read(nil)
	lacking, was, _ := played.Read(nil)
	if !ok || !slices.Equal(missing, lacking) || len(is) != len(was) {
		c.differ(Whole, OfSummaryCourse, fmt.Sprintf("%x", string(kept)), fmt.Sprintf("%x", string(played)))
		return
	}
	for i := range is {
		if !is[i].like(was[i]) {
			c.differ(i, OfSummaryCourse, is[i].String(), was[i].String())
			return
		}
	}
}

// like reports whether two steps weigh the same, but for what another machine may make of the last digit.
func (w Weighed) like(o Weighed) bool {
	const digit = 1.5 / thousands
	return w.Took == o.Took && w.Confidence == o.Confidence && math.Abs(w.Stake-o.Stake) < digit && math.Abs(w.Regret-o.Regret) < digit
}

func (w Weighed) String() string {
	return fmt.Sprintf("%s, %d, %.3f/%.3f", w.Took, w.Confidence, w.Regret, w.Stake)
}

func origin(s *Summary) string {
	return fmt.Sprintf("%s, %s/%d", s.Account, s.Scenario.ID, s.Scenario.Version)
}

func (c *comparison) ending(s *Summary) string {
	return fmt.Sprintf("%s, %s, %s, %d", s.Status, instant(s.EndedAt), c.say.node(s.Node), s.Steps)
}

// near reports whether scores are the same, but for what another machine may make of the last digit.
func near(a, b *Summary) bool {
	const digit = 1.5e-9
	return a.Scored == b.Scored && math.Abs(a.Score-b.Score) < digit && math.Abs(a.Capped-b.Capped) < digit
}

func score(s *Summary) string {
	if !s.Scored {
		return ""
	}
	return fmt.Sprintf("%v, %v", s.Score, s.Capped)
}

// profile writes a profile down; what cannot be read, in hexadecimal.
func (c *comparison) profile(s *Summary) string {
	list, ok := s.Profile.Competencies(nil)
	if !ok || len(list) > 0 && len(list) != len(c.v.Scenario.Competencies) {
		return fmt.Sprintf("%x", s.Profile)
	}
	var said []string
	for i, shown := range list {
		said = append(said, fmt.Sprintf("%s %d/%d", c.v.Scenario.Competencies[i], shown.Attained, shown.Range))
	}
	return strings.Join(said, ", ")
}

// path tells the first move at which two paths part.
func (c *comparison) path(kept, played Path) {
	var codes *solve.Codes
	if solution, err := c.v.Solution(); err == nil {
		codes = solution.Codes()
	}
	for i := range max(kept.Len(), played.Len()) {
		if is, was := c.step(codes, played, i), c.step(codes, kept, i); is != was {
			c.differ(i, OfSummaryPath, was, is)
			return
		}
	}
	c.differ(Whole, OfSummaryPath, fmt.Sprintf("%x", kept.Moves), fmt.Sprintf("%x", played.Moves))
}

func (c *comparison) step(codes *solve.Codes, p Path, i int) string {
	if i >= p.Len() {
		return ""
	}
	at, made, ok := p.Move(codes, i)
	if !ok {
		return "?"
	}
	return c.say.move(at.Node, made) + " ← " + c.say.standing(at.Node, at.Moves)
}
