//go:build bench

package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math"

	"casebook/internal/engine"
	"casebook/internal/report"
	"casebook/internal/scenario"
)

// agreement is whether the columns tell what the log does, and the references too: of all decisions how often each move
// could be made and was, and of those that the references read everything else, scores included.
type agreement struct {
	many, few int // decisions
	columns   bool
}

func agree(ctx context.Context, d desk, many, few string) (a agreement, err error) {
	whole, err := d.report(ctx)
	if err != nil {
		return a, err
	}
	all, err := groupedIn(ctx, many)
	if err != nil {
		return a, err
	}
	st, err := opened(ctx, few)
	if err != nil {
		return a, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	small, err := openDesk(ctx, st)
	if err != nil {
		return a, err
	}
	part, err := small.report(ctx)
	if err != nil {
		return a, err
	}
	log, err := foldLog(ctx, st, small.version)
	if err != nil {
		return a, err
	}
	s := small.version.Scenario
	a.columns = maps.Equal(counted(s, all), told(whole)) && maps.Equal(counted(s, log.counts), told(part)) && log.tells(part)
	a.many, a.few = total(all), total(log.counts)
	return a, nil
}

// groupedIn lets a database count.
func groupedIn(ctx context.Context, file string) (counts map[situated]int, err error) {
	r, err := openReferences(ctx, file)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.close()) }()
	return r.groupRows()
}

// tells reports whether a report says the same of attempts and their scores.
func (f fold) tells(r report.Report) bool {
	const digit = 1e-9
	return f.completed == r.Completed && f.abandoned == r.Abandoned && f.scored == r.Score.N && f.capped == r.Score.Capped &&
		f.scored > 0 && math.Abs(f.scores/float64(f.scored)-r.Score.Mean) < digit
}

func (a agreement) row() row {
	r := row{
		What: fmt.Sprintf("checksum equal to a fold of the log: counts of %d decisions, scores of those of %d", a.many, a.few),
		Ours: "no", Goal: "yes", Met: a.columns,
	}
	if r.Met {
		r.Ours, r.Ratio = "yes", 1
	}
	return r
}

// option is a move of a node, in the author's words.
type option struct{ node, move string }

// told is what a report says of decisions.
func told(r report.Report) map[option]report.Move {
	m := map[option]report.Move{}
	for _, d := range r.Decisions {
		for _, move := range d.Moves {
			m[option{d.Node, move.ID}] = move
		}
	}
	return m
}

// counted is the same, of decisions that have been counted.
func counted(s *scenario.Scenario, counts map[situated]int) map[option]report.Move {
	m := map[option]report.Move{}
	for at, n := range counts {
		for _, move := range at.offered.Moves() {
			o := option{s.Nodes[at.node].ID, engine.Name(s, at.node, move)}
			is := m[o]
			is.ID, is.Offered = o.move, is.Offered+n
			if int(move) == at.move {
				is.Chosen += n
			}
			m[o] = is
		}
	}
	return m
}

func total(counts map[situated]int) (n int) {
	for _, times := range counts {
		n += times
	}
	return n
}
