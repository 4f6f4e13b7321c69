package report

import (
	"context"
	"math"
	"slices"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/stats"
)

// Peers is what the others of a trainee's cohort did in the case of an attempt of theirs. Everybody counts once, with
// the first attempt that they finished, and in whole groups of five alone: what the trainee reads changes by groups, and
// of their own group there are four others whom nothing tells apart. Nothing in it is exact: numbers of people are told
// in whole fives, from below, shares and means in steps, so that whoever knows what some chose cannot work out the rest.
type Peers struct {
	Demo         bool // the cohort is the demonstration: the others are made up
	People       int  // others who are counted, in fives; with 0 there is nothing else
	Decisions    []PeerDecision
	Path         *PeerPath // nil while the attempt goes on, as are Competencies
	Competencies []PeerMean
}

// PeerDecision is a decision of the trainee's, and what the others chose there when they first came by.
type PeerDecision struct {
	Step    int
	Node    string
	People  int // others who decided there, in fives, five at least
	Choices []PeerChoice
}

// PeerChoice is a choice that the trainee had too, of those that at least five others could make.
type PeerChoice struct {
	ID, Label string
	Share     int // of those who could make it, who did, in per cent, see shareAmong
	Own       bool
}

// PeerMean is what the others showed of a competency on average, from 0 to 100, in steps of five points.
type PeerMean struct {
	ID     string
	People int
	Mean   float64
}

// Peers tells what the others did: of an attempt that has come to its ending, or, in learning mode, of the decisions
// that it has come to so far.
func (r *Reader) Peers(ctx context.Context, by account.Account, id uuid.UUID) (Peers, error) {
	mine, sheet, err := r.records.Peers(ctx, by.ID, id)
	switch {
	case err != nil:
		return Peers{}, err
	case mine.Status != attempt.Completed && !mine.Under.Learning:
		return Peers{}, fault.New(fault.Conflict, "not_ended", fault.Text{
			FR: "Ce que les autres ont choisi se lit une fois la partie terminée. Reprenez-la là où elle en est.",
			EN: "What the others chose is to be read once the attempt has reached an ending. Go on with it first.",
		}).With("step", mine.Step())
	}
	taken, add := sheet.Places, placing(sheet.Ended)
	if len(add(taken)) > 0 {
		if taken, err = r.records.AddPeers(ctx, by.ID, id, add); err != nil {
			return Peers{}, err
		}
	}
	others := slices.DeleteFunc(counted(sheet.Ended, taken), func(s attempt.Summary) bool { return s.Account == by.ID })
	if len(others) < five {
		return Peers{Demo: sheet.Cohort.Demo}, nil
	}
	v, err := r.versions.Find(ctx, mine.Scenario)
	if err != nil {
		return Peers{}, err
	}
	e, err := newEdition(v)
	if err != nil {
		return Peers{}, err
	}
	p := e.peers(&mine, others)
	p.Demo = sheet.Cohort.Demo
	return p, nil
}

func (e *edition) peers(mine *attempt.Attempt, others []attempt.Summary) Peers {
	var walks []peerWalk
	for i := range others {
		var room reading
		if e.read(&others[i], &room) {
			walks = append(walks, peerWalk{decided(room.steps), others[i].Node})
		}
	}
	if len(walks) < five {
		return Peers{}
	}
	p := Peers{People: enough(len(walks)), Decisions: e.peerDecisions(mine, walks)}
	if mine.Status == attempt.Completed {
		p.Path, p.Competencies = e.peerPath(mine, walks), e.peerMeans(others)
	}
	return p
}

// peerWalk is the decisions of an attempt, and where it ended.
type peerWalk struct {
	steps []step
	end   int
}

// decided are the steps that are no looks.
func decided(steps []step) []step {
	return slices.DeleteFunc(slices.Clone(steps), func(s step) bool { return s.made < 0 })
}

// peerDecisions tells of each decision point that the trainee has met, once.
func (e *edition) peerDecisions(mine *attempt.Attempt, walks []peerWalk) []PeerDecision {
	s, text := e.version.Scenario, e.version.Scenario.Text(mine.Lang)
	list := []PeerDecision{}
	met := map[int]bool{}
	for i, d := range mine.Decisions {
		if d.Move < 0 || met[d.Node] {
			continue
		}
		met[d.Node] = true
		told := PeerDecision{Step: i, Node: s.Nodes[d.Node].ID}
		offered, chosen := map[engine.Move]int{}, map[engine.Move]int{}
		for _, w := range walks {
			at := slices.IndexFunc(w.steps, func(s step) bool { return s.node == d.Node })
			if at < 0 {
				continue
			}
			told.People++
			chosen[w.steps[at].made]++
			for _, m := range w.steps[at].moves {
				offered[m]++
			}
		}
		for _, m := range d.Offered.Moves() {
			if m >= 0 && offered[m] >= five {
				told.Choices = append(told.Choices, PeerChoice{
					engine.Name(s, d.Node, m), text.Nodes[d.Node].Choices[m].Label, shareAmong(chosen[m], offered[m]), m == d.Move,
				})
			}
		}
		if told.People = enough(told.People); told.People > 0 {
			list = append(list, told)
		}
	}
	return list
}

// peerMeans are of the competencies that at least five others have shown.
func (e *edition) peerMeans(others []attempt.Summary) []PeerMean {
	values := make([][]float64, len(e.version.Scenario.Competencies))
	var room reading
	for i := range others {
		for c, score := range e.shown(&others[i], &room) {
			if score != notInPlay {
				values[c] = append(values[c], score)
			}
		}
	}
	list := []PeerMean{}
	for c, id := range e.version.Scenario.Competencies {
		if mean, ok := stats.Mean(values[c]); ok && len(values[c]) >= five {
			list = append(list, PeerMean{id, enough(len(values[c])), stepped(math.Round, mean.Value, five)})
		}
	}
	return list
}

// shareAmong is how many of at least five people made a choice, in per cent, to the nearest step. A step is as wide as
// two people at least, however few they are: none of them alone makes the difference between all that can be read.
func shareAmong(chosen, offered int) int {
	step := 50
	for _, finer := range []int{20, 10, 5} {
		if offered*finer >= 200 {
			step = finer
		}
	}
	return int(stepped(math.Round, 100*float64(chosen)/float64(offered), float64(step)))
}

// enough is how many, in whole fives from below: 0 of fewer than five.
func enough(n int) int { return n / five * five }
