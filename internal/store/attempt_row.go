package store

import (
	"database/sql"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/library"
)

// attemptRow is an attempt without what hangs on it. Like the other rows it is comparable, and shares no memory with
// the value that it was made of or makes. Decisions leave it as it is, but for the one that ends the attempt.
type attemptRow struct {
	ID              key `gorm:"primaryKey"`
	AccountID       key
	ScenarioID      string
	ScenarioVersion int
	Lang            string
	Timing          string
	Seed            string
	Status          string
	State           string
	TimerAt         sql.NullTime
	TimerStep       int
	StartedAt       time.Time
	EndedAt         sql.NullTime
	AssignmentID    keyOrNone
	CohortID        keyOrNone
	Learning        bool
	Ordinal         int
	Changes         int // goes up with every change of the row or of what hangs on it, decisions apart
}

func (attemptRow) TableName() string { return "attempts" }

// changing are the columns that a change may write.
var changing = []string{"lang", "timing", "status", "state", "timer_at", "timer_step", "ended_at", "changes"}

func attemptRowOf(a *attempt.Attempt) attemptRow {
	return attemptRow{
		ID: key(a.ID), AccountID: key(a.Account),
		ScenarioID: a.Scenario.ID, ScenarioVersion: a.Scenario.Version,
		Lang: a.Lang, Timing: string(a.Timing), Seed: a.Seed, Status: string(a.Status), State: string(a.State),
		TimerAt: maybe(a.Clock.Started), TimerStep: a.Clock.Step,
		StartedAt: moment(a.StartedAt), EndedAt: maybe(a.EndedAt),
		AssignmentID: keyOrNone(a.Under.Assignment), CohortID: keyOrNone(a.Under.Cohort), Learning: a.Under.Learning,
		Ordinal: a.Under.Ordinal,
	}
}

func (r attemptRow) attempt() attempt.Attempt {
	a := attempt.Attempt{
		ID: uuid.UUID(r.ID), Account: uuid.UUID(r.AccountID),
		Scenario: library.Ref{ID: r.ScenarioID, Version: r.ScenarioVersion},
		Lang:     r.Lang, Timing: attempt.Timing(r.Timing), Seed: r.Seed, Status: attempt.Status(r.Status),
		Clock:     attempt.Clock{Started: when(r.TimerAt), Step: r.TimerStep},
		StartedAt: moment(r.StartedAt), EndedAt: when(r.EndedAt),
		Under: attempt.Under{
			Assignment: uuid.UUID(r.AssignmentID), Cohort: uuid.UUID(r.CohortID), Learning: r.Learning,
			Ordinal: r.Ordinal,
		},
	}
	if r.State != "" {
		a.State = []byte(r.State)
	}
	return a
}

// sameOrigin reports whether two rows agree in all that an attempt is born with.
func (r attemptRow) sameOrigin(o attemptRow) bool {
	return r.ID == o.ID && r.AccountID == o.AccountID && r.ScenarioID == o.ScenarioID &&
		r.ScenarioVersion == o.ScenarioVersion && r.Seed == o.Seed && r.StartedAt.Equal(o.StartedAt) &&
		r.AssignmentID == o.AssignmentID && r.CohortID == o.CohortID && r.Learning == o.Learning && r.Ordinal == o.Ordinal
}
