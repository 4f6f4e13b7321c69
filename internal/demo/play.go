package demo

import (
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/library"
)

// player plays attempts one after the other, as the people that it is given.
type player struct {
	plan     Plan
	cases    []*Case
	calendar calendar
	moments  []engine.Moment // room
	weights  []float64       // likewise
}

func newPlayer(p Plan, cases []*Case) *player {
	return &player{plan: p, cases: cases, calendar: newCalendar(p)}
}

// round is what a group does in one: an attempt each. In the first they open their accounts.
type round struct {
	accounts []account.Account
	attempts []attempt.Attempt
	err      error
}

func (pl *player) round(number, group int) (r round) {
	people := pl.plan.group(&pl.calendar, group)
	for _, t := range pl.plan.sequence(&pl.calendar, number, group) {
		p := &people[t.person-group*groupSize]
		if number == 0 {
			r.accounts = append(r.accounts, p.account)
		}
		a, err := pl.attempt(p, number, t.at, attempt.Under{})
		if err != nil {
			return round{err: err}
		}
		r.attempts = append(r.attempts, a)
	}
	return r
}

// attempt plays one: the person's number-th, from 0 up. Each is of the next case.
func (pl *player) attempt(p *person, number int, start time.Time, under attempt.Under) (attempt.Attempt, error) {
	r := pl.plan.chance(ofAttempt, p.number, number)
	of := pl.cases[(p.first+number)%len(pl.cases)]
	t := story{player: pl, of: of, who: p, r: r, now: start, Attempt: attempt.Attempt{
		ID: id(r, start), Account: p.account.ID, Scenario: of.version.Ref, Lang: spoken(of.version, p.lang),
		Timing: someTiming(r), Seed: seed(r), Status: attempt.InProgress, StartedAt: start, Under: under,
	}}
	t.heat = max(coldest, p.ways.heat/p.skill*math.Pow(p.ways.cooling, float64(number)))
	err := t.play()
	pl.moments = t.h.Moments[:0]
	return t.Attempt, err
}

// spoken is a language that a case is written in, somebody's own where there is a choice.
func spoken(v *library.Version, own string) string {
	if langs := v.Scenario.Langs(); !slices.Contains(langs, own) {
		return langs[0]
	}
	return own
}

// someTiming is the usual one, but for a few.
func someTiming(r *rand.Rand) attempt.Timing {
	switch n := r.IntN(100); {
	case n < 94:
		return attempt.Standard
	case n < 97:
		return attempt.HalfMore
	case n < 98:
		return attempt.Twice
	default:
		return attempt.TimingOff
	}
}
