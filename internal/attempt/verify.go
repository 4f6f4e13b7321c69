package attempt

import (
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"

	"casebook/internal/engine"
	"casebook/internal/library"
)

// Kept is an attempt as it is kept, whatever has become of it.
type Kept struct {
	Attempt
	Lost bool // the decision after the last of Decisions is missing or cannot be read, and there are later ones
}

// Difference is a place where what is kept of an attempt is not what playing its decisions again comes to.
type Difference struct {
	Attempt      uuid.UUID
	Step         int // the decision's, or Whole
	Where        Where
	Kept, Played string // in the author's words where there are any; empty for nothing
}

// Whole is the step of what no single decision is to blame for.
const Whole = -1

// Where says what differs.
type Where string

// What may differ. After one of the first three, the rest of the attempt cannot be told.
const (
	Unplayable Where = "unplayable" // Played says why
	Lost       Where = "lost"       // the decision
	Refused    Where = "refused"    // the move cannot be made: Played says where the replay stands and what could be

	OfNode      Where = "node"
	OfVisit     Where = "visit"
	OfMove      Where = "move" // which silence made
	OfOffered   Where = "offered"
	OfDisplayed Where = "displayed"
	OfDraws     Where = "draws"
	OfState     Where = "state"
	OfStatus    Where = "status"
	OfEndedAt   Where = "ended_at"

	NoSummary             Where = "summary_missing"
	EarlySummary          Where = "summary_early"    // the attempt goes on
	OrphanSummary         Where = "summary_orphaned" // there is no such attempt
	OfSummaryOrigin       Where = "summary_origin"
	OfSummaryEnding       Where = "summary_ending"
	OfSummaryScore        Where = "summary_score"
	OfSummaryCompetencies Where = "summary_competencies"
	OfSummaryPath         Where = "summary_path"
	OfSummaryCourse       Where = "summary_course"
)

// Verify plays an attempt again from its decisions alone and tells where what is kept differs.
func Verify(k *Kept, v *library.Version) []Difference {
	h, err := engine.Open(v.Scenario, k.dice())
	if err != nil {
		return []Difference{Unverified(k.ID, err)}
	}
	c := comparison{turn: turn{Attempt: &k.Attempt, v: v, h: h}, say: words{v.Scenario}}
	for step := range k.Decisions {
		if !c.decision(step) {
			return c.found
		}
	}
	if k.Lost {
		c.differ(len(k.Decisions), Lost, "", "")
		return c.found
	}
	if err := c.end(); err != nil {
		c.found = append(c.found, Unverified(k.ID, err))
	}
	return c.found
}

// Unverified says of an attempt why no more can be said.
func Unverified(id uuid.UUID, why error) Difference {
	return Difference{id, Whole, Unplayable, "", why.Error()}
}

// comparison plays an attempt again, from its opening on, and gathers what differs.
type comparison struct {
	turn
	say   words
	found []Difference
}

func (c *comparison) differ(step int, where Where, kept, played string) {
	c.found = append(c.found, Difference{c.ID, step, where, kept, played})
}

// same notes a difference unless both are the same.
func (c *comparison) same(step int, where Where, kept, played string) {
	if kept != played {
		c.differ(step, where, kept, played)
	}
}

// decision makes one decision again. It answers whether the replay can go on.
func (c *comparison) decision(step int) (going bool) {
	kept := &c.Decisions[step]
	at, possible := &c.h.End.State, c.h.End.State.Moves(c.v.Scenario, nil)
	node := int(at.Node)
	made := kept.Move
	if silent := c.v.Scenario.Nodes[node].OnTimeout; kept.TimedOut && at.Open(c.v.Scenario) && silent >= 0 {
		made = engine.Move(silent)
	}
	if !slices.Contains(possible, made) || c.h.Go(c.v.Scenario, engine.Made{Move: made, TimedOut: kept.TimedOut}) != nil {
		c.differ(step, Refused, c.say.move(kept.Node, kept.Move), c.say.standing(node, possible))
		return false
	}
	played, m := *kept, &c.h.Moments[step]
	played.Tell(c.v.Scenario, m, m.Before.Offer(c.v.Scenario))
	if *kept != played {
		c.compare(step, kept, &played)
	}
	return true
}

func (c *comparison) compare(step int, kept, played *Decision) {
	at := played.Node
	c.same(step, OfNode, c.say.node(kept.Node), c.say.node(at))
	c.same(step, OfVisit, strconv.Itoa(kept.Visit), strconv.Itoa(played.Visit))
	c.same(step, OfMove, c.say.move(at, kept.Move), c.say.move(at, played.Move))
	c.same(step, OfOffered, c.say.moves(at, kept.Offered.Moves()), c.say.moves(at, played.Offered.Moves()))
	c.same(step, OfDisplayed, c.say.shown(at, kept.Displayed), c.say.shown(at, played.Displayed))
	c.same(step, OfDraws, c.say.draws(kept.Draws), c.say.draws(played.Draws))
}

// end compares how the attempt stands with where its decisions have led.
func (c *comparison) end() error {
	status := c.Status
	switch ended := c.h.End.State.Ended(c.v.Scenario); {
	case ended:
		status = Completed
	case status == Completed:
		status = InProgress
	}
	c.same(Whole, OfStatus, string(c.Status), string(status))
	if status == Completed && len(c.Decisions) > 0 {
		c.same(Whole, OfEndedAt, instant(c.EndedAt), instant(c.EnteredAt()))
	}
	if c.Status == InProgress {
		c.same(Whole, OfState, string(c.State), "")
		if c.Summary != (Summary{}) {
			c.differ(Whole, EarlySummary, "", "")
		}
		return nil
	}
	state, err := json.Marshal(c.h.End.Snapshot(c.v.Scenario))
	if err != nil {
		return err
	}
	c.same(Whole, OfState, string(c.State), string(state))
	played, err := c.summary()
	if err == nil {
		c.summaries(&c.Summary, &played)
	}
	return err
}

func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}
