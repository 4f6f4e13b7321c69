package report

import (
	"casebook/internal/engine"
	"casebook/internal/library"
)

// Report tells how all attempts at one version went. All but Abandoned and Left is of those that came to an ending.
type Report struct {
	Version      library.Ref
	Completed    int
	Abandoned    int
	Unreadable   int // of all attempts of the version, whatever the filter: damaged, see `casebook verify`
	Score        Score
	Endings      []Place // those that were reached, in the order of the case
	Left         []Place // where attempts were given up
	Competencies []Competency
	Decisions    []Decision
}

// Place is a node and how many attempts ended there.
type Place struct {
	Node string
	N    int
}

// Competency is what was shown of one: the mean of what attempts scored in which it was in play, from 0 to 100.
type Competency struct {
	ID   string
	N    int
	Mean float64
}

// Decision is a decision point that was met.
type Decision struct {
	Node  string
	N     int // moves made there, looks included
	Moves []Move
}

// Move is a choice, or a look with ? before its id: how often it could be made, and how often it was. Where it could
// not, nothing is known of who would have made it.
type Move struct {
	ID              string
	Offered, Chosen int
}

func newReport(c *columns, t *tally) Report {
	r := Report{
		Version: c.version.Ref, Completed: t.completed, Unreadable: c.unreadable,
		Score:   newScore(c.scores.values, t.scores),
		Endings: c.places(t.endings), Left: c.places(t.left),
		Competencies: c.competencies(t), Decisions: c.decisions(t),
	}
	r.Score.Capped = t.capped
	for _, p := range r.Left {
		r.Abandoned += p.N
	}
	return r
}

func (c *columns) places(byNode []int) (list []Place) {
	for node, n := range byNode {
		if n > 0 {
			list = append(list, Place{c.version.Scenario.Nodes[node].ID, n})
		}
	}
	return list
}

func (c *columns) competencies(t *tally) (list []Competency) {
	for i, id := range c.version.Scenario.Competencies {
		mean := Competency{ID: id}
		for number, shown := range c.shown.values {
			if n := t.shown[i*len(c.shown.values)+number]; n > 0 && shown.Range > 0 {
				mean.N += n
				mean.Mean += float64(n) * 100 * float64(shown.Attained) / float64(shown.Range)
			}
		}
		if mean.N > 0 {
			mean.Mean /= float64(mean.N)
			list = append(list, mean)
		}
	}
	return list
}

// decisions adds the situations of each decision point up.
func (c *columns) decisions(t *tally) (list []Decision) {
	type counts struct{ offered, chosen map[engine.Move]int }
	s := c.version.Scenario
	at := make([]counts, len(s.Nodes))
	for code, n := range t.moves {
		if n == 0 {
			continue
		}
		situation, made := c.book.move(code)
		of := &at[situation.Node]
		if of.offered == nil {
			*of = counts{map[engine.Move]int{}, map[engine.Move]int{}}
		}
		of.chosen[made] += n
		for _, m := range situation.Moves {
			of.offered[m] += n
		}
	}
	for node := range at {
		if at[node].offered == nil {
			continue
		}
		d := Decision{Node: s.Nodes[node].ID}
		for _, m := range movesOf(len(s.Nodes[node].Choices), len(s.Nodes[node].Looks)) {
			if offered := at[node].offered[m]; offered > 0 {
				d.Moves = append(d.Moves, Move{engine.Name(s, node, m), offered, at[node].chosen[m]})
				d.N += at[node].chosen[m]
			}
		}
		list = append(list, d)
	}
	return list
}

// movesOf are the moves of a node, choices first, each in written order.
func movesOf(choices, looks int) (moves []engine.Move) {
	for i := range choices {
		moves = append(moves, engine.Move(i))
	}
	for i := range looks {
		moves = append(moves, engine.LookMove(i))
	}
	return moves
}
