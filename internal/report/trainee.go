package report

import (
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/fault"
	"casebook/internal/scoring"
)

// Trainee is what a person did under a cohort's assignments.
type Trainee struct {
	Cohort       Heading
	Account      uuid.UUID
	Name, Email  string
	At           time.Time
	Attempts     []Played // the first begun first
	Growth       []Change
	GrowthWhy    Code // why none can be told; empty when there is some
	Competencies []Shown
	Calibration  *scoring.Calibration // over all attempts; nil when nothing was said
	Confidence   []Level
	Help         []Reason
	Rules        []Rule
}

// Shown is what a person showed of a competency.
type Shown struct {
	Named
	Cell
}

// Played is an attempt of theirs.
type Played struct {
	ID, Assignment uuid.UUID
	CaseName
	Status                       attempt.Status
	Learning                     bool
	StartedAt, LastMove, EndedAt time.Time // EndedAt is zero while it goes on
	Step                         int
	Where                        fault.Text
	Score                        *float64 // under the ceiling of a critical incident
	Capped                       bool
	Baseline                     *float64
	Calibration                  *scoring.Calibration
	Decisions                    []Told
}

// Told is a move of theirs, with what they said of it and what it was worth.
type Told struct {
	Step       int
	Node       string
	Title      fault.Text
	Look       bool
	Move       string
	Label      fault.Text
	Offered    []string
	Rationale  string
	Confidence int
	Took       time.Duration
	Scored     bool
	TimedOut   bool
	Worth      *Worth // nil while the attempt goes on and where the case is too large to be valued
	Incident   string
}

// Worth is what a move lost, of how much at stake, and the best one in its place.
type Worth struct {
	Regret, Stake float64
	Best          string
	BestLabel     fault.Text
}

// Change is a person's, from the first attempt of a case to the first of a parallel one that was begun later.
type Change struct {
	From, To      CaseName
	Before, After float64
	Shared        []Named
	Change        Figure // in points; N is of the people of the cohort whom the interval is reckoned from
}

// Level is how good decisions were that were made so surely.
type Level struct {
	Confidence int     // 1 a bet, 2 fairly sure, 3 certain
	Certainty  float64 // the probability that the word stands for
	Credit     Figure  // from 0 to 1
}
