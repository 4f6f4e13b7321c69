package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/internal/report"
)

var _ report.Source = (*Store)(nil)

// randomPlay adds an attempt that is played at random, and plays it to its end.
func randomPlay(ctx context.Context, s *Store, v *library.Version, owner uuid.UUID, seed uint64) error {
	chance := rand.New(rand.NewPCG(seed, seed))
	a := attempt.Attempt{
		ID: uuid.Must(uuid.NewV7()), Account: owner, Scenario: v.Ref, Lang: "fr", Timing: attempt.Standard,
		Seed: fmt.Sprint(seed), Status: attempt.InProgress, StartedAt: noon,
	}
	if err := s.AddAttempt(ctx, a); err != nil {
		return err
	}
	h, err := engine.Open(v.Scenario, engine.Dice{Seed: a.Seed})
	for err == nil && h.End.State.Open(v.Scenario) {
		moves := h.End.State.Moves(v.Scenario, nil)
		if err = h.Go(v.Scenario, engine.Made{Move: moves[chance.IntN(len(moves))]}); err != nil {
			return err
		}
		_, err = s.ChangeAttempt(ctx, owner, a.ID, func(a *attempt.Attempt) error {
			m := &h.Moments[len(h.Moments)-1]
			d := attempt.Decision{At: noon.Add(time.Duration(len(h.Moments)) * time.Second)}
			d.Tell(v.Scenario, m, m.Before.Offer(v.Scenario))
			a.Decisions = append(a.Decisions, d)
			if h.End.State.Open(v.Scenario) {
				return nil
			}
			return a.End(v, h, attempt.Completed, d.At)
		})
	}
	return err
}

// TestReportsOfReplicasAgree lets two programs play and report at the same time.
func TestReportsOfReplicasAgree(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		const players, plays = 4, 12
		archive, content, err := library.Pack(os.DirFS("../scenario/testdata/client-toxique"))
		if err != nil {
			t.Fatal(err)
		}
		replicas := []*Store{opened(t, address), opened(t, address)}
		ref, _, err := replicas[0].AddVersion(t.Context(), library.Record{
			Ref: library.Ref{ID: "client-toxique"}, Archive: archive, Content: content, PublishedAt: noon,
		})
		if err != nil {
			t.Fatal(err)
		}
		var services []*report.Service
		var v *library.Version
		for _, s := range replicas {
			lib := library.New(s, nil, atNoon)
			if v, err = lib.Find(t.Context(), ref); err != nil {
				t.Fatal(err)
			}
			services = append(services, report.New(s, lib))
		}
		var playing sync.WaitGroup
		errs := make([]error, players)
		for i := range players {
			owner := guest(t, replicas[0])
			playing.Go(func() {
				for n := range plays {
					errs[i] = errors.Join(errs[i], randomPlay(t.Context(), replicas[i%2], v, owner, uint64(i*plays+n)))
				}
			})
		}
		over := make(chan struct{})
		go func() { playing.Wait(); close(over) }()
		seen := 0
		for going := true; going; {
			select {
			case <-over:
				going = false
			default:
			}
			r, err := services[0].Report(t.Context(), ref, report.Filter{})
			if err != nil || r.Completed < seen {
				t.Fatalf("%d attempts after %d, %v", r.Completed, seen, err)
			}
			seen = r.Completed
		}
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
		first, err := services[0].Report(t.Context(), ref, report.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		second, err := services[1].Report(t.Context(), ref, report.Filter{})
		if err != nil || first.Completed != players*plays || !reflect.DeepEqual(first, second) {
			t.Errorf("%v: the replicas report\n%+v\n%+v, want %d attempts", err, first, second, players*plays)
		}
	})
}
