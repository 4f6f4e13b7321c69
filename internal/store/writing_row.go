package store

import (
	"encoding/json"
	"time"

	"casebook/internal/attempt"
)

// draftRow is what is being written; with revision 0 there is none.
type draftRow struct {
	AttemptID  key `gorm:"primaryKey"`
	Step       int
	Revision   int
	Choice     string
	Rationale  string
	Confidence int
	Exhibit    string
	Read       string
	SavedAt    time.Time
}

func (draftRow) TableName() string { return "drafts" }

func draftRowOf(id key, d attempt.Draft) (draftRow, error) {
	if d.Revision == 0 {
		return draftRow{AttemptID: id}, nil
	}
	read, err := list(d.Read)
	return draftRow{
		AttemptID: id, Step: d.Step, Revision: d.Revision, Choice: d.Choice, Rationale: d.Rationale,
		Confidence: d.Confidence, Exhibit: d.Exhibit, Read: read, SavedAt: moment(d.SavedAt),
	}, err
}

func (r draftRow) none() bool { return r.Revision == 0 }

func (r draftRow) draft() (attempt.Draft, error) {
	if r.none() {
		return attempt.Draft{}, nil
	}
	read, err := unlist[string](r.Read)
	return attempt.Draft{
		Step: r.Step, Revision: r.Revision, Choice: r.Choice, Rationale: r.Rationale,
		Confidence: r.Confidence, Exhibit: r.Exhibit, Read: read, SavedAt: moment(r.SavedAt),
	}, err
}

// reflectionRow is what was written in the debrief; an empty one is none.
type reflectionRow struct {
	AttemptID  key `gorm:"primaryKey"`
	Reaction   string
	Confidence int
	Principle  string
	Commitment string // JSON, empty when there is none
}

func (reflectionRow) TableName() string { return "reflections" }

func reflectionRowOf(id key, r attempt.Reflection) (reflectionRow, error) {
	row := reflectionRow{AttemptID: id, Reaction: r.Reaction, Confidence: r.Confidence, Principle: r.Principle}
	if r.Commitment == nil {
		return row, nil
	}
	text, err := json.Marshal(r.Commitment)
	row.Commitment = string(text)
	return row, err
}

func (r reflectionRow) none() bool { return r == reflectionRow{AttemptID: r.AttemptID} }

func (r reflectionRow) reflection() (attempt.Reflection, error) {
	reflection := attempt.Reflection{Reaction: r.Reaction, Confidence: r.Confidence, Principle: r.Principle}
	if r.Commitment == "" {
		return reflection, nil
	}
	reflection.Commitment = new(attempt.Commitment)
	return reflection, json.Unmarshal([]byte(r.Commitment), reflection.Commitment)
}
