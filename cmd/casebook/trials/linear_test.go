//go:build trials

package trials

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/anishathalye/porcupine"
)

// asked is what a client does: it decides at a step, or reads where step is -1. told is what it learns.
type (
	asked struct{ step int }
	told  struct {
		kept bool
		step int // where the attempt stands
	}
)

// sequential is an attempt as one client alone would know it: every history must be a shuffle of such.
var sequential = porcupine.Model{
	Init: func() any { return 0 },
	Step: func(state, input, output any) (bool, any) {
		step, ask := state.(int), input.(asked)
		if ask.step == step {
			return output == told{true, step + 1}, step + 1
		}
		return output == told{false, step}, step
	},
}

func TestHistoriesAreLinearizable(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		r := trial(t, "linearizable, SQLite")
		s := product.serve(t, filepath.Join(t.TempDir(), "casebook.db"))
		linearizable(t, r, s, s)
	})
	t.Run("postgres", func(t *testing.T) {
		r := trial(t, "linearizable, 2 replicas, PostgreSQL")
		database := ownPostgres(t).empty(t, "casebook")
		linearizable(t, r, product.serve(t, database), product.serve(t, database))
	})
}

func linearizable(t *testing.T, r *report, replicas ...*server) {
	c := guests(t, replicas[0].url, 1)
	const rounds, controls = 50, 10
	bad, found, operations := 0, 0, 0
	for round := range rounds + controls {
		h := history(t, c.people[0], replicas, round >= rounds)
		operations += len(h)
		switch got := porcupine.CheckOperationsTimeout(sequential, h, 10*time.Second); {
		case round >= rounds && got == porcupine.Illegal:
			found++
		case round < rounds && got != porcupine.Ok:
			bad++
		}
	}
	r.saw("%d of %d histories, %d operations of 6 clients", rounds-bad, rounds, operations)
	if bad > 0 {
		t.Errorf("%d histories are of no single client", bad)
	}
	r.caught(found > 0, "with a stale cache before reads %d of %d are not", found, controls)
}

// history lets six clients at one attempt and answers what they did and learnt. Stale ones read from a cache that
// nobody empties.
func history(t *testing.T, p *trainee, replicas []*server, stale bool) (whole []porcupine.Operation) {
	t.Helper()
	if a := p.begin(t.Context()); !a.ok() {
		t.Fatalf("not begun: %d %s", a.status, a.detail)
	}
	begin := time.Now()
	var mu sync.Mutex
	var all sync.WaitGroup
	var cache *stage
	for client := range 6 {
		own := &trainee{url: replicas[client%2].url, client: p.client, cookie: p.cookie, hears: p.hears, now: p.now}
		all.Go(func() {
			for i := range 14 {
				ask, call := asked{-1}, time.Since(begin)
				var is told
				if rand.IntN(2) == 0 && len(own.now.Choices) > 0 {
					ask.step = own.now.Step
					a := own.decide(t.Context(), p.now.ID, ask.step, own.now.Choices[client%len(own.now.Choices)].ID, fmt.Sprintf("client-%d-%d", client, i))
					switch {
					case a.ok() && own.see(a):
						is = told{true, own.now.Step}
					case a.status == http.StatusConflict && a.code == "stale_step":
						is = told{false, a.step}
					default:
						if a.code != "raced" { // outrun too often, and told so: nothing was kept
							t.Errorf("a decision is answered %d %s %s", a.status, a.code, a.detail)
						}
						continue
					}
				} else {
					if a := own.read(t.Context(), p.now.ID); !a.ok() || !own.see(a) {
						t.Errorf("a read is answered %d %s", a.status, a.detail)
						return
					}
					mu.Lock()
					if cache == nil {
						now := own.now
						cache = &now
					} else if stale {
						own.now = *cache
					}
					mu.Unlock()
					is = told{false, own.now.Step}
				}
				mu.Lock()
				whole = append(whole, porcupine.Operation{
					ClientId: client, Input: ask, Output: is, Call: int64(call), Return: int64(time.Since(begin)),
				})
				mu.Unlock()
			}
		})
	}
	all.Wait()
	return whole
}
