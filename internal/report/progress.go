package report

import (
	"time"

	"github.com/google/uuid"

	"casebook/internal/fault"
	"casebook/internal/library"
)

// Progress is how a cohort gets on.
type Progress struct {
	View         View
	Cohort       Heading
	At           time.Time
	Enrolled     int
	Assignments  []Assigned   // those that open first before
	Competencies []Competence // in the order of the register
	Counts       States
	Brief        []Answer
	Growth       []Growth
	People       []Row // by name; none for a manager
	Rules        []Rule
}

// Heading says which cohort.
type Heading struct {
	ID   uuid.UUID
	Name string
	Demo bool // its people and their work are made up
}

// CaseName says which case, and what it is called.
type CaseName struct {
	library.Ref
	Title fault.Text
}

// Assigned is a case that was given to the cohort: a column.
type Assigned struct {
	ID uuid.UUID
	CaseName
	OpensAt, DueAt time.Time // DueAt is zero when there is no end
	Attempts       int       // how often each may begin it; 0 is as often as they like
	Learning       bool
	Withdrawn      bool
	Counts         States
	Score          Figure   // the mean of people's best; for a manager of their first
	Baseline       *float64 // what choosing blindly scores on average; nil when nothing is at stake
}

// Competence is a competency: the mean of people's means, from 0 to 100.
type Competence struct {
	Named
	Mean Figure
}

// State is how an assignment stands for a person.
type State string

// The states.
const (
	NotBegun State = "not_begun"
	UnderWay State = "under_way"
	Stuck    State = "stuck" // see IsStuck
	GivenUp  State = "given_up"
	Missed   State = "missed" // see IsMissed
	Finished State = "finished"
)

// States are how many stand so. A manager is told of those who have finished alone.
type States map[State]int

// Row is a person of the cohort.
type Row struct {
	Account      uuid.UUID
	Name, Email  string
	LastMove     time.Time  // zero for somebody who has begun nothing
	Standings    []Standing // one for each assignment, in their order
	Competencies []Cell     // one for each competency, in their order
	Help         []Reason
}

// Standing is how an assignment stands for a person.
type Standing struct {
	Assignment uuid.UUID
	State      State
	Attempts   int       // begun, the one under way included
	Attempt    uuid.UUID // the one under way, or the best that ended; uuid.Nil when there is none
	StartedAt  time.Time // of that one, as is LastMove, EndedAt, Step and Where
	LastMove   time.Time
	EndedAt    time.Time
	Step       int
	Where      fault.Text // the title of the node where it stands, or of the ending
	Score      *float64   // of the best that came to an ending, under the ceiling of a critical incident
	Last       *float64   // of the last one that did
	Capped     bool       // the ceiling has lowered the best
}

// Reason is why somebody may need help.
type Reason struct {
	Code       Code
	Text       fault.Text // with its figures
	Assignment uuid.UUID  // or uuid.Nil
	Competency string     // or empty
	Value      float64    // the score, the mean, or how many decisions
	Threshold  float64
	N          int
	Days       int // without a move
}

// Growth is the change from one case to a parallel one, of those who finished both.
type Growth struct {
	From, To CaseName
	Shared   []Named // competencies
	Change   Figure  // in points
	G        Figure  // in standard deviations of the first
}

// Pick is what to show of a cohort's progress. The zero value shows all of it.
type Pick struct {
	Assignment uuid.UUID
	State      State
	Competency string
	Search     string // in the name or the address
	Help       bool   // only those who may need some
}
