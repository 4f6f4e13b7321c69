//go:build bench

package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"casebook/internal/bench/load"
	"casebook/internal/bench/serve"
)

// decide measures the endpoint that takes decisions.
func decide(ctx context.Context, o options) (rows []row, err error) {
	var all []contender
	for _, s := range []struct {
		name, at string
		players  func(n int) []load.Player
	}{
		{"gin", "", callers},
		{"stub", "", trainees},
		{"product", filepath.Join(o.data, "product.db"), trainees},
	} {
		p, err := start(ctx, s.name, s.at)
		if err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, p.stop()) }()
		for _, clients := range []int{64, 256} {
			all = append(all, underLoad(o, p, s.name, s.players(clients)))
		}
	}
	r, err := rotate(ctx, o.rounds, all)
	if err != nil {
		return nil, err
	}
	return decisions(r), nil
}

// underLoad is a server with clients of its own, who go on playing from round to round.
func underLoad(o options, p *process, name string, players []load.Player) contender {
	c := contender{name: name, clients: len(players)}
	c.measure = func(ctx context.Context, round int) (f figures, err error) {
		profiled := make(chan error, 1)
		if o.profile == "" {
			profiled <- nil
		} else {
			file := fmt.Sprintf("%s-%d-%d", name, len(players), round+1)
			go func() { profiled <- p.profile(ctx, o.profile, file, max(1, int(o.time.Seconds()))) }()
		}
		var marks []time.Duration
		f.Sample, err = load.Run(ctx, p.addr, players, o.time, func() {
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

// trainees play the product.
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

func decisions(r results) (rows []row) {
	for _, c := range []struct {
		clients string
		gin     float64
		stub    float64
	}{{"64", 0.50, 0.55}, {"256", 0.60, 0.65}} {
		ours := r.rate("product " + c.clients)
		gin, stub := r.rate("gin "+c.clients), r.rate("stub "+c.clients)
		rows = append(rows,
			atLeast("decisions, "+c.clients+" clients, over gin + bind + uuid", rate(ours), rate(gin), ours/gin, c.gin),
			atLeast("decisions, "+c.clients+" clients, over storage stubbed", rate(ours), rate(stub), ours/stub, c.stub),
		)
	}
	ours, gin := r.cpu("product 64"), r.cpu("gin 64")
	rows = append(rows, atMost("server CPU per decision over gin + bind", ours.String(), gin.String(), float64(ours)/float64(gin), 2.2))
	ours, gin = r.p99("product 64"), r.p99("gin 64")
	late := atMost("p99, 64 clients, over gin + bind, no error", short(ours), short(gin), float64(ours)/float64(gin), 2)
	late.Met = late.Met && r.errors("product 64") == 0
	return append(rows, late)
}

func rate(perSecond float64) string { return fmt.Sprintf("%.1f k/s", perSecond/1000) }

func short(d time.Duration) string { return d.Round(10 * time.Microsecond).String() }
