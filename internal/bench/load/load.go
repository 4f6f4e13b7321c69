//go:build bench

package load

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"sync"
	"time"
)

// Player is one client. Next is the request to send; counted tells whether it is one of those that are measured.
// Read takes in the answer, and refuses one that no client should get.
type Player interface {
	Next() (request []byte, counted bool)
	Read(a Answer) error
}

// Sample is what a load came to.
type Sample struct {
	Rate     float64 // counted answers a second
	P50, P99 time.Duration
	Count    int
	Errors   int
	Refusal  error // one of the errors
}

// warmth is how long clients play before anything is counted.
const warmth = 300 * time.Millisecond

// Run lets every player play on a connection of its own, for so long. At the begin and the end of what is counted it
// calls mark.
func Run(ctx context.Context, addr string, players []Player, span time.Duration, mark func()) (Sample, error) {
	from := time.Now().Add(warmth)
	until := from.Add(span)
	tallies := make([]tally, len(players))
	var all sync.WaitGroup
	for i, p := range players {
		all.Go(func() { tallies[i] = play(ctx, addr, p, from, until) })
	}
	time.Sleep(time.Until(from))
	mark()
	time.Sleep(time.Until(until))
	mark()
	all.Wait()
	return sum(tallies, span)
}

type tally struct {
	took   []time.Duration
	errors int
	refuse error // the last refusal
	broken error // the connection failed
}

func play(ctx context.Context, addr string, p Player, from, until time.Time) (t tally) {
	conn, err := Dial(ctx, addr, until.Add(10*time.Second))
	if err != nil {
		return tally{broken: err}
	}
	defer func() { t.broken = errors.Join(t.broken, conn.Close()) }()
	for start := time.Now(); start.Before(until); {
		request, counted := p.Next()
		a, err := conn.Ask(request)
		if err == nil && !counted && a.Status == http.StatusServiceUnavailable {
			a, err = conn.Insist(request)
		}
		if err != nil {
			return tally{broken: err}
		}
		end := time.Now()
		if err := p.Read(a); err != nil {
			t.errors++
			t.refuse = err
		} else if counted && start.After(from) && end.Before(until) {
			t.took = append(t.took, end.Sub(start))
		}
		start = end
	}
	return t
}

func sum(tallies []tally, span time.Duration) (Sample, error) {
	var s Sample
	var took []time.Duration
	for _, t := range tallies {
		if t.broken != nil {
			return Sample{}, t.broken
		}
		took = append(took, t.took...)
		s.Errors += t.errors
		if t.refuse != nil {
			s.Refusal = t.refuse
		}
	}
	if len(took) == 0 {
		return s, errors.Join(errors.New("nothing was answered"), s.Refusal)
	}
	slices.Sort(took)
	s.Count = len(took)
	s.Rate = float64(s.Count) / span.Seconds()
	s.P50, s.P99 = took[s.Count/2], took[s.Count*99/100]
	return s, nil
}
