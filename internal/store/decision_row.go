package store

import (
	"errors"
	"time"

	"casebook/internal/attempt"
)

type decisionRow struct {
	AttemptID      key `gorm:"primaryKey"`
	Step           int `gorm:"primaryKey;autoIncrement:false"`
	Node           string
	Visit          int
	Move           string
	TimedOut       bool
	Offered        string
	Displayed      string
	Confidence     int
	TookMs         int64
	Draws          string
	IdempotencyKey string
	At             time.Time
}

func (decisionRow) TableName() string { return "decisions" }

// rationaleRow is why: a table of its own, so that reports read decisions without it.
type rationaleRow struct {
	AttemptID key `gorm:"primaryKey"`
	Step      int `gorm:"primaryKey;autoIncrement:false"`
	Text      string
}

func (rationaleRow) TableName() string { return "rationales" }

func decisionRowOf(id key, d attempt.Decision) (decisionRow, error) {
	offered, err1 := list(d.Offered)
	displayed, err2 := list(d.Displayed)
	draws, err3 := list(d.Draws)
	return decisionRow{
		AttemptID: id, Step: d.Step, Node: d.Node, Visit: d.Visit, Move: d.Move, TimedOut: d.TimedOut,
		Offered: offered, Displayed: displayed, Confidence: d.Confidence, TookMs: d.Took.Milliseconds(),
		Draws: draws, IdempotencyKey: d.Key, At: moment(d.At),
	}, errors.Join(err1, err2, err3)
}

// decision makes a decision of a row; its rationale is elsewhere.
func (r decisionRow) decision() (attempt.Decision, error) {
	offered, err1 := unlist[string](r.Offered)
	displayed, err2 := unlist[string](r.Displayed)
	draws, err3 := unlist[attempt.Draw](r.Draws)
	return attempt.Decision{
		Step: r.Step, Node: r.Node, Visit: r.Visit, Move: r.Move, TimedOut: r.TimedOut,
		Offered: offered, Displayed: displayed, Confidence: r.Confidence,
		Took:  time.Duration(r.TookMs) * time.Millisecond,
		Draws: draws, Key: r.IdempotencyKey, At: moment(r.At),
	}, errors.Join(err1, err2, err3)
}
