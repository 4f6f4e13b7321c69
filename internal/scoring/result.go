// Package scoring judges a play: what each decision cost, what was luck, what was shown of each competency, how well
// confidence matched judgement. It is pure: everything follows from the scenario's solution and the play's history.
package scoring

import (
	"casebook/internal/engine"
)

// Result is the judgement of a play. Total = Best − Regret + Luck always holds; figures are rounded to a billionth,
// which is where floating point begins to show.
type Result struct {
	Ending    string  // "" while the play goes on
	Total     float64 // while it goes on: what can still be expected by the best moves
	Best      float64
	Regret    float64
	Luck      float64
	MaxRegret float64
	Score     *float64 // 0 to 100; nil when nothing is at stake
	Capped    *float64 // the score under the ceiling that a critical incident sets

	Parts       Parts
	Incidents   []Incident
	MustMissing []string // what had to be done and was not; empty while the play goes on
	Moves       []Move
	Draws       []Draw
	Profile     []Competency // those in play, in the scenario's order
}

// Parts is what a total is made of.
type Parts struct{ Evidence, Ending, State float64 }

// Incident is a critical incident. Step is the move that caused it.
type Incident struct {
	ID   string
	Step int
}

// Move is what one move was worth.
type Move struct {
	Step     int
	Node     string
	Move     engine.Move
	Value    float64 // of the move, with the best ones after it
	Best     float64 // of the best move
	BestMove engine.Move
	Regret   float64 // best − value
	Stake    float64 // best − worst
	Offered  []Option
	Scored   bool     // false at a discussion decision
	Credit   *float64 // 1 − regret / stake; nil when nothing was at stake
}

// Option is one available move, with what it was worth.
type Option struct {
	Move          engine.Move
	Value, Regret float64
}

// Draw is a point where luck had its say. Step is the move that led to it, -1 before the first.
type Draw struct {
	Step        int
	Node        string
	Outcome     string // the node that followed
	Shown       bool   // a hidden truth showed itself there, rather than chance deciding
	Probability float64
	Luck        float64
}
