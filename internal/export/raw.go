package export

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"iter"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/internal/scenario"
)

// Attempt is one of a cohort, with its decisions and why they were made, and whose it is.
type Attempt struct {
	attempt.Attempt
	Name string
}

// Attempts reads the attempts that were begun under a cohort's assignments, those under way too. A cohort out of scope
// is a fault of kind NotFound.
type Attempts interface {
	CountDecisions(ctx context.Context, scope cohort.Scope, of uuid.UUID) (int64, error)
	CohortAttempts(ctx context.Context, scope cohort.Scope, of uuid.UUID) iter.Seq2[Attempt, error]
}

// Library hands out published versions.
type Library interface {
	Find(ctx context.Context, ref library.Ref) (*library.Version, error)
}

// Decision is a move as it was made, a line of JSON: what was on offer, in which order it was shown, what was made of
// it, why and how surely.
type Decision struct {
	Attempt    uuid.UUID `json:"attempt"`
	Assignment uuid.UUID `json:"assignment"`
	Person     uuid.UUID `json:"person"`
	Name       string    `json:"name"`
	Scenario   string    `json:"scenario"`
	Version    int       `json:"version"`
	Lang       string    `json:"lang"`
	Status     string    `json:"status"`
	Step       int       `json:"step"`
	Node       string    `json:"node"`
	Visit      int       `json:"visit"`
	Move       string    `json:"move"` // the id of a choice, or ? and the id of a look
	Offered    []string  `json:"offered"`
	Displayed  []string  `json:"displayed"`
	Rationale  string    `json:"rationale,omitempty"`
	Confidence int       `json:"confidence,omitempty"` // 1 a bet, 2 fairly sure, 3 certain
	Seconds    float64   `json:"seconds"`
	TimedOut   bool      `json:"timedOut,omitempty"`
	At         time.Time `json:"at"`
}

// JSONLines writes each decision of attempts on a line of its own, as they are read.
func JSONLines(ctx context.Context, w io.Writer, lib Library, attempts iter.Seq2[Attempt, error]) error {
	out := bufio.NewWriterSize(w, 32<<10)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	for a, err := range attempts {
		if err != nil {
			return err
		}
		v, err := lib.Find(ctx, a.Scenario)
		if err != nil {
			return err
		}
		for step := range a.Decisions {
			if err := lines.Encode(decisionOf(v.Scenario, &a, step)); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

func decisionOf(s *scenario.Scenario, a *Attempt, step int) Decision {
	d := &a.Decisions[step]
	line := Decision{
		Attempt: a.ID, Assignment: a.Under.Assignment, Person: a.Account, Name: a.Name,
		Scenario: a.Scenario.ID, Version: a.Scenario.Version, Lang: a.Lang, Status: string(a.Status),
		Step: step, Node: s.Nodes[d.Node].ID, Visit: d.Visit, Move: engine.Name(s, d.Node, d.Move),
		Offered: []string{}, Displayed: []string{}, Rationale: d.Rationale, Confidence: d.Confidence,
		Seconds: d.Took.Seconds(), TimedOut: d.TimedOut, At: d.At,
	}
	for _, m := range d.Offered.Moves() {
		line.Offered = append(line.Offered, engine.Name(s, d.Node, m))
	}
	for _, place := range []byte(d.Displayed) {
		line.Displayed = append(line.Displayed, s.Nodes[d.Node].Choices[place].ID)
	}
	return line
}
