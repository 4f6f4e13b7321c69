package report

import (
	"slices"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/library"
)

// edition is a version in the terms of reports.
type edition struct {
	version  *library.Version
	book     book
	baseline *float64
}

func newEdition(v *library.Version) (*edition, error) {
	b, err := newBook(v)
	if err != nil {
		return nil, err
	}
	base, err := baseline(v)
	return &edition{v, b, base}, err
}

// step is a move of an attempt that has ended.
type step struct {
	node    int
	moves   []engine.Move // that could be made
	made    engine.Move
	weighed attempt.Weighed
}

// credit is what a step earned, from 0 to 1; false where none can be earned.
func (e *edition) credit(s *step) (float64, bool) {
	if !e.version.Scenario.Nodes[s.node].Scored || s.weighed.Stake <= 0 {
		return 0, false
	}
	return 1 - s.weighed.Regret/s.weighed.Stake, true
}

// reading is an attempt that has ended, read.
type reading struct {
	steps   []step
	missing []int // musts

	codes   []uint32 // room, as is weighed
	weighed []attempt.Weighed
}

// read takes a summary apart; false when it is not one of this version, or damaged. Without a course, nothing was at
// stake in any step, and no must is missing.
func (e *edition) read(s *attempt.Summary, r *reading) (ok bool) {
	r.steps, r.missing = r.steps[:0], nil
	if r.codes, ok = e.book.codes(s.Path, r.codes[:0]); !ok || s.Node < 0 || s.Node >= len(e.version.Scenario.Nodes) {
		return false
	}
	r.weighed = r.weighed[:0]
	if s.Course != "" {
		if r.missing, r.weighed, ok = s.Course.Read(r.weighed); !ok || len(r.weighed) != len(r.codes) {
			return false
		}
	}
	for i, code := range r.codes {
		at, made := e.book.move(int(code))
		m := step{node: at.Node, moves: at.Moves, made: made}
		if len(r.weighed) > 0 {
			m.weighed = r.weighed[i]
		}
		r.steps = append(r.steps, m)
	}
	return !slices.ContainsFunc(r.missing, func(must int) bool { return must >= len(e.version.Scenario.Must) })
}

// shown is what a summary shows of each competency of the version, from 0 to 100; nil where it was not in play.
func (e *edition) shown(s *attempt.Summary) []*float64 {
	list := make([]*float64, len(e.version.Scenario.Competencies))
	profile, ok := s.Profile.Competencies(nil)
	if !ok || len(profile) != len(list) {
		return list
	}
	for i, p := range profile {
		if p.Range > 0 {
			score := 100 * float64(p.Attained) / float64(p.Range)
			list[i] = &score
		}
	}
	return list
}
