// Package comment is what trainers say to the reasons that people give for their decisions: how they rate them by a
// rubric, in words too, and how far they rate alike.
package comment

import (
	"context"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/library"
)

// Criterion is one thing that is looked for in a reason.
type Criterion int

// The criteria of the rubric.
const (
	Clues       Criterion = iota // it cites precise facts of the case
	Perspective                  // it states the other party's interest or constraint
	Principle                    // it names the rule and its source
	Outcome                      // it anticipates an effect and says which choice was set aside
	criteria
)

// Criteria lists them in their order.
var Criteria = [criteria]Criterion{Clues, Perspective, Principle, Outcome}

// Unrated is the level of a criterion that a rater leaves out.
const Unrated = -1

// MostLevel is the highest level: correct and specific. The lowest is 0: absent.
const MostLevel = 3

// Levels is how a reason was rated, by criterion: 0 to MostLevel, or Unrated.
type Levels [criteria]int

// NoLevels rates nothing.
func NoLevels() Levels { return Levels{Unrated, Unrated, Unrated, Unrated} }

// Rated reports whether anything is rated.
func (l Levels) Rated() bool { return l != NoLevels() }

// Comment is what one trainer says to one reason. There is at most one of each of them for each.
type Comment struct {
	Attempt   uuid.UUID
	Step      int
	Rater     uuid.UUID
	RaterName string // as it is now; kept elsewhere
	Levels    Levels
	Text      string // plain; may be empty when something is rated
	Revision  int    // counts the changes, 1 and up
	WrittenAt time.Time
	ChangedAt time.Time
	ReadAt    time.Time // when the trainee read it as it is; zero while they have not
}

// Place is where a reason stands.
type Place struct {
	Attempt uuid.UUID
	Step    int
}

// Reason is one that somebody gave in an ended attempt under a cohort.
type Reason struct {
	Place
	Account  uuid.UUID
	Name     string
	Scenario library.Ref
}

// Rating is a comment that rates, without its words.
type Rating struct {
	Place
	Rater  uuid.UUID
	Levels Levels
}

// Unread is an attempt with comments that its trainee has yet to read.
type Unread struct {
	Attempt  uuid.UUID
	Scenario library.Ref
	Lang     string
	Comments int
}

// Store keeps comments. What is done for a cohort takes through whose eyes: a cohort, an attempt or a reason that is
// not in their scope is a fault of kind NotFound. What a trainee does is about their own attempts, and others' are
// not found.
type Store interface {
	// Reasons lists those given by others than the scope's account, in ended attempts under a cohort, with how they
	// were rated, in no particular order.
	Reasons(ctx context.Context, scope cohort.Scope, of uuid.UUID) ([]Reason, []Rating, error)
	// AttemptUnder finds an ended attempt under a cohort, another's than the scope's account.
	AttemptUnder(ctx context.Context, scope cohort.Scope, of, id uuid.UUID) (attempt.Attempt, error)
	CommentsUnder(ctx context.Context, scope cohort.Scope, of, attempt uuid.UUID) ([]Comment, error)
	// KeepComment keeps a comment of the scope's account over the revision that it says, 0 for the first, and answers
	// it as kept; the one that is kept already under another revision comes with a fault of kind Conflict.
	KeepComment(ctx context.Context, scope cohort.Scope, of uuid.UUID, c Comment) (Comment, error)
	// WithdrawComment removes the comment of the scope's account, with the same conflict.
	WithdrawComment(ctx context.Context, scope cohort.Scope, of uuid.UUID, at Place, revision int) error

	Comments(ctx context.Context, owner, attempt uuid.UUID) ([]Comment, error)
	ReadComments(ctx context.Context, owner, attempt uuid.UUID, now time.Time) error
	// UnreadComments lists at most so many attempts, the last commented first.
	UnreadComments(ctx context.Context, owner uuid.UUID, most int) ([]Unread, error)
}
