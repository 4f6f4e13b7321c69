//go:build bench

package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"casebook/internal/bench/load"
)

// growth measures whether a decision takes longer when many are stored.
func growth(ctx context.Context, o options) (rows []row, err error) {
	s := stable{options: o}
	defer func() { err = errors.Join(err, s.stop()) }()
	sizes := []struct {
		name      string
		decisions int
	}{{"10 thousand", 10_000}, {"1 million", 1_000_000}, {"10 million", 10_000_000}}
	seed := filepath.Join(o.data, "seed.db")
	sown, err := sow(ctx, o, seed, sizes[0].decisions)
	if err != nil {
		return nil, err
	}
	for _, size := range sizes {
		file := filepath.Join(o.data, size.name+".db")
		if err := multiply(ctx, seed, file, size.decisions/sown); err != nil {
			return nil, err
		}
		switch n, err := storedIn(ctx, file); {
		case err != nil:
			return nil, err
		case n < size.decisions:
			return nil, fmt.Errorf("%d decisions are stored, and not %d", n, size.decisions)
		}
		if err := s.startProduct(ctx, size.name, file, 64); err != nil {
			return nil, err
		}
	}
	r, err := rotate(ctx, o.rounds, s.contenders)
	if err != nil {
		return nil, err
	}
	few := 1 / r.rate(sizes[0].name+" 64")
	for _, size := range sizes[1:] {
		many := 1 / r.rate(size.name+" 64")
		rows = append(rows, atMost("time per decision with "+size.name+" stored, over "+sizes[0].name,
			nanoseconds(many*1e9).String(), nanoseconds(few*1e9).String(), many/few, 1.2))
	}
	return rows, nil
}

// sow plays until so many decisions are stored, and says how many there are.
func sow(ctx context.Context, o options, file string, decisions int) (stored int, err error) {
	p, err := product(ctx, o, file)
	if err != nil {
		return 0, err
	}
	players := trainees(64)
	for made := 0; made < decisions && err == nil; {
		var s load.Sample
		s, err = load.Run(ctx, p.addr, players, time.Second, func() {})
		made += s.Count
	}
	if err := errors.Join(err, p.stop()); err != nil {
		return 0, err
	}
	return storedIn(ctx, file)
}

// storedIn counts the decisions in a database that nobody writes to.
func storedIn(ctx context.Context, file string) (n int, err error) {
	db, err := sql.Open("sqlite3", file)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	err = db.QueryRowContext(ctx, "SELECT count(*) FROM decisions").Scan(&n)
	return n, err
}
