package store

import (
	"context"
	"errors"
	"reflect"
	"sync"

	gormschema "gorm.io/gorm/schema"

	"casebook/internal/account"
	"casebook/internal/attempt"
)

// sheet is rows for a table. Its columns are those of the rows, as everywhere else.
type sheet struct {
	table   string
	columns []string
	fields  []*gormschema.Field
	rows    reflect.Value
}

var sheetSchemas sync.Map

// lay lays rows on a sheet of their own; none, when there are no rows.
func lay[T any](sheets *[]sheet, rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	of, err := gormschema.Parse(new(T), &sheetSchemas, gormschema.NamingStrategy{})
	if err != nil {
		return err
	}
	s := sheet{table: of.Table, columns: of.DBNames, rows: reflect.ValueOf(rows)}
	for _, name := range of.DBNames {
		s.fields = append(s.fields, of.FieldsByDBName[name])
	}
	*sheets = append(*sheets, s)
	return nil
}

// value is what a row has in a column.
func (s *sheet) value(row, column int) any {
	v, _ := s.fields[column].ValueOf(context.Background(), s.rows.Index(row))
	return v
}

// sheetsOf are the rows that accounts and attempts come to, those first that others refer to.
func sheetsOf(accounts []account.Account, attempts []attempt.Attempt) (sheets []sheet, err error) {
	people := make([]accountRow, len(accounts))
	for i, a := range accounts {
		people[i] = accountRowOf(a)
	}
	rows, err := rowsOf(attempts)
	if err != nil {
		return nil, err
	}
	err = errors.Join(
		lay(&sheets, people), lay(&sheets, rows.begun), lay(&sheets, rows.decisions),
		lay(&sheets, rows.rationales), lay(&sheets, rows.page.drafts.kept), lay(&sheets, rows.page.reflections.kept),
		lay(&sheets, rows.summaries),
	)
	return sheets, err
}

// playedRows are the rows of attempts that nobody has seen yet.
type playedRows struct {
	begun      []attemptRow
	decisions  []decisionRow
	rationales []rationaleRow
	summaries  []summaryRow
	page       page
}

func rowsOf(attempts []attempt.Attempt) (rows playedRows, err error) {
	for _, a := range attempts {
		r, err := keptOf(a, &keptAttempt{})
		if err != nil {
			return rows, err
		}
		e, err := newEntry(nil, &r)
		if err != nil {
			return rows, err
		}
		rows.page.add(e)
		rows.begun = append(rows.begun, e.attempt)
		rows.decisions = append(rows.decisions, e.decisions...)
		rows.rationales = append(rows.rationales, e.rationales...)
		if !e.is.summary.none() {
			rows.summaries = append(rows.summaries, e.is.summary)
		}
	}
	return rows, nil
}

// whole is what a row has in all columns.
func (s *sheet) whole(row int) ([]any, error) {
	values := make([]any, len(s.columns))
	for i := range values {
		values[i] = s.value(row, i)
	}
	return values, nil
}
