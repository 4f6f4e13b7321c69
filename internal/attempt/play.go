package attempt

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/scenario"
)

var (
	movedOn = fault.Text{
		FR: "La partie a avancé entre-temps : elle en est à l’étape %d. Rechargez pour reprendre là.",
		EN: "This attempt has moved on: it stands at step %d. Reload to go on from there.",
	}
	isOver = fault.Text{
		FR: "Cette partie est terminée. Son bilan reste ouvert, et une nouvelle partie peut commencer.",
		EN: "This attempt has ended. Its debrief stays open, and a new one can begin.",
	}
)

// begin makes an attempt that stands at its first decision point.
func begin(v *library.Version, owner, id uuid.UUID, seed string, now time.Time) (Attempt, error) {
	a := Attempt{
		ID: id, Account: owner, Scenario: v.Ref, Seed: seed, Status: InProgress,
		StartedAt: now, EnteredAt: now, UpdatedAt: now,
	}
	p, err := engine.Start(v.Scenario, a.dice(), nil)
	if err != nil {
		return Attempt{}, fmt.Errorf("begin %s: %w", v.ID, err)
	}
	return a, a.stand(v.Scenario, p, now)
}

func (a *Attempt) dice() engine.Dice { return engine.Dice{Seed: a.Seed} }

// log is what the engine needs to play the attempt again.
func (a *Attempt) log() []engine.Entry {
	log := make([]engine.Entry, len(a.Decisions))
	for i, d := range a.Decisions {
		log[i] = engine.Entry{Move: d.Move, TimedOut: d.TimedOut}
	}
	return log
}

// history is the attempt as it unfolded.
func (a *Attempt) history(s *scenario.Scenario) (engine.History, error) {
	h, err := engine.Replay(s, a.dice(), a.log())
	if err != nil {
		return h, fmt.Errorf("replay attempt %s: %w", a.ID, err)
	}
	return h, nil
}

// open refuses a step that is not where the attempt stands, and an attempt that has ended.
func (a *Attempt) open(step int) error {
	switch {
	case step != a.Step():
		return fault.New(fault.Conflict, "stale_step", movedOn, a.Step()).With("step", a.Step())
	case a.Status != InProgress:
		return fault.New(fault.Conflict, "attempt_ended", isOver).With("step", a.Step())
	default:
		return nil
	}
}

// made reports whether m is a retry of a move that was made.
func (a *Attempt) made(m Move) bool {
	if m.Key == "" || m.Step >= len(a.Decisions) {
		return false
	}
	d := a.Decisions[m.Step]
	return d.Key == m.Key && d.Move == m.Move
}

// asOf is the attempt as it stood at an earlier step.
func (a Attempt) asOf(step int) Attempt {
	if step < len(a.Decisions) {
		a.Status, a.EndedAt = InProgress, time.Time{}
		a.TimerAt, a.Draft = time.Time{}, Draft{}
		a.UpdatedAt = a.Decisions[step-1].At
		a.Decisions = a.Decisions[:step]
	}
	return a
}

func (a *Attempt) make(s *scenario.Scenario, m Move, now time.Time) error {
	return a.play(s, m.Step, now, func(p engine.Play, d *Decision, trace *[]engine.Event) (engine.Play, error) {
		move, ok := engine.Find(s, int(p.State.Node), m.Move)
		if !ok || !p.State.Available(s, move) {
			return p, notOffered(m.Move)
		}
		d.Move, d.Rationale, d.Confidence, d.Key = m.Move, m.Rationale, m.Confidence, m.Key
		return p.Make(s, move, trace)
	})
}

// timeOut lets silence decide; what had been written by then is kept with the decision.
func (a *Attempt) timeOut(s *scenario.Scenario, step int, now time.Time) error {
	return a.play(s, step, now, func(p engine.Play, d *Decision, trace *[]engine.Event) (engine.Play, error) {
		if a.Draft.Step == step {
			d.Rationale = a.Draft.Rationale
		}
		d.TimedOut = true
		if n := &s.Nodes[p.State.Node]; n.OnTimeout >= 0 {
			d.Move = n.Choices[n.OnTimeout].ID
		}
		return p.Timeout(s, trace)
	})
}

type step func(p engine.Play, d *Decision, trace *[]engine.Event) (engine.Play, error)

// play takes one step from where the attempt stands and records it.
func (a *Attempt) play(s *scenario.Scenario, at int, now time.Time, take step) error {
	if err := a.open(at); err != nil {
		return err
	}
	h, err := a.history(s)
	if err != nil {
		return err
	}
	p := h.End
	offer := p.Offer(s)
	node := int(p.State.Node)
	since := a.EnteredAt
	if !a.TimerAt.IsZero() {
		since = a.TimerAt
	}
	d := Decision{
		Step: at, Node: s.Nodes[node].ID, Visit: p.Visit(s),
		Offered: names(s, node, offer.Offered), Displayed: names(s, node, offer.Displayed),
		Took: max(0, now.Sub(since)).Truncate(time.Millisecond), At: now,
	}
	var trace []engine.Event
	next, err := take(p, &d, &trace)
	if err != nil {
		return err
	}
	for _, e := range trace {
		if e.Kind == engine.Drew {
			d.Draws = append(d.Draws, Draw{s.Nodes[e.Node].ID, s.Nodes[e.Index].ID})
		}
	}
	a.Decisions = append(slices.Clip(a.Decisions), d)
	return a.stand(s, next, now)
}

// stand records where the attempt has come to.
func (a *Attempt) stand(s *scenario.Scenario, p engine.Play, now time.Time) error {
	state, err := json.Marshal(p.Snapshot(s))
	if err != nil {
		return err
	}
	sameNode := a.Node == s.Nodes[p.State.Node].ID && p.State.Looked != 0
	a.Node, a.State, a.EnteredAt, a.UpdatedAt = s.Nodes[p.State.Node].ID, state, now, now
	if !sameNode {
		a.TimerAt = time.Time{}
	}
	if p.State.Ended(s) {
		a.Status, a.EndedAt = Completed, now
	}
	return nil
}

func (a *Attempt) abandon(step int, now time.Time) error {
	if err := a.open(step); err != nil {
		return err
	}
	a.Status, a.EndedAt, a.UpdatedAt = Abandoned, now, now
	return nil
}

func notOffered(move string) error {
	return fault.New(fault.Invalid, "not_available", fault.Text{
		FR: "« %s » n’est pas proposé à cette étape.",
		EN: "“%s” is not on offer at this step.",
	}, move)
}

func names(s *scenario.Scenario, node int, moves []engine.Move) []string {
	ids := make([]string, len(moves))
	for i, m := range moves {
		ids[i] = engine.Name(s, node, m)
	}
	return ids
}
