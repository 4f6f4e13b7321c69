//go:build bench

package main

import (
	"context"
	"database/sql"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime/metrics"
	"time"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"casebook/internal/demo"
	"casebook/internal/export"
)

// What somebody would write by hand for a file: a line for each person and assignment, and one for each decision.
const (
	standingsByHand = `SELECT p.name, p.email, g.scenario_id, max(a.status), count(a.id), max(s.capped), min(a.started_at), max(a.ended_at)
		FROM enrolments e JOIN accounts p ON p.id = e.account_id JOIN assignments g ON g.cohort_id = e.cohort_id
		LEFT JOIN attempts a ON a.assignment_id = g.id AND a.account_id = e.account_id AND a.ordinal >= 0
		LEFT JOIN summaries s ON s.attempt_id = a.id
		WHERE e.cohort_id = ? GROUP BY e.account_id, g.id`
	decisionsByHand = `SELECT hex(a.id), p.name, a.scenario_id, a.lang, a.status, d.step, d.node, d.visit, d.move, d.offered,
			d.displayed, r.text, d.confidence, d.took_ms, d.at_us
		FROM attempts a JOIN decisions d ON d.attempt_id = a.id JOIN accounts p ON p.id = a.account_id
		LEFT JOIN rationales r ON r.attempt_id = d.attempt_id AND r.step = d.step
		WHERE a.cohort_id = ? ORDER BY a.id, d.step`
)

// A big cohort: so many assignments, of which everybody has begun some.
const (
	givenToAll = 40
	begunByAll = 5
)

// exports measures the files of a big cohort, from the first query to the last byte, beside a loop over SQL that writes
// the same kind of file, CSV in the place of JSON Lines; and how much memory they hold while they are written.
func exports(ctx context.Context, o options) (rows []row, err error) {
	s, err := openSchool(ctx, filepath.Join(o.data, "exports.db"))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	crowd, err := s.class(ctx, givenToAll, demo.Plan{Seed: 3, People: max(1, o.lines/givenToAll), Attempts: begunByAll})
	if err != nil {
		return nil, err
	}
	for _, f := range []struct {
		what   string
		wanted export.Wanted
		query  string
		byHand func(columns int) (lines, error)
		goal   float64
		memory float64 // in MB, up to a million lines: people and decisions stream; a workbook's cases are reckoned from all attempts
	}{
		{"CSV", export.Wanted{Format: export.AsCSV, View: export.ViewStandings}, standingsByHand, csvByHand, 2, 32},
		{"XLSX", export.Wanted{Format: export.AsXLSX}, standingsByHand, xlsxByHand, 3, 96},
		{"JSON Lines", export.Wanted{Format: export.AsLines}, decisionsByHand, csvByHand, 2, 16},
	} {
		f.wanted.For = export.Reader{Lang: "fr", Zone: time.UTC}
		byHand := func() (int, error) { return s.writeByHand(ctx, f.query, crowd, f.byHand) }
		n, err := byHand()
		if err != nil {
			return nil, err
		}
		held, err := s.held(ctx, crowd, f.wanted)
		if err != nil {
			return nil, err
		}
		took, err := takeTurns(o.rounds, []timing{
			{f.what, func() (nanoseconds, error) {
				return repeat(func() (int, error) { return n, s.export(ctx, io.Discard, crowd, f.wanted) })
			}},
			{f.what + " by hand", func() (nanoseconds, error) { return repeat(byHand) }},
		})
		if err != nil {
			return nil, err
		}
		ours, reference := took[f.what], took[f.what+" by hand"]
		what := fmt.Sprintf("%s of %d lines", f.what, n)
		rows = append(rows,
			atMost(what+" over a loop written by hand", ours.perSecond(), reference.perSecond(), float64(ours/reference), f.goal),
			holding(what, held, f.memory))
	}
	return rows, nil
}

// perSecond is how many fit into a second.
func (n nanoseconds) perSecond() string { return fmt.Sprintf("%.3g/s", 1e9/float64(n)) }

// holding is a row for the memory that a file takes while it is written.
func holding(what string, held, goal float64) row {
	return row{
		What: "memory of " + what, Ours: fmt.Sprintf("%.3g MB", held),
		Ratio: held / goal, Goal: fmt.Sprintf("≤ %g MB", goal), Met: held <= goal,
	}
}

// export writes a file as the product does.
func (s school) export(ctx context.Context, to io.Writer, of uuid.UUID, w export.Wanted) error {
	f, err := s.exports.Open(ctx, s.trainer, of, w)
	if err != nil {
		return err
	}
	return f.Write(ctx, to)
}

// held is how much memory is in use at most from the first query to the last byte, beyond what is when nothing is
// written, in MB. What nobody needs any more is no part of it: it is what the collector of garbage finds each time.
func (s school) held(ctx context.Context, of uuid.UUID, w export.Wanted) (most float64, err error) {
	idle := live()
	ended, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		for tick := time.NewTicker(5 * time.Millisecond); ; {
			select {
			case <-ended:
				tick.Stop()
				return
			case <-tick.C:
				metrics.Read(sample)
				most = max(most, float64(sample[0].Value.Uint64())/(1<<20)-idle)
			}
		}
	}()
	err = s.export(ctx, io.Discard, of, w)
	close(ended)
	<-done
	return most, err
}

// lines is a file that somebody writes by hand, a line after the other.
type lines interface {
	add(cells []sql.NullString) error
	close() error
}

// writeByHand writes what a query answers, and counts its lines.
func (s school) writeByHand(ctx context.Context, query string, of uuid.UUID, begin func(columns int) (lines, error)) (n int, err error) {
	rows, err := s.db.QueryContext(ctx, query, of[:])
	if err != nil {
		return 0, err
	}
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	cells, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	to, err := begin(len(columns))
	if err != nil {
		return 0, err
	}
	for ; rows.Next(); n++ {
		if err := errors.Join(rows.Scan(into...), to.add(cells)); err != nil {
			return n, err
		}
	}
	return n, errors.Join(rows.Err(), to.close())
}

type csvLines struct {
	*csv.Writer
	line []string
}

func csvByHand(columns int) (lines, error) {
	return csvLines{csv.NewWriter(io.Discard), make([]string, columns)}, nil
}

func (l csvLines) add(cells []sql.NullString) error {
	for i, c := range cells {
		l.line[i] = c.String
	}
	return l.Write(l.line)
}

func (l csvLines) close() error {
	l.Flush()
	return l.Error()
}

type xlsxLines struct {
	file   *excelize.File
	stream *excelize.StreamWriter
	line   []any
	n      *int
}

func xlsxByHand(columns int) (lines, error) {
	f := excelize.NewFile()
	stream, err := f.NewStreamWriter("Sheet1")
	return xlsxLines{f, stream, make([]any, columns), new(int)}, err
}

func (l xlsxLines) add(cells []sql.NullString) error {
	for i, c := range cells {
		l.line[i] = c.String
	}
	*l.n++
	return l.stream.SetRow(fmt.Sprintf("A%d", *l.n), l.line)
}

func (l xlsxLines) close() error {
	return errors.Join(l.stream.Flush(), l.file.Write(io.Discard), l.file.Close())
}
