//go:build bench

package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"casebook/internal/bench/load"
	"casebook/internal/bench/serve"
)

// stable holds the servers that run while decisions are measured, and who takes turns.
type stable struct {
	options
	contenders []contender
	stops      []func() error
}

func (s *stable) stop() error {
	var errs []error
	for _, stop := range s.stops {
		errs = append(errs, stop())
	}
	return errors.Join(errs...)
}

// start starts one of the servers that are written for this, for so many clients at a time.
func (s *stable) start(ctx context.Context, name, at string, players func(int) []load.Player, clients ...int) error {
	p, err := start(ctx, name, at)
	if err != nil {
		return err
	}
	s.enter(p, name, players, clients...)
	return nil
}

// startProduct starts the product over a database.
func (s *stable) startProduct(ctx context.Context, name, address string, clients ...int) error {
	p, err := product(ctx, s.options, address)
	if err != nil {
		return err
	}
	s.enter(p, name, trainees, clients...)
	return nil
}

func (s *stable) startOnPostgres(ctx context.Context, clients ...int) error {
	address, err := postgres(ctx)
	if err != nil || address == "" {
		return err
	}
	return s.startProduct(ctx, "postgres", address, clients...)
}

func (s *stable) startPocketBase(ctx context.Context, clients ...int) error {
	p, err := pocketBase(ctx, s.data)
	if err != nil {
		return err
	}
	s.enter(p, "pocketbase", recorders, clients...)
	return nil
}

func (s *stable) keepInGroups(ctx context.Context, file string, callers ...int) error {
	g, err := openGrouped(ctx, file)
	if err != nil {
		return err
	}
	s.stops = append(s.stops, g.close)
	for _, n := range callers {
		s.contenders = append(s.contenders, g.contender(n, s.time))
	}
	return nil
}

// enter gives a server players of its own, who go on from round to round.
func (s *stable) enter(p *process, name string, players func(int) []load.Player, clients ...int) {
	s.stops = append(s.stops, p.stop)
	for _, n := range clients {
		s.contenders = append(s.contenders, s.underLoad(p, name, players(n)))
	}
}

func (s *stable) underLoad(p *process, name string, players []load.Player) contender {
	c := contender{name: name, clients: len(players)}
	c.measure = func(ctx context.Context, round int) (f figures, err error) {
		profiled := make(chan error, 1)
		if s.profile == "" {
			profiled <- nil
		} else {
			file := fmt.Sprintf("%s-%d-%d", name, len(players), round+1)
			go func() { profiled <- p.profile(ctx, s.profile, file, max(1, int(s.time.Seconds()))) }()
		}
		var marks []time.Duration
		f.Sample, err = load.Run(ctx, p.addr, players, s.time, func() {
			spent, failed := p.cpu()
			marks, err = append(marks, spent), errors.Join(err, failed)
		})
		if err == nil {
			f.cpu = (marks[1] - marks[0]) / time.Duration(f.Count)
		}
		return f, errors.Join(err, <-profiled)
	}
	return c
}

// trainees play the product, or an app with its routes.
func trainees(n int) []load.Player {
	players := make([]load.Player, n)
	for i := range players {
		players[i] = &load.Trainee{Number: i + 1, Scenario: serve.Scenario}
	}
	return players
}

// callers send decisions like those of trainees to a server that knows no case.
func callers(n int) []load.Player {
	players := make([]load.Player, n)
	for i := range players {
		players[i] = &load.Caller{
			Number: i + 1,
			Path:   fmt.Sprintf("/api/v1/attempts/01a2008d-49a6-7075-8f7a-%012d/decisions", i+1),
			Body:   func(step int) string { return load.Decision("appeler", step%20) },
		}
	}
	return players
}

// recorders keep decisions in PocketBase, a record each.
func recorders(n int) []load.Player {
	players := make([]load.Player, n)
	for i := range players {
		players[i] = &load.Caller{
			Number: i + 1,
			Path:   "/api/collections/decisions/records",
			Body: func(step int) string {
				return fmt.Sprintf(`{"attempt":"01a2008d-49a6-7075-8f7a-%012d","choice":"appeler","step":%d,"confidence":2}`, i+1, step)
			},
		}
	}
	return players
}
