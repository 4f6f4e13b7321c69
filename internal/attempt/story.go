package attempt

import (
	"cmp"
	"slices"
	"time"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/scoring"
)

// MoveStory is one move told in the debrief: what was read, said and meant, what it led to, what it was worth.
type MoveStory struct {
	scoring.Move
	Title, Ask                      string
	Look                            bool
	ID, Label, HTML                 string
	Offered, Displayed              []string
	Alternatives                    []Alternative
	BestID                          string
	TimedOut                        bool
	Rationale                       string
	Confidence                      int
	Took                            time.Duration
	Result, Tempting, Expert, Later string // HTML
	LaterStep                       int    // of the move that brought the delayed consequence, -1 when none came
	Incident                        string
	Evidence                        []EvidenceStory
	Changes                         []ChangeStory
	Points                          []string // teaching points that the expert comment cites
}

// Alternative is a move that was on offer, with what it was worth.
type Alternative struct {
	ID, Label     string
	Value, Regret float64
}

// EvidenceStory is what a move showed of a competency.
type EvidenceStory struct {
	Competency, Label string
	Points            int
}

// ChangeStory is what a move, and what followed it, did to a gauge.
type ChangeStory struct {
	Gauge, Label string
	From, To     int
}

// ChanceStory is a draw, with what it added or took.
type ChanceStory struct {
	Step                              int
	Node, Title, Outcome, Label, HTML string
	Probability, Luck                 float64
}

// moves tells every move of an attempt.
func (t *told) moves(a *Attempt, j judgement) []MoveStory {
	list := make([]MoveStory, len(t.h.Moments))
	for i := range t.h.Moments {
		list[i] = t.move(i, j.result.Moves[i])
		d := &a.Decisions[i]
		list[i].Rationale, list[i].Confidence, list[i].Took = d.Rationale, d.Confidence, d.Took
	}
	return list
}

func (t *told) move(i int, worth scoring.Move) MoveStory {
	m := &t.h.Moments[i]
	at := m.Node()
	n, text := &t.s.Nodes[at], &t.t.Nodes[at]
	offer := m.Before.Offer(t.s)
	story := MoveStory{
		Move: worth, Title: text.Title, Ask: text.Ask, TimedOut: m.TimedOut,
		ID: engine.Name(t.s, at, m.Move), Label: t.label(at, m.Move), LaterStep: -1,
		Offered: names(t.s, at, offer.Offered), Displayed: names(t.s, at, offer.Displayed),
		BestID: engine.Name(t.s, at, worth.BestMove), Changes: t.changes(i), Points: []string{},
	}
	for _, o := range worth.Offered {
		story.Alternatives = append(story.Alternatives, Alternative{
			engine.Name(t.s, at, o.Move), t.label(at, o.Move), o.Value, o.Regret,
		})
	}
	first := &m.Events[0]
	if k, look := m.Move.IsLook(); look {
		story.Look = true
		story.Result = t.html(text.Looks[k].Body, first)
		story.Evidence = t.evidence(n.Looks[k].Evidence)
		return story
	}
	c, words := &n.Choices[m.Move], &text.Choices[m.Move]
	story.HTML = words.Body.HTML(&m.Before.State.Vars, t.world()) // as it was read
	story.Result = t.html(words.Result, first)
	story.Tempting, story.Expert = t.html(words.Tempting, first), t.html(words.Expert, first)
	story.Incident, story.Points = c.Incident, words.Points
	story.Evidence = t.evidence(c.Evidence)
	story.Later, story.LaterStep = t.later(i, c.Later)
	return story
}

// later finds the delayed consequence of move i, if it came.
func (t *told) later(i, later int) (html string, step int) {
	if later < 0 {
		return "", -1
	}
	for k := i; k < len(t.h.Moments); k++ {
		for e := range t.h.Moments[k].Events {
			if ev := &t.h.Moments[k].Events[e]; ev.Kind == engine.Fired && ev.Index == later {
				l := &t.s.Laters[later]
				return t.html(t.t.Nodes[l.Node].Choices[l.Choice].Later, ev), k
			}
		}
	}
	return "", -1
}

func (t *told) evidence(es []scenario.Evidence) []EvidenceStory {
	list := make([]EvidenceStory, len(es))
	for i, e := range es {
		id := t.s.Competencies[e.Competency]
		list[i] = EvidenceStory{id, t.competency(id), int(e.Points)}
	}
	return list
}

func (t *told) changes(i int) []ChangeStory {
	before, after := &t.h.Moments[i].Before.State.Vars, &t.h.End.State.Vars
	if i+1 < len(t.h.Moments) {
		after = &t.h.Moments[i+1].Before.State.Vars
	}
	list := []ChangeStory{}
	for v := range t.s.Vars {
		if !t.s.Vars[v].Flag && before[v] != after[v] {
			list = append(list, ChangeStory{t.s.Vars[v].ID, t.gaugeName(v), int(before[v]), int(after[v])})
		}
	}
	return list
}

// gaugeName is what a gauge is called where its character is not at hand.
func (t *told) gaugeName(v int) string {
	if c := t.s.Vars[v].Character; c >= 0 {
		return t.t.Cast[c].Name + " · " + t.t.Vars[v]
	}
	return t.t.Vars[v]
}

// chance tells every draw, in order.
func (t *told) chance(j judgement) []ChanceStory {
	list := []ChanceStory{}
	for _, d := range j.result.Draws {
		story := ChanceStory{Step: d.Step, Node: d.Node, Outcome: d.Outcome, Probability: d.Probability, Luck: d.Luck}
		if at, ok := t.s.NodeIndex(d.Node); ok {
			story.Title = t.t.Nodes[at].Title
			if to, ok := t.s.NodeIndex(d.Outcome); ok && t.s.Nodes[at].Kind == scenario.Chance {
				story.Label = t.t.Nodes[to].Title
				story.HTML = t.branch(d.Step, at, to)
			}
		}
		list = append(list, story)
	}
	return list
}

// branch is what was read when chance led from one node to another after a move.
func (t *told) branch(step, from, to int) string {
	events := t.h.Opening
	if step >= 0 {
		events = t.h.Moments[step].Events
	}
	for i := range events {
		if e := &events[i]; e.Kind == engine.Drew && e.Node == from && e.Index == to {
			return t.html(t.t.Nodes[from].Branches[to], e)
		}
	}
	return ""
}

// Takeaway is a teaching point that mattered in this attempt.
type Takeaway struct {
	Step  int
	Kept  bool // whether the trainee's move already followed it
	Point string
}

// takeaways picks the points of at most three decisions: what cost most first, then where most was at stake.
func takeaways(moves []MoveStory) []Takeaway {
	order := slices.Clone(moves)
	slices.SortStableFunc(order, func(a, b MoveStory) int {
		return cmp.Or(cmp.Compare(b.Regret, a.Regret), cmp.Compare(b.Stake, a.Stake))
	})
	list := []Takeaway{}
	seen := map[string]bool{}
	for _, m := range order {
		for _, p := range m.Points {
			if !seen[p] {
				seen[p] = true
				list = append(list, Takeaway{m.Step, m.Regret == 0, p})
				break
			}
		}
		if len(list) == 3 {
			break
		}
	}
	return list
}
