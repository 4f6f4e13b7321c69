package attempt

import (
	"errors"

	"casebook/internal/scoring"
	"casebook/internal/solve"
)

// Explanation is what the debrief would say of one decision, told right after it in learning mode. It says nothing of
// what comes later, so it reads the same whenever it is asked for. Fields named after texts are HTML.
type Explanation struct {
	Step             int
	Title, Label     string
	TimedOut, Scored bool
	Valued           bool // whether Regret and Stake say something: not of a discussion, nor of a case too large to be valued
	Regret, Stake    float64
	Better           string // the label of a move that was worth more, empty when there was none
	Tempting, Expert string
	Incident         string
	Evidence         []EvidenceStory
	Points           []PointStory
}

// explained is the explanation of the decision made last; nil before the first, and outside learning mode.
func (s *Service) explained(at *turn) (*Explanation, error) {
	if !at.Under.Learning {
		return nil, nil
	}
	last := lastChoice(at.Decisions)
	if last < 0 {
		return nil, nil
	}
	whole, err := take(at.Attempt, at.v)
	if err != nil {
		return nil, err
	}
	j, err := judge(whole.v, whole.h)
	var flaw *solve.Flaw
	valued := !errors.As(err, &flaw)
	if err != nil && valued {
		return nil, err
	}
	var worth scoring.Move
	if valued {
		worth = j.result.Moves[last]
	}
	t := s.tell(whole.v, whole.Lang, &whole.h)
	return t.explain(last, worth, valued), nil
}

// lastChoice is the step of the last decision that is no look, -1 when there is none.
func lastChoice(ds []Decision) int {
	for i := len(ds) - 1; i >= 0; i-- {
		if ds[i].Move >= 0 {
			return i
		}
	}
	return -1
}

func (t *told) explain(i int, worth scoring.Move, valued bool) *Explanation {
	m := t.move(i, worth)
	e := &Explanation{
		Step: i, Title: m.Title, Label: m.Label, TimedOut: m.TimedOut, Scored: t.s.Nodes[t.h.Moments[i].Node()].Scored,
		Tempting: m.Tempting, Expert: m.Expert, Incident: m.Incident, Evidence: m.Evidence, Points: t.points([]MoveStory{m}),
	}
	if e.Valued = valued && e.Scored; e.Valued {
		e.Regret, e.Stake = worth.Regret, worth.Stake
		if worth.Regret > 0 {
			e.Better = t.label(t.h.Moments[i].Node(), worth.BestMove)
		}
	}
	return e
}
