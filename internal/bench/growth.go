//go:build bench

package main

import (
	"context"
	"errors"
)

// growth measures whether a decision takes longer when many are stored.
func growth(ctx context.Context, o options) (rows []row, err error) {
	s := stable{options: o}
	defer func() { err = errors.Join(err, s.stop()) }()
	for _, size := range []size{thousands, million, millions} {
		file, err := stored(ctx, o, size.decisions)
		if err != nil {
			return nil, err
		}
		if err := s.startProduct(ctx, size.name, file, 64); err != nil {
			return nil, err
		}
	}
	r, err := rotate(ctx, o.rounds, s.contenders)
	if err != nil {
		return nil, err
	}
	few := 1 / r.rate(thousands.name+" 64")
	for _, size := range []size{million, millions} {
		many := 1 / r.rate(size.name+" 64")
		rows = append(rows, atMost("time per decision with "+size.name+" stored, over "+thousands.name,
			nanoseconds(many*1e9).String(), nanoseconds(few*1e9).String(), many/few, 1.2))
	}
	return rows, nil
}
