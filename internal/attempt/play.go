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

// turn is an attempt in hand, with its version and its story so far: all of it, or what has been told since the last
// choice.
type turn struct {
	*Attempt
	v       *library.Version
	h       engine.History
	skipped int // how many moves the story leaves out
}

// begin makes an attempt that stands at its first decision point.
func begin(v *library.Version, owner, id uuid.UUID, seed string, now time.Time) (turn, error) {
	return take(&Attempt{
		ID: id, Account: owner, Scenario: v.Ref, Seed: seed, Status: InProgress, StartedAt: now,
	}, v)
}

// take plays an attempt up to where it stands.
func take(a *Attempt, v *library.Version) (turn, error) { return takeSince(a, v, 0) }

// takeUp does so too, and tells only what a trainee who goes on has before them: the last choice and what came of it.
func takeUp(a *Attempt, v *library.Version) (turn, error) {
	for i := len(a.Decisions) - 1; i >= 0; i-- {
		if a.Decisions[i].Move >= 0 {
			return takeSince(a, v, i)
		}
	}
	return take(a, v)
}

func takeSince(a *Attempt, v *library.Version, skipped int) (turn, error) {
	h, err := engine.Retrace(v.Scenario, a.dice(), a.made(), skipped)
	if err != nil {
		return turn{}, fmt.Errorf("replay attempt %s: %w", a.ID, err)
	}
	return turn{a, v, h, skipped}, nil
}

func (a *Attempt) dice() engine.Dice { return engine.Dice{Seed: a.Seed} }

// made is what the engine needs to play the attempt again.
func (a *Attempt) made() []engine.Made {
	log := make([]engine.Made, len(a.Decisions))
	for i := range a.Decisions {
		log[i] = engine.Made{Move: a.Decisions[i].Move, TimedOut: a.Decisions[i].TimedOut}
	}
	return log
}

// log is the same in the author's words.
func (t *turn) log() []engine.Entry {
	log := make([]engine.Entry, len(t.h.Moments))
	for i := range t.h.Moments {
		m := &t.h.Moments[i]
		log[i] = engine.Entry{Move: engine.Name(t.v.Scenario, m.Node(), m.Move), TimedOut: m.TimedOut}
	}
	return log
}

// node is where the attempt stands.
func (t *turn) node() *scenario.Node { return &t.v.Scenario.Nodes[t.h.End.State.Node] }

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

// repeats reports whether m is a retry of a move that was made.
func (t *turn) repeats(m Move) bool {
	if m.Key == "" || m.Step >= t.Step() {
		return false
	}
	d := &t.Decisions[m.Step]
	return d.Key == m.Key && engine.Name(t.v.Scenario, d.Node, d.Move) == m.Move
}

// asOf is the attempt as it stood at an earlier step.
func (t turn) asOf(step int) (turn, error) {
	if step == t.Step() {
		return t, nil
	}
	a := *t.Attempt
	a.Status, a.EndedAt, a.State, a.Summary = InProgress, time.Time{}, nil, Summary{}
	a.Clock, a.Draft = Clock{}, Draft{}
	a.Decisions = a.Decisions[:step]
	return takeUp(&a, t.v)
}

// make makes a move of the trainee's.
func (t *turn) make(m Move, now time.Time) error {
	if err := t.open(m.Step); err != nil {
		return err
	}
	move, ok := engine.Find(t.v.Scenario, int(t.h.End.State.Node), m.Move)
	if !ok || !t.h.End.State.Available(t.v.Scenario, move) {
		return notOffered(m.Move)
	}
	return t.record(engine.Made{Move: move}, Decision{Rationale: m.Rationale, Confidence: m.Confidence, Key: m.Key}, now)
}

// timeOut lets silence decide; what had been written by then is kept with the decision.
func (t *turn) timeOut(step int, now time.Time) error {
	if err := t.open(step); err != nil {
		return err
	}
	var d Decision
	if t.Draft.Step == step {
		d.Rationale = t.Draft.Rationale
	}
	return t.record(engine.Made{TimedOut: true}, d, now)
}

// record goes on by one move and completes the decision that says so.
func (t *turn) record(made engine.Made, d Decision, now time.Time) error {
	since := t.EnteredAt()
	if started := t.running(); !started.IsZero() {
		since = started
	}
	if err := t.h.Go(t.v.Scenario, made); err != nil {
		return err
	}
	m := &t.h.Moments[len(t.h.Moments)-1]
	d.Tell(t.v.Scenario, m, m.Before.Offer(t.v.Scenario))
	d.Took, d.At = max(0, now.Sub(since)).Truncate(time.Millisecond), now
	t.Decisions = append(slices.Clip(t.Decisions), d)
	if !t.h.End.State.Ended(t.v.Scenario) {
		return nil
	}
	return t.end(Completed, now)
}

// abandon gives an attempt up where it stands.
func (t *turn) abandon(step int, now time.Time) error {
	if err := t.open(step); err != nil {
		return err
	}
	return t.end(Abandoned, now)
}

// End ends an attempt of which this is the history, for who plays it elsewhere.
func (a *Attempt) End(v *library.Version, h engine.History, status Status, at time.Time) error {
	t := turn{a, v, h, 0}
	return t.end(status, at)
}

func (t *turn) end(status Status, now time.Time) error {
	if t.skipped > 0 {
		whole, err := take(t.Attempt, t.v)
		if err != nil {
			return err
		}
		t.h, t.skipped = whole.h, 0
	}
	state, err := json.Marshal(t.h.End.Snapshot(t.v.Scenario))
	if err != nil {
		return err
	}
	t.Status, t.EndedAt, t.State = status, now, state
	t.Summary, err = t.summary()
	return err
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
