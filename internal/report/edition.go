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
	known    []step // by code, as far as they were looked up
	baseline *float64
}

func newEdition(v *library.Version) (*edition, error) {
	b, err := newBook(v)
	if err != nil {
		return nil, err
	}
	base, err := baseline(v)
	return &edition{version: v, book: b, baseline: base}, err
}

// move is the step that a code stands for, not weighed yet.
func (e *edition) move(code uint32) step {
	for int(code) >= len(e.known) {
		at, made := e.book.move(len(e.known))
		e.known = append(e.known, step{node: at.Node, moves: at.Moves, made: made})
	}
	return e.known[code]
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

	codes   []uint32 // room, as is what follows
	weighed []attempt.Weighed
	profile []attempt.Shown
	shown   []float64
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
		m := e.move(code)
		if len(r.weighed) > 0 {
			m.weighed = r.weighed[i]
		}
		r.steps = append(r.steps, m)
	}
	return !slices.ContainsFunc(r.missing, func(must int) bool { return must >= len(e.version.Scenario.Must) })
}

// notInPlay stands where a competency was not in play.
const notInPlay = -1

// shown is what a summary shows of each competency of the version, from 0 to 100, or notInPlay.
func (e *edition) shown(s *attempt.Summary, room *reading) []float64 {
	room.shown = room.shown[:0]
	var ok bool
	room.profile, ok = s.Profile.Competencies(room.profile[:0])
	ok = ok && len(room.profile) == len(e.version.Scenario.Competencies)
	for i := range e.version.Scenario.Competencies {
		score := float64(notInPlay)
		if ok && room.profile[i].Range > 0 {
			score = 100 * float64(room.profile[i].Attained) / float64(room.profile[i].Range)
		}
		room.shown = append(room.shown, score)
	}
	return room.shown
}
