package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/anishathalye/porcupine"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

// asked is what a client does: it decides at a step, saves a draft or reads. answered is what it learns.
type (
	asked    struct{ decide, draft, step int }
	answered struct {
		done        bool
		step, draft int
	}
)

// sequential is what an attempt would do if there were one client: what every history must be a shuffle of.
var sequential = porcupine.Model{
	Init: func() any { return answered{} },
	Step: func(state, input, output any) (bool, any) {
		was, ask, got := state.(answered), input.(asked), output.(answered)
		is := answered{step: was.step, draft: was.draft}
		switch {
		case ask.decide > 0 && ask.step == was.step:
			is.step++
			is.done = true
		case ask.draft > 0:
			is.draft++
			is.done = true
		}
		return got == is, answered{step: is.step, draft: is.draft}
	},
}

func TestAHistoryIsOneThatASingleClientCouldHaveSeen(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		replicas := []*Store{opened(t, address), opened(t, address)}
		owner := guest(t, replicas[0])
		stale := errors.New("stale")
		for round := range 5 {
			id := begun(t, replicas[0], owner).ID
			begin := time.Now()
			history := make([][]porcupine.Operation, 6)
			var all sync.WaitGroup
			for client := range history {
				all.Go(func() {
					s := replicas[client%2]
					var seen int
					for range 12 {
						ask := [...]asked{{decide: 1, step: seen}, {decide: 1, step: seen + 1}, {draft: 1}, {}}[rand.IntN(4)]
						call := time.Since(begin)
						a, err := attempt.Attempt{}, error(nil)
						if ask == (asked{}) {
							a, err = s.Attempt(t.Context(), owner, id)
						} else {
							_, err = s.ChangeAttempt(t.Context(), owner, id, func(now *attempt.Attempt) error {
								defer func() { a = *now }()
								switch {
								case ask.draft > 0:
									now.Draft.Revision++
									now.Draft.SavedAt = noon
								case ask.step != now.Step():
									return stale
								default:
									decide(now, fmt.Sprint("client", client))
								}
								return nil
							})
						}
						if f, ok := fault.From(err); ok && f.Code == "raced" {
							continue // outrun too often, and told so: nothing was kept
						}
						if err != nil && !errors.Is(err, stale) {
							t.Error(err)
							return
						}
						seen = a.Step()
						history[client] = append(history[client], porcupine.Operation{
							ClientId: client, Input: ask, Call: int64(call), Return: int64(time.Since(begin)),
							Output: answered{done: err == nil && ask != (asked{}), step: a.Step(), draft: a.Draft.Revision},
						})
					}
				})
			}
			all.Wait()
			var whole []porcupine.Operation
			for _, operations := range history {
				whole = append(whole, operations...)
			}
			if got := porcupine.CheckOperationsTimeout(sequential, whole, 10*time.Second); got != porcupine.Ok {
				t.Errorf("round %d: %s", round, got)
			}
		}
	})
}
