//go:build bench

package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"casebook/internal/bench/load"
	"casebook/internal/bench/serve"
)

// size is how many decisions are stored.
type size struct {
	name      string
	decisions int
}

var (
	thousands = size{"10 thousand", 10_000}
	million   = size{"1 million", 1_000_000}
	millions  = size{"10 million", 10_000_000}
)

// stored is a database with so many decisions or a few more, made where it is not there yet: some are played, and the
// rest are copies of theirs.
func stored(ctx context.Context, o options, s size) (file string, err error) {
	file = filepath.Join(o.data, s.name+".db")
	if _, err := os.Stat(file); err == nil {
		return file, nil
	}
	seed := filepath.Join(o.data, "seed.db")
	if _, err := os.Stat(seed); err != nil {
		if err := sow(ctx, o, seed); err != nil {
			return "", err
		}
	}
	sown, err := storedIn(ctx, seed)
	if err != nil {
		return "", err
	}
	if err := multiply(ctx, seed, file, s.decisions/sown); err != nil {
		return "", err
	}
	n, err := storedIn(ctx, file)
	if err == nil && n < s.decisions {
		err = fmt.Errorf("%d decisions are stored, and not %d", n, s.decisions)
	}
	return file, err
}

// sow plays a case in all sorts of ways, until there is enough to copy.
func sow(ctx context.Context, o options, file string) (err error) {
	p, err := product(ctx, o, file)
	if err != nil {
		return err
	}
	players := make([]load.Player, 64)
	for i := range players {
		players[i] = &load.Trainee{Number: i + 1, Scenario: serve.Scenario, Chance: rand.New(rand.NewPCG(1, uint64(i)))}
	}
	for made := 0; made < thousands.decisions && err == nil; {
		var s load.Sample
		s, err = load.Run(ctx, p.addr, players, time.Second, func() {})
		made += s.Count
	}
	return errors.Join(err, p.stop())
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
