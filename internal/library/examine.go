package library

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"casebook/internal/check"
	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

const (
	// examined is how many examinations are remembered.
	examined = 16
	// examining is how many may be under way or wait for their turn.
	examining = 8
	// examinePatience is how long somebody waits for one; it goes on without them.
	examinePatience = 5 * time.Second
)

// Examination is all there is to say of a case that is not published, and the case itself where it can be played.
type Examination struct {
	check.Report
	Version *Version // nil when it cannot be read or valued; then there are no proofs either
	Proofs  Proofs
}

// Proofs are plays that show how far a case goes.
type Proofs struct {
	Endings      []solve.Range
	Competencies []solve.Span
	Best, Worst  solve.Witness // the best and the worst moves, while chance brings what is likeliest
}

// examiner checks one case at a time, whoever asks: a check takes a core for seconds, which players need.
type examiner struct {
	registers *scenario.Registers
	turn      chan struct{}

	mu    sync.Mutex
	known map[Ref]*examination
	order []Ref // the oldest first
	open  int   // under way or waiting
}

// examination is one that is under way, or done.
type examination struct {
	ready chan struct{} // closed once it is done
	Examination
	err error
}

func newExaminer(registers *scenario.Registers) *examiner {
	return &examiner{registers: registers, turn: make(chan struct{}, 1), known: map[Ref]*examination{}}
}

// examine checks a draft, or answers what it has found of this revision already.
func (e *examiner) examine(ctx context.Context, d *Draft) (*Examination, error) {
	x, err := e.begun(d.Ref(), d.Archive)
	if err != nil {
		return nil, err
	}
	enough := time.NewTimer(examinePatience)
	defer enough.Stop()
	select {
	case <-x.ready:
		return &x.Examination, x.err
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-enough.C:
		return nil, stillExamining()
	}
}

// begun finds the examination of a draft, or begins one.
func (e *examiner) begun(ref Ref, archive []byte) (*examination, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if x, ok := e.known[ref]; ok {
		return x, nil
	}
	if e.open >= examining {
		return nil, stillExamining()
	}
	if len(e.order) >= examined {
		e.forget(e.order[0])
	}
	x := &examination{ready: make(chan struct{})}
	e.known[ref] = x
	e.order = append(e.order, ref)
	e.open++
	go e.run(x, ref, archive)
	return x, nil
}

func (e *examiner) forget(ref Ref) {
	delete(e.known, ref)
	e.order = slices.DeleteFunc(e.order, func(r Ref) bool { return r == ref })
}

// run checks a draft when its turn has come. One that breaks the checker breaks nothing else.
func (e *examiner) run(x *examination, ref Ref, archive []byte) {
	e.turn <- struct{}{}
	defer func() {
		if v := recover(); v != nil {
			x.err = fmt.Errorf("examine %s: %v\n%s", ref.ID, v, debug.Stack())
		}
		<-e.turn
		e.mu.Lock()
		defer e.mu.Unlock()
		e.open--
		if x.err != nil {
			e.forget(ref)
		}
		close(x.ready)
	}()
	folder, err := Unpack(archive)
	if err != nil {
		x.err = fmt.Errorf("unpack %s: %w", ref.ID, err)
		return
	}
	x.Report = check.Check(folder, e.registers, check.Options{})
	if sol := x.Solution; sol != nil {
		x.Proofs = Proofs{sol.Endings(), sol.Competencies(), sol.BestPlay(), sol.WorstPlay()}
		x.Version = &Version{Ref: ref, Scenario: x.Scenario, solve: func() (*solve.Solution, error) { return sol, nil }}
	}
}

// version is the case of a draft that has been examined.
func (e *examiner) version(ref Ref) (*Version, bool) {
	e.mu.Lock()
	x, ok := e.known[ref]
	e.mu.Unlock()
	if !ok {
		return nil, false
	}
	select {
	case <-x.ready:
		return x.Version, x.Version != nil
	default:
		return nil, false
	}
}

func stillExamining() error {
	return fault.New(fault.Conflict, "still_examining", fault.Text{
		FR: "Ce cas est long à vérifier, ou d’autres passent avant lui. La vérification continue : réessayez dans un instant.",
		EN: "This case takes long to check, or others come before it. The check goes on: try again in a moment.",
	})
}
