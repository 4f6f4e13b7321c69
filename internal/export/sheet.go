// Package export writes what reports say into files that people open elsewhere: CSV, XLSX, PDF and JSON Lines. What is
// long is written as it is read, so that memory does not grow with it.
package export

import (
	"iter"
	"time"
)

// Sheet is one table: a title for each column, and as many rows as there are.
type Sheet struct {
	Name    string // what it is called in a workbook
	Columns []Column
	Rows    iter.Seq2[[]Cell, error] // a row is only good until the next one is asked for
}

// Column is one of a sheet.
type Column struct {
	Title string
	Width int // in characters, as wide as what is usually in it
}

// Cell is one value. The zero value is an empty cell.
type Cell struct {
	kind   kind
	text   string
	number float64
	moment time.Time
}

type kind uint8

const (
	blank kind = iota
	text
	count
	decimal
	share
	moment
)

// Text is a cell of words. However it begins, no program that opens the file takes it for a formula.
func Text(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{kind: text, text: s}
}

// Count is a cell of a whole number.
func Count(n int) Cell { return Cell{kind: count, number: float64(n)} }

// Decimal is a cell of a number, shown with two decimals.
func Decimal(x float64) Cell { return Cell{kind: decimal, number: x} }

// Share is a cell of a part of a whole, from 0 to 1, shown in percent.
func Share(p float64) Cell { return Cell{kind: share, number: p} }

// Moment is a cell of a date and time of day, shown in the reader's time zone; empty for the zero time.
func Moment(t time.Time) Cell {
	if t.IsZero() {
		return Cell{}
	}
	return Cell{kind: moment, moment: t}
}

// Rows are rows that are at hand.
func Rows(rows [][]Cell) iter.Seq2[[]Cell, error] {
	return func(yield func([]Cell, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// Reader is who a file is for.
type Reader struct {
	Lang string         // fr or en
	Zone *time.Location // in which moments are told
}
