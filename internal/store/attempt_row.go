package store

import (
	"database/sql"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/library"
)

// attemptRow is an attempt without what hangs on it. Like the other rows it is comparable, and shares no memory with
// the value that it was made of or makes.
type attemptRow struct {
	ID              key `gorm:"primaryKey"`
	AccountID       key
	ScenarioID      string
	ScenarioVersion int
	Lang            string
	Timing          string
	Seed            string
	Status          string
	Step            int
	Node            string
	State           string
	EnteredAt       time.Time
	TimerAt         sql.NullTime
	StartedAt       time.Time
	UpdatedAt       time.Time `gorm:"autoUpdateTime:false"`
	EndedAt         sql.NullTime
	Changes         int // goes up with every change of the attempt or of what hangs on it
}

func (attemptRow) TableName() string { return "attempts" }

// changing are the columns that a change may write.
var changing = []string{
	"lang", "timing", "status", "step", "node", "state", "entered_at", "timer_at", "updated_at", "ended_at", "changes",
}

func attemptRowOf(a attempt.Attempt) attemptRow {
	return attemptRow{
		ID: key(a.ID), AccountID: key(a.Account),
		ScenarioID: a.Scenario.ID, ScenarioVersion: a.Scenario.Version,
		Lang: a.Lang, Timing: string(a.Timing), Seed: a.Seed, Status: string(a.Status),
		Step: a.Step(), Node: a.Node, State: string(a.State),
		EnteredAt: moment(a.EnteredAt), TimerAt: maybe(a.TimerAt),
		StartedAt: moment(a.StartedAt), UpdatedAt: moment(a.UpdatedAt), EndedAt: maybe(a.EndedAt),
	}
}

func (r attemptRow) attempt() attempt.Attempt {
	return attempt.Attempt{
		ID: uuid.UUID(r.ID), Account: uuid.UUID(r.AccountID),
		Scenario: library.Ref{ID: r.ScenarioID, Version: r.ScenarioVersion},
		Lang:     r.Lang, Timing: attempt.Timing(r.Timing), Seed: r.Seed, Status: attempt.Status(r.Status),
		Node: r.Node, State: []byte(r.State),
		EnteredAt: moment(r.EnteredAt), TimerAt: when(r.TimerAt),
		StartedAt: moment(r.StartedAt), UpdatedAt: moment(r.UpdatedAt), EndedAt: when(r.EndedAt),
	}
}

func (r attemptRow) summary() attempt.Summary {
	return attempt.Summary{
		ID:       uuid.UUID(r.ID),
		Scenario: library.Ref{ID: r.ScenarioID, Version: r.ScenarioVersion},
		Lang:     r.Lang, Status: attempt.Status(r.Status), Step: r.Step, Node: r.Node,
		StartedAt: moment(r.StartedAt), UpdatedAt: moment(r.UpdatedAt), EndedAt: when(r.EndedAt),
	}
}

// sameOrigin reports whether two rows agree in all that an attempt is born with.
func (r attemptRow) sameOrigin(o attemptRow) bool {
	return r.ID == o.ID && r.AccountID == o.AccountID && r.ScenarioID == o.ScenarioID &&
		r.ScenarioVersion == o.ScenarioVersion && r.Seed == o.Seed && r.StartedAt.Equal(o.StartedAt)
}
