package report

import (
	"context"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
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
	// CohortCase reads the attempts of one version that were made under a cohort's assignments and have ended.
	CohortCase(ctx context.Context, in cohort.Scope, id uuid.UUID, ref library.Ref) (Sheet, error)
	// TraineeWork reads a person's attempts under a cohort's assignments, the first begun first, with what they wrote.
	TraineeWork(ctx context.Context, in cohort.Scope, id, person uuid.UUID) ([]attempt.Attempt, error)
	// Group keeps for good, in one transaction, in which order people count in what managers read: what add answers of
	// the attempts that are grouped already is appended.
	Group(ctx context.Context, in cohort.Scope, id uuid.UUID, ref library.Ref, add func(grouped []uuid.UUID) []uuid.UUID) error
	// ReportViewed tells the audit trail that somebody reads of a person; attempt is uuid.Nil when not of one alone.
	ReportViewed(ctx context.Context, by, id, person, attempt uuid.UUID) error
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
	Ended       []Ended            // of the cohort's people, those included who have left
	Open        []attempt.Attempt  // under way, as far as their moves
	Grouped     map[uuid.UUID]bool // attempts that managers read of
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
	Cohort  Heading
	Post    cohort.Post
	Ended   []attempt.Summary
	Grouped []uuid.UUID // the first attempt that each person has finished, five after five; uuid.Nil for one that is gone
}

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

// Progress tells how a cohort gets on.
func (r *Reader) Progress(ctx context.Context, by account.Account, id uuid.UUID, p Pick) (Progress, error) {
	roll, err := r.records.CohortRoll(ctx, cohort.Figures(by), id)
	if err != nil {
		return Progress{}, err
	}
	return Progress{View: viewOf(roll.Post), Cohort: roll.Cohort, At: r.now(), Enrolled: len(roll.Members)}, nil
}

// Trainee tells what a person of a cohort did under its assignments, and tells the audit trail that it was read.
func (r *Reader) Trainee(ctx context.Context, by account.Account, id, person uuid.UUID) (Trainee, error) {
	return Trainee{}, nil
}

// Debrief tells an attempt of theirs.
func (r *Reader) Debrief(ctx context.Context, by account.Account, id, person, which uuid.UUID) (attempt.Debrief, error) {
	return attempt.Debrief{}, nil
}

// Case tells how a cohort found its way through a case.
func (r *Reader) Case(ctx context.Context, by account.Account, id uuid.UUID, ref library.Ref, p CasePick) (Case, error) {
	return Case{}, nil
}
