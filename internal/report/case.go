package report

import (
	"time"

	"casebook/internal/fault"
	"casebook/internal/scoring"
	"casebook/internal/stats"
)

// Case is a case through a cohort's eyes.
type Case struct {
	CaseName
	View         View
	Cohort       Heading
	At           time.Time
	Attempts     Which
	People       int
	Completed    int
	Abandoned    int  // of a trainer's view
	Unreadable   int  // of a trainer's view: damaged, see `casebook verify`
	Why          Code // why nothing is shown yet
	Score        Scores
	Baseline     *float64
	Endings      []Ending
	Left         []Leaving
	Map          Map
	Coverage     Coverage
	Decisions    []CaseDecision // those that were met, in the order of the case
	Splits       *Split
	Reliability  Reliability
	Incidents    []Incident
	Competencies []Competence
	Rules        []Rule
}

// Which attempts of a person count.
type Which string

// All of them, or the first that came to an ending.
const (
	All   Which = "all"
	First Which = "first"
)

// Scores are of the attempts that have one, under the ceiling of a critical incident.
type Scores struct {
	Mean           Figure
	Q1, Median, Q3 *float64 // nil unless Mean is shown, and in a manager's view
	Capped         int      // of a trainer's view
}

// Count is how many; a manager is told no small one, and the others to the nearest five.
type Count struct {
	N      int
	Hidden bool
}

// Ending is how many came to it.
type Ending struct {
	Named
	Tone  string
	Count Count
	Share Figure
}

// Leaving is where attempts were given up.
type Leaving struct {
	Node  Named
	Count int
}

// Map is the ways that were taken: from each choice to the decision point or the ending that followed. In a trainer's,
// as many come into a node as leave it or stop there.
type Map struct {
	Nodes []MapNode
	Links []MapLink
}

// MapNode is a decision point or an ending that was met.
type MapNode struct {
	Named
	Ending bool
	Tone   string // of an ending
	Column int    // how far from the start, by the longest way taken without a loop
	Count  int    // how often it was met
	Stops  int    // how many stopped there: at an ending, or given up
}

// MapLink is how many went from a choice to a node.
type MapLink struct {
	From   string
	Choice Named
	To     string
	Count  int
}

// Coverage is how much of the case was seen. It is zero but for Why in a manager's view.
type Coverage struct {
	Taken, Possible int // choices
	Paths           int
	NewPath         float64 // the chance that the next attempt takes a new one
	Why             Code
}

// CaseDecision is a decision point that was met.
type CaseDecision struct {
	Node           string
	Title, Ask     fault.Text
	Scored         bool
	Met            Count // how often a choice was made there
	Choices        []CaseChoice
	Looks          []CaseChoice
	Credit         Figure // difficulty: the mean of 1 less regret over stake
	Regret         Regret
	Discrimination Figure // item–rest correlation
	Spread         *stats.Spread
	Distractors    *float64 // the share of the other choices than the best that tempt; nil when it cannot be told
	Seconds        Figure   // the median, without an interval
	Confidence     []Level
	Calibration    *scoring.Calibration
	Why            Code // why there are counts alone
}

// Regret is how many points were lost on average, of how many at stake.
type Regret struct {
	Mean, Stake float64
	Why         Code
}

// CaseChoice is a choice or a look: how often it could be made, and how often it was.
type CaseChoice struct {
	Named
	Offered, Chosen Count
	Share           Figure
	Credit          *float64 // what it earned on average; nil where nothing is told
	Best            bool     // each time that it was made, nothing was better
	Dead            bool     // surely chosen by less than 10 %
	Incident        string
}

// Split is the decision that splits the room.
type Split struct {
	Node       string
	Title      fault.Text
	Normalised float64
	Text       fault.Text
}

// Reliability is that of the decisions which nearly everybody meets.
type Reliability struct {
	Spine   []string
	Rows    int // attempts that met them all
	Alpha   Figure
	Lambda2 float64
	Omega   *float64
	SEM     float64 // in points of 100
	Length  *float64
	Why     Code // why there is none
}

// Incident is a critical incident, or something that had to be done and was not.
type Incident struct {
	Named
	Kind    IncidentKind
	Count   Count
	Share   Figure
	Choices []IncidentChoice
}

// IncidentKind is what an incident does.
type IncidentKind string

// The kinds: one that caps the score, one that is noted, and a must that was not done.
const (
	MustNot IncidentKind = "must_not"
	Noted   IncidentKind = "incident"
	Must    IncidentKind = "must"
)

// IncidentChoice is a choice that causes an incident.
type IncidentChoice struct {
	Node, Choice Named
	Count        Count
}
