//go:build bench

package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// reports measures what a page about a case takes, on ten million decisions of one case. The product tells scores,
// endings and competencies too; the references tell only how often each move could be made, and was. They read as many
// decisions as is asked for, and are told for as many as the product reads.
func reports(ctx context.Context, o options) (rows []row, err error) {
	few, err := stored(ctx, o, o.decisions)
	if err != nil {
		return nil, err
	}
	many, err := stored(ctx, o, millions.decisions)
	if err != nil {
		return nil, err
	}
	st, err := opened(ctx, many)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	d, err := openDesk(ctx, st)
	if err != nil {
		return nil, err
	}
	a, err := agree(ctx, d, many, few)
	if err != nil {
		return nil, err
	}
	r, err := openReferences(ctx, few)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.close()) }()
	took, err := takeTurns(o.rounds, []timing{
		{"report by columns", once(func() error { _, err := d.report(ctx); return err })},
		{"report by GORM rows", once(func() error { _, err := r.loadRows(); return err })},
		{"report by GROUP BY", once(func() error { _, err := r.groupRows(); return err })},
	})
	if err != nil {
		return nil, err
	}
	return append(beside(took, a),
		within("report on one case with 10 million decisions stored", took["report by columns"], 40*time.Millisecond),
		d.weight(), a.row()), nil
}

// beside compares the product with the references, whose time grows with what they read.
func beside(took map[string]nanoseconds, a agreement) (rows []row) {
	ours, more := took["report by columns"], float64(a.many)/float64(a.few)
	told := ""
	if more > 1 {
		told = fmt.Sprintf(", timed on %.2g million and told times %.3g", float64(a.few)/1e6, more)
	}
	for _, reference := range []struct {
		what, name string
		goal       float64
	}{
		{"GORM row loading", "report by GORM rows", 60},
		{"SQL GROUP BY", "report by GROUP BY", 20},
	} {
		whole := took[reference.name] * nanoseconds(more)
		rows = append(rows, atLeast("report on 10 million decisions stored over "+reference.what+told,
			ours.String(), whole.String(), float64(whole/ours), reference.goal))
	}
	return rows
}
