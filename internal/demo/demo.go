// Package demo makes people up and plays attempts for them: fictional, plausible, and the same whenever the plan is the
// same. Their accounts are of the kind account.Demo, so that they can be told from people and found again.
package demo

import (
	"context"
	"errors"
	"math"
	"runtime"
	"time"

	"casebook/internal/account"
	"casebook/internal/attempt"
)

// Plan says what is made up. Equal plans over the same cases make the same people and attempts, to the last byte.
type Plan struct {
	Seed     uint64
	People   int
	Attempts int       // that each of them begins
	Until    time.Time // nobody does anything from then on
}

// Span is how long before Until the first of them begins.
const Span = 6 * 7 * 24 * time.Hour

// Begins is when nothing has happened yet.
func (p Plan) Begins() time.Time { return p.Until.Add(-Span) }

// Loader keeps accounts and attempts that nobody has seen yet, all of them or none.
type Loader interface {
	Add(ctx context.Context, accounts []account.Account, attempts []attempt.Attempt) error
}

// Count is what was kept.
type Count struct{ People, Attempts, Decisions int }

// Fill makes everything up, on all processors, and hands it over in order: a round of a group at a time, the attempts
// in the order in which they begin. It tells how far it is after each. When ctx ends, what was handed over stays.
func Fill(ctx context.Context, p Plan, cases []*Case, to Loader, tell func(Count)) (Count, error) {
	making, stop := context.WithCancel(ctx)
	defer stop()
	var kept Count
	for made := range p.make(making, cases) {
		r := <-made
		if err := errors.Join(r.err, ctx.Err()); err != nil {
			return kept, err
		}
		if err := to.Add(ctx, r.accounts, r.attempts); err != nil {
			return kept, err
		}
		kept.add(r)
		tell(kept)
	}
	return kept, ctx.Err()
}

func (c *Count) add(r round) {
	c.People += len(r.accounts)
	c.Attempts += len(r.attempts)
	for i := range r.attempts {
		c.Decisions += r.attempts[i].Step()
	}
}

// make plays the rounds, some ahead of who takes them, and answers them in order.
func (p Plan) make(ctx context.Context, cases []*Case) <-chan chan round {
	workers := runtime.GOMAXPROCS(0)
	idle := make(chan *player, workers)
	for range workers {
		idle <- newPlayer(p, cases)
	}
	rounds := make(chan chan round, workers)
	go func() {
		defer close(rounds)
		for number := range p.Attempts {
			for group := range p.groups() {
				made := make(chan round, 1) // nobody need take it
				select {
				case rounds <- made:
				case <-ctx.Done():
					return
				}
				free := <-idle
				go func() {
					made <- free.round(number, group)
					idle <- free
				}()
			}
		}
	}()
	return rounds
}

// sample is how many attempts are played to learn how long they are.
const sample = 8000

// ForDecisions is the plan with as many people as make about so many decisions, rather more than fewer.
func (p Plan) ForDecisions(decisions int, cases []*Case) (Plan, error) {
	try := p
	try.People = (sample + p.Attempts - 1) / p.Attempts
	var tried Count
	pl := newPlayer(try, cases)
	for number := range try.Attempts {
		for group := range try.groups() {
			r := pl.round(number, group)
			if r.err != nil {
				return p, r.err
			}
			tried.add(r)
		}
	}
	each := float64(tried.Decisions) / float64(try.People)
	p.People = int(math.Ceil(1.01 * float64(decisions) / each))
	return p, nil
}
