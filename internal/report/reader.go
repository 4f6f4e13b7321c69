package report

import (
	"context"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/library"
	"casebook/internal/scenario"
)

// Records are what is kept of the work of cohorts, each read of one moment. A cohort outside the scope, and a person
// who is not enrolled in it, is a fault of kind NotFound.
type Records interface {
	// CohortRoll reads who is in a cohort, what it was given and how far everybody is.
	CohortRoll(ctx context.Context, in cohort.Scope, id uuid.UUID) (Roll, error)
	// CohortOutline reads the same, but for what takes more room the more was played: Begun is there in place of Ended, Open
	// and Places.
	CohortOutline(ctx context.Context, in cohort.Scope, id uuid.UUID) (Roll, error)
	// CohortWork reads how far some people of a cohort are: what they have ended, in the order in which they did, and what
	// is under way.
	CohortWork(ctx context.Context, in cohort.Scope, id uuid.UUID, people []uuid.UUID) ([]Ended, []attempt.Attempt, error)
	// CohortCase reads the attempts of one version that were made under a cohort's assignments and have ended.
	CohortCase(ctx context.Context, in cohort.Scope, id uuid.UUID, ref library.Ref) (Sheet, error)
	// TraineeWork reads a person's attempts under a cohort's assignments, the first begun first, with what they wrote, and
	// which cohort it is.
	TraineeWork(ctx context.Context, in cohort.Scope, id, person uuid.UUID) (Heading, []attempt.Attempt, error)
	// AddPlaces keeps for good, in one transaction, in which order attempts count in what managers read: what add answers
	// of the places that are taken takes those that follow. It answers all.
	AddPlaces(ctx context.Context, in cohort.Scope, id uuid.UUID, ref library.Ref, add func(taken []uuid.UUID) []uuid.UUID) ([]uuid.UUID, error)
	// Peers reads an attempt of the owner's own and, when it was begun under a cohort, what CohortCase would of its case;
	// without a post.
	Peers(ctx context.Context, owner, id uuid.UUID) (attempt.Attempt, Sheet, error)
	// AddPeers does for the cohort and the case of an attempt of the owner's own what AddPlaces does.
	AddPeers(ctx context.Context, owner, id uuid.UUID, add func(taken []uuid.UUID) []uuid.UUID) ([]uuid.UUID, error)
	// ReportViewed tells the audit trail that whoever the scope is of reads of a person; which attempt, or uuid.Nil.
	ReportViewed(ctx context.Context, in cohort.Scope, id, person, which uuid.UUID) error
}

// Versions hands out published versions, and what their competencies are called.
type Versions interface {
	Library
	Registers() *scenario.Registers
}

// Reader reads the reports of a cohort for those who may: its trainers, of each person; its managers, of enough people.
type Reader struct {
	records  Records
	versions Versions
	attempts *attempt.Service
	now      func() time.Time
}

// NewReader makes a reader; now answers in UTC.
func NewReader(records Records, versions Versions, attempts *attempt.Service, now func() time.Time) *Reader {
	return &Reader{records, versions, attempts, now}
}

// Roll is a cohort, as it stands at one moment.
type Roll struct {
	Cohort      Heading
	Post        cohort.Post // of whoever reads
	Members     []Member    // who are enrolled and have not left
	Assignments []cohort.Assignment
	Ended       []Ended           // of the cohort's people, those included who have left
	Open        []attempt.Attempt // under way, as far as their moves
	Places      Places
	Begun       []Begun // in an outline
}

// Begun is a version that somebody has begun for an assignment.
type Begun struct {
	Assignment uuid.UUID
	Scenario   library.Ref
}

// Member is a person of a cohort.
type Member struct {
	Account     uuid.UUID
	Name, Email string
}

// Ended is an attempt that has ended, and when it was begun for which assignment.
type Ended struct {
	attempt.Summary
	Assignment uuid.UUID
	StartedAt  time.Time
}

// Sheet is the attempts of one version that a cohort has ended, in the order in which they did.
type Sheet struct {
	Cohort Heading
	Post   cohort.Post
	Ended  []attempt.Summary
	Places []uuid.UUID // as in Places
}

// Places are the attempts that managers read of, of each version, in the order in which they count: the first that a
// person has finished, five after five; uuid.Nil for one that is gone.
type Places map[library.Ref][]uuid.UUID

func viewOf(p cohort.Post) View {
	if p == cohort.Trainer {
		return People
	}
	return Figures
}

// CasePick is what to count in a case. The zero value counts all attempts. A manager's picks nothing.
type CasePick struct {
	Attempts Which
	From, To time.Time // those that ended at From or after, and before To; a zero time is no bound
}
