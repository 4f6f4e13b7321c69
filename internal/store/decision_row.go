package store

import (
	"time"

	"casebook/internal/attempt"
	"casebook/internal/engine"
)

// decisionRow is a decision in integers and bytes: nodes and moves are codes of the attempt's version, a look's below
// zero, and the time is in microseconds since 1970.
type decisionRow struct {
	AttemptID      key `gorm:"primaryKey"`
	Step           int `gorm:"primaryKey;autoIncrement:false"`
	Node           int
	Visit          int
	Move           int
	TimedOut       bool
	Offered        int64
	Displayed      []byte
	Draws          []byte
	Confidence     int
	TookMs         int64
	IdempotencyKey string
	AtUs           int64
}

func (decisionRow) TableName() string { return "decisions" }

// rationaleRow is why: a table of its own, so that reports read decisions without it.
type rationaleRow struct {
	AttemptID key `gorm:"primaryKey"`
	Step      int `gorm:"primaryKey;autoIncrement:false"`
	Text      string
}

func (rationaleRow) TableName() string { return "rationales" }

func decisionRowOf(id key, step int, d *attempt.Decision) decisionRow {
	return decisionRow{
		AttemptID: id, Step: step, Node: d.Node, Visit: d.Visit, Move: int(d.Move), TimedOut: d.TimedOut,
		Offered: int64(d.Offered), Displayed: []byte(d.Displayed), Draws: []byte(d.Draws), Confidence: d.Confidence,
		TookMs: d.Took.Milliseconds(), IdempotencyKey: d.Key, AtUs: d.At.UnixMicro(),
	}
}

// decision makes a decision of a row; its rationale is elsewhere.
func (r *decisionRow) decision() attempt.Decision {
	return attempt.Decision{
		Node: r.Node, Visit: r.Visit, Move: engine.Move(r.Move), TimedOut: r.TimedOut,
		Offered: attempt.Offered(r.Offered), Displayed: string(r.Displayed), Draws: attempt.Draws(r.Draws),
		Confidence: r.Confidence, Took: time.Duration(r.TookMs) * time.Millisecond, Key: r.IdempotencyKey,
		At: time.UnixMicro(r.AtUs).UTC(),
	}
}

// asKept is a decision as a later read would answer it.
func asKept(d attempt.Decision) attempt.Decision {
	d.Took, d.At = d.Took.Truncate(time.Millisecond), moment(d.At)
	return d
}
