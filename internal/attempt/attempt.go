// Package attempt is a trainee's way through a scenario: what they saw, sought, chose, why and how sure, and the
// debrief at the end. Decisions are the truth; the state is what the engine makes of them.
package attempt

import (
	"context"
	"time"

	"github.com/google/uuid"

	"casebook/internal/engine"
	"casebook/internal/library"
)

// Status says whether an attempt goes on.
type Status string

// The statuses.
const (
	InProgress Status = "in_progress"
	Completed  Status = "completed"
	Abandoned  Status = "abandoned"
)

// Attempt is one trainee's way through one scenario version.
type Attempt struct {
	ID        uuid.UUID
	Account   uuid.UUID
	Scenario  library.Ref
	Under     Under
	Lang      string
	Timing    Timing
	Seed      string
	Status    Status
	Decisions []Decision // moves in order, looks and choices: a decision's place is its step
	Clock     Clock

	Draft      Draft
	Reflection Reflection

	StartedAt time.Time
	EndedAt   time.Time // zero until completed or abandoned
	State     []byte    // once it has ended: the engine's snapshot there, as JSON, which replaying Decisions must reach
	Summary   Summary   // once it has ended; zero for one that ended before there were summaries, see Service.SumUp
}

// Under is what an attempt was begun for. It is zero when somebody plays of their own accord.
type Under struct {
	Assignment, Cohort uuid.UUID
	Ordinal            int  // 1 and up: which of the account's attempts under the assignment it is; no two share one
	Learning           bool // explanations come after each decision, not at the debrief
}

// Step is how many moves led here.
func (a *Attempt) Step() int { return len(a.Decisions) }

// EnteredAt is when the present step was reached: what a decision's time is counted from.
func (a *Attempt) EnteredAt() time.Time {
	if n := len(a.Decisions); n > 0 {
		return a.Decisions[n-1].At
	}
	return a.StartedAt
}

// UpdatedAt is when the story went on last, or was given up.
func (a *Attempt) UpdatedAt() time.Time {
	if a.EndedAt.IsZero() {
		return a.EnteredAt()
	}
	return a.EndedAt
}

// Decision is one move that was made, with all that is needed to play it again and to study it. Nodes and moves are
// codes of the attempt's version: a node's place in it, a move's place in its node. It is comparable.
type Decision struct {
	Node       int
	Visit      int
	Move       engine.Move
	TimedOut   bool
	Offered    Offered
	Displayed  string // the choices in the order shown, a byte each
	Draws      Draws
	Rationale  string
	Confidence int           // 1 a bet, 2 fairly sure, 3 certain, 0 not said
	Took       time.Duration // since the step was reached, to the millisecond
	Key        string        // the client's idempotency key, may be empty
	At         time.Time
}

// Draft is what is being written at a step, not yet decided. Revision 0 means there is none.
type Draft struct {
	Step       int
	Revision   int // counts up over the whole attempt
	Choice     string
	Rationale  string
	Confidence int
	Exhibit    string   // the one that lies open
	Read       []string // exhibits opened so far
	SavedAt    time.Time
}

// Reflection is what a trainee writes in the debrief.
type Reflection struct {
	Reaction   string      `json:"reaction,omitempty"`
	Confidence int         `json:"confidence,omitempty"`
	Principle  string      `json:"principle,omitempty"`
	Commitment *Commitment `json:"commitment,omitempty"`
}

// Commitment is an if-then plan: when this happens, I do that.
type Commitment struct {
	When    string `json:"when"`
	Then    string `json:"then"`
	Date    string `json:"date,omitempty"` // 2006-01-02
	Witness string `json:"witness,omitempty"`
}

// Store keeps attempts, each for the account that it belongs to: another's is a fault of kind NotFound.
//
// ChangeAttempt is the only door through which an attempt changes. It runs change on a copy, without I/O of its own,
// and either keeps everything that change did, durably, before it returns, or nothing: of rival changes that start
// from the same step one is kept, the others are run again on what it left. An error of change is returned as it is.
// Decisions are only ever appended.
//
// An attempt at a draft is a rehearsal. It is found and changed like any other, but kept apart, in the place of the one
// that the same person has begun before; it is never listed, and it is gone with its draft.
type Store interface {
	AddAttempt(ctx context.Context, a Attempt) error
	Attempt(ctx context.Context, owner, id uuid.UUID) (Attempt, error)
	// Attempts lists them as far as their moves, the last begun first; drafts, rationales and reflections are left out.
	// It lists so many at most, of those that were begun before another unless that is uuid.Nil.
	Attempts(ctx context.Context, owner, before uuid.UUID, most int) ([]Attempt, error)
	ChangeAttempt(ctx context.Context, owner, id uuid.UUID, change func(*Attempt) error) (Attempt, error)
	// AddCourse completes a summary that was kept without its course; one that has one is left as it is.
	AddCourse(ctx context.Context, owner, id uuid.UUID, c Course) error
}
