package store

import (
	"database/sql"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/library"
)

// summaryRow is what reports need of an attempt that has ended. It is written once.
type summaryRow struct {
	AttemptID       key `gorm:"primaryKey"`
	AccountID       key
	CohortID        keyOrNone
	ScenarioID      string
	ScenarioVersion int
	Status          string
	EndedUs         int64
	Node            int
	Steps           int
	Score, Capped   sql.NullFloat64
	Profile         blob
	Wide            bool
	Path            blob
	Course          blob
}

func (summaryRow) TableName() string { return "summaries" }

func (r summaryRow) none() bool { return r == summaryRow{} }

func summaryRowOf(s *attempt.Summary) summaryRow {
	if *s == (attempt.Summary{}) {
		return summaryRow{}
	}
	return summaryRow{
		AttemptID: key(s.Attempt), AccountID: key(s.Account), CohortID: keyOrNone(s.Cohort),
		ScenarioID: s.Scenario.ID, ScenarioVersion: s.Scenario.Version,
		Status: string(s.Status), EndedUs: s.EndedAt.UnixMicro(), Node: s.Node, Steps: s.Steps,
		Score:   sql.NullFloat64{Float64: s.Score, Valid: s.Scored},
		Capped:  sql.NullFloat64{Float64: s.Capped, Valid: s.Scored},
		Profile: blob(s.Profile), Wide: s.Path.Wide, Path: blob(s.Path.Moves), Course: blob(s.Course),
	}
}

func (r *summaryRow) summary() attempt.Summary {
	if r.none() {
		return attempt.Summary{}
	}
	return attempt.Summary{
		Attempt: uuid.UUID(r.AttemptID), Account: uuid.UUID(r.AccountID), Cohort: uuid.UUID(r.CohortID),
		Scenario: library.Ref{ID: r.ScenarioID, Version: r.ScenarioVersion},
		Status:   attempt.Status(r.Status), EndedAt: time.UnixMicro(r.EndedUs).UTC(), Node: r.Node, Steps: r.Steps,
		Scored: r.Score.Valid, Score: r.Score.Float64, Capped: r.Capped.Float64,
		Profile: attempt.Profile(r.Profile), Path: attempt.Path{Wide: r.Wide, Moves: string(r.Path)}, Course: attempt.Course(r.Course),
	}
}
