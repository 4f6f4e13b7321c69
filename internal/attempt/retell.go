package attempt

import (
	"context"
	"fmt"
)

// Retold is what somebody had before them when they decided, and what they decided and why. Fields of type string that
// hold texts are HTML, but for the reason.
type Retold struct {
	Case, Lang string
	Node       NodeView
	Choices    []ChoiceView
	Choice     string
	Rationale  string
	Confidence int
	Expert     string // what the author says to that choice
}

// Retell tells a decision of an attempt as it stood when it was made. Whoever may read the attempt has found it.
func (s *Service) Retell(ctx context.Context, a Attempt, step int) (Retold, error) {
	v, err := s.library.Find(ctx, a.Scenario)
	if err != nil {
		return Retold{}, err
	}
	if step < 0 || step >= len(a.Decisions) || a.Decisions[step].Move < 0 {
		return Retold{}, fmt.Errorf("attempt %s has no decision %d", a.ID, step)
	}
	before, err := turn{Attempt: &a, v: v}.asOf(step)
	if err != nil {
		return Retold{}, err
	}
	t := s.tell(v, a.Lang, &before.h)
	d, text := &a.Decisions[step], v.Scenario.Text(a.Lang)
	return Retold{
		Case: text.Title, Lang: a.Lang, Node: t.node(), Choices: t.choices(),
		Choice: v.Scenario.Nodes[d.Node].Choices[d.Move].ID, Rationale: d.Rationale, Confidence: d.Confidence,
		Expert: text.Nodes[d.Node].Choices[d.Move].Expert.HTML(&before.h.End.State.Vars, t.world()),
	}, nil
}
