package report

import (
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/stats"
)

const day = 24 * time.Hour

// What IsStuck says.
const (
	idleFor     = 7 * day
	idleNearDue = 2 * day
	nearDue     = 3 * day
)

// row is how everything stands for a person.
func (t *table) row(m Member) (Row, error) {
	row := Row{
		Account: m.Account, Name: m.Name, Email: m.Email, Competencies: t.cells(m.Account),
		Standings: make([]Standing, 0, len(t.Assignments)),
	}
	for i := range t.Assignments {
		s, err := t.standing(m.Account, &t.Assignments[i])
		if err != nil {
			return Row{}, err
		}
		if s.LastMove.After(row.LastMove) {
			row.LastMove = s.LastMove
		}
		row.Standings = append(row.Standings, s)
	}
	row.Help = t.help(&row)
	return row, nil
}

// tries are a person's attempts for an assignment: the best that came to an ending, the last that was given up, the one
// under way, and the last score.
type tries struct {
	n            int
	best, gaveUp *Ended
	last         *float64
	open         *attempt.Attempt
}

func (t *table) tries(person, assignment uuid.UUID) (list tries) {
	for _, e := range t.ended[person] {
		if e.Assignment == assignment {
			list.add(e)
		}
	}
	for _, o := range t.open[person] {
		if o.Under.Assignment == assignment {
			list.n++
			list.open = o
		}
	}
	return list
}

func (l *tries) add(e *Ended) {
	l.n++
	if e.Status != attempt.Completed {
		l.gaveUp = e
		return
	}
	if l.best == nil || e.Capped > l.best.Capped {
		l.best = e
	}
	if e.Scored {
		l.last = &e.Capped
	}
}

// standing is how an assignment stands for a person.
func (t *table) standing(person uuid.UUID, a *cohort.Assignment) (Standing, error) {
	its := t.tries(person, a.ID)
	s := Standing{Assignment: a.ID, State: NotBegun, Attempts: its.n, Last: its.last}
	switch {
	case its.best != nil:
		t.finished(&s, its.best)
		return s, nil
	case its.open != nil:
		return s, t.underWay(&s, its.open, a)
	case its.gaveUp != nil:
		s.State = GivenUp
		t.endedAt(&s, its.gaveUp)
	}
	if !a.DueAt.IsZero() && t.at.After(a.DueAt) {
		s.State = Missed
	}
	return s, nil
}

func (t *table) finished(s *Standing, e *Ended) {
	s.State = Finished
	t.endedAt(s, e)
	if e.Scored {
		s.Score, s.Capped = &e.Capped, e.Capped < e.Score
	}
}

// endedAt says where an attempt has ended.
func (t *table) endedAt(s *Standing, e *Ended) {
	s.Attempt, s.StartedAt, s.LastMove, s.EndedAt, s.Step = e.Attempt, e.StartedAt, e.EndedAt, e.EndedAt, e.Steps
	s.Where = t.place(e.Scenario, e.Node)
}

func (t *table) place(ref library.Ref, node int) fault.Text {
	sc := t.versions[ref].version.Scenario
	if node < 0 || node >= len(sc.Nodes) {
		return fault.Text{}
	}
	return title(sc, node)
}

func (t *table) underWay(s *Standing, o *attempt.Attempt, a *cohort.Assignment) error {
	node, err := attempt.Stands(o, t.versions[o.Scenario].version)
	if err != nil {
		return err
	}
	s.State, s.Attempt, s.StartedAt, s.LastMove, s.Step = UnderWay, o.ID, o.StartedAt, o.UpdatedAt(), o.Step()
	s.Where = t.place(o.Scenario, node)
	idle := t.at.Sub(s.LastMove)
	isNear := !a.DueAt.IsZero() && !t.at.Before(a.DueAt.Add(-nearDue))
	if idle >= idleFor || isNear && idle >= idleNearDue {
		s.State = Stuck
	}
	return nil
}

// firstOf are the first attempts that a person has finished, of each case one.
func (t *table) firstOf(person uuid.UUID) (list []*Ended) {
	met := map[string]bool{}
	for _, e := range t.ended[person] {
		if e.Status == attempt.Completed && !met[e.Scenario.ID] {
			met[e.Scenario.ID] = true
			list = append(list, e)
		}
	}
	return list
}

// cells are what a person showed of each competency, in the first attempts that they have finished.
func (t *table) cells(person uuid.UUID) []Cell {
	shown := map[string][]float64{}
	var room reading
	for _, e := range t.firstOf(person) {
		v := t.versions[e.Scenario]
		for i, score := range v.shown(&e.Summary, &room) {
			if score != notInPlay {
				id := v.version.Scenario.Competencies[i]
				shown[id] = append(shown[id], score)
			}
		}
	}
	cells := make([]Cell, len(t.competencies))
	for i, c := range t.competencies {
		cells[i] = stats.CellOf(shown[c.ID])
	}
	return cells
}
