//go:build bench

package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"casebook/internal/bench/load"
	"casebook/internal/bench/serve"
)

// users is how many play at once.
const users = 500

// kept lets everybody play a case to its ending at the same time, stops the server, starts it again on what is on
// disk, and counts whose results are there.
func kept(ctx context.Context, o options) ([]row, error) {
	file := filepath.Join(o.data, "kept.db")
	trainees := make([]load.Trainee, users)
	for i := range trainees {
		trainees[i] = load.Trainee{Number: i + 1, Scenario: serve.Scenario}
	}
	if _, err := everybody(ctx, o, file, trainees, toTheEnd); err != nil {
		return nil, err
	}
	found, err := everybody(ctx, o, file, trainees, isKept)
	if err != nil {
		return nil, err
	}
	return []row{{
		What: "500 users’ results kept under concurrency", Ours: fmt.Sprint(found), Reference: fmt.Sprint(users),
		Ratio: float64(found) / users, Goal: "500 of 500", Met: found == users,
	}}, nil
}

// everybody lets each trainee do something at the same time, on a server of their own, and counts those who could.
func everybody(ctx context.Context, o options, file string, trainees []load.Trainee, do func(*load.Conn, *load.Trainee) (bool, error)) (done int64, err error) {
	p, err := product(ctx, o, file)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, p.stop()) }()
	var could atomic.Int64
	errs := make([]error, len(trainees))
	var all sync.WaitGroup
	for i := range trainees {
		all.Go(func() {
			conn, err := load.Dial(ctx, p.addr, time.Now().Add(time.Minute))
			if err != nil {
				errs[i] = err
				return
			}
			defer func() { errs[i] = errors.Join(errs[i], conn.Close()) }()
			yes, err := do(conn, &trainees[i])
			if errs[i] = err; yes {
				could.Add(1)
			}
		})
	}
	all.Wait()
	return could.Load(), errors.Join(errs...)
}

func toTheEnd(conn *load.Conn, t *load.Trainee) (bool, error) {
	for t.Ended() == "" {
		request, _ := t.Next()
		a, err := conn.Insist(request)
		if err == nil {
			err = t.Read(a)
		}
		if err != nil {
			return false, err
		}
	}
	return true, nil
}

func isKept(conn *load.Conn, t *load.Trainee) (bool, error) {
	a, err := conn.Insist(t.Again())
	return err == nil && t.Stands(a), err
}
