package attempt

import (
	"encoding/binary"
	"errors"
	"time"

	"github.com/google/uuid"

	"casebook/internal/library"
	"casebook/internal/scoring"
	"casebook/internal/solve"
)

// Summary is what reports need of an attempt that has ended. It follows from the attempt's decisions and its version,
// and is kept in the transaction that ends the attempt, so that no report has to play anything again. An attempt that
// was given up has one too, without a score: where people leave is worth knowing. It is comparable.
type Summary struct {
	Attempt, Account uuid.UUID
	Cohort           uuid.UUID // uuid.Nil for who plays alone
	Scenario         library.Ref
	Status           Status
	EndedAt          time.Time
	Node             int // where it ended, as a code of the version
	Steps            int
	Scored           bool    // false when given up, when nothing was at stake, and when the case is too large to be valued
	Score, Capped    float64 // 0 to 100, the second under the ceiling that a critical incident sets
	Profile          Profile
	Path             Path
	Course           Course
}

// Profile is what was shown of each competency of the version, in its order: two numbers each, as varints. It is empty
// when the attempt was given up or the case is too large to be valued.
type Profile string

// Shown is how much evidence of a competency was given above the least that was possible, of how much at most. Where
// nothing was possible the range is 0.
type Shown struct{ Attained, Range int }

func profileOf(v *library.Version, list []scoring.Competency) Profile {
	shown := make([]Shown, len(v.Scenario.Competencies))
	for _, c := range list {
		shown[c.Competency] = Shown{c.Attained, c.Range}
	}
	var p []byte
	for _, s := range shown {
		p = binary.AppendUvarint(binary.AppendUvarint(p, uint64(s.Attained)), uint64(s.Range))
	}
	return Profile(p)
}

// Competencies appends what a profile says to buf; false when it is damaged.
func (p Profile) Competencies(buf []Shown) ([]Shown, bool) {
	for rest := []byte(p); len(rest) > 0; {
		attained, n := binary.Uvarint(rest)
		possible, m := binary.Uvarint(rest[max(0, n):])
		if n <= 0 || m <= 0 || attained > possible {
			return buf, false
		}
		buf, rest = append(buf, Shown{int(attained), int(possible)}), rest[n+m:]
	}
	return buf, true
}

// summary sums an attempt up that has just ended.
func (t *turn) summary() (Summary, error) {
	s := Summary{
		Attempt: t.ID, Account: t.Account, Cohort: t.Under.Cohort, Scenario: t.Scenario, Status: t.Status, EndedAt: t.EndedAt,
		Node: int(t.h.End.State.Node), Steps: len(t.h.Moments),
	}
	missing := t.missing()
	s.Course = courseOf(missing, t.Decisions, nil)
	solution, err := t.v.Solution()
	var flaw *solve.Flaw
	switch {
	case errors.As(err, &flaw):
		s.Path, err = newPath(t.v.Scenario, nil, t.h.Moments)
		return s, err
	case err != nil:
		return Summary{}, err
	}
	if s.Path, err = newPath(t.v.Scenario, solution.Codes(), t.h.Moments); err != nil || s.Status != Completed {
		return s, err
	}
	r, err := scoring.Score(solution, t.h)
	if err != nil {
		return Summary{}, err
	}
	if r.Score != nil {
		s.Scored, s.Score, s.Capped = true, *r.Score, *r.Capped
	}
	s.Profile, s.Course = profileOf(t.v, r.Profile), courseOf(missing, t.Decisions, r.Moves)
	return s, nil
}

// missing are the musts that an attempt which came to an ending has not met.
func (t *turn) missing() (list []int) {
	for i, m := range t.v.Scenario.Must {
		if t.Status == Completed && t.h.End.State.Vars[m.Flag] == 0 {
			list = append(list, i)
		}
	}
	return list
}
