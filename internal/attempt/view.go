package attempt

import (
	"time"

	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/internal/scenario"
)

// View is all that a trainee may see of an attempt now, and nothing that is not yet revealed. Fields named HTML are
// sanitised, in the attempt's language.
type View struct {
	Attempt  Attempt
	Version  *library.Version
	Title    string
	Pitch    string // HTML
	Node     NodeView
	Passage  []Beat // what the last choice led through, then the looks since; at the start the scenes that open the case
	Choices  []ChoiceView
	Looks    []LookView
	Exhibits []ExhibitView // the first handed out first
	Cast     []CharacterView
	Gauges   []GaugeView // shown ones that belong to nobody
	Thread   []ThreadItem

	Explanation *Explanation // of the decision made last, in learning mode; nil before the first
}

// Progress is what a move has changed, for whoever has the View of before. Where the attempt stands is told in full.
// Of the exhibits there are those that the move has handed out, be it again; of the cast those who may look different
// now; of the thread the move alone. There is no title and no pitch.
type Progress struct{ View }

// NodeView is the decision point or ending where the attempt stands.
type NodeView struct {
	ID       string
	Ending   bool
	Title    string
	HTML     string
	Ask, Why string
	Tone     string
	Timer    *TimerView
}

// TimerView is the clock of a timed decision.
type TimerView struct {
	Allowed time.Duration
	Running bool
	Left    time.Duration
}

// BeatKind says what a beat tells; the values are the contract's.
type BeatKind string

// The kinds of beat.
const (
	LookBeat    BeatKind = "look"
	ResultBeat  BeatKind = "result"
	LaterBeat   BeatKind = "later"
	TimeoutBeat BeatKind = "timeout"
	SceneBeat   BeatKind = "scene"
	BranchBeat  BeatKind = "branch"
)

// Beat is one thing that was told on the way.
type Beat struct {
	Kind  BeatKind
	Title string
	HTML  string
	Step  int // of the move that led to it, -1 before the first
}

// ChoiceView is a choice on offer.
type ChoiceView struct{ ID, Label, HTML string }

// LookView is a look on offer.
type LookView struct {
	ID, Label string
	Cost      int
	Unit      string
}

// ThreadItem is a move that was made.
type ThreadItem struct {
	Step                     int
	Node, Title, Move, Label string
	TimedOut                 bool
}

// Listed is a line of one's list of attempts.
type Listed struct {
	Attempt
	Title          string
	Minutes, Level int
	Where          string // the title of the node where it stands
}

// told is what a view is made from: a case, the language it is read in, what happened, and what cases share.
type told struct {
	s    *scenario.Scenario
	t    *scenario.Text
	h    *engine.History
	regs *scenario.Registers
}

func (s *Service) tell(v *library.Version, lang string, h *engine.History) *told {
	return &told{v.Scenario, v.Scenario.Text(lang), h, s.library.Registers()}
}

// view shows all of an attempt whose whole story is at hand.
func (s *Service) view(at *turn) (View, error) {
	t := s.tell(at.v, at.Lang, &at.h)
	view, err := s.present(at, t)
	view.Title, view.Pitch = t.t.Title, t.pitch()
	view.Exhibits, view.Cast, view.Thread = t.exhibits(), t.cast(false), t.thread()
	return view, err
}

// progress shows what the last move may have changed: as much of a View as Progress promises.
func (s *Service) progress(at *turn) (Progress, error) {
	t := s.tell(at.v, at.Lang, &at.h)
	last := &at.h.Moments[len(at.h.Moments)-1]
	view, err := s.present(at, t)
	view.Exhibits, view.Cast, view.Thread = t.handed(last), t.changing(), []ThreadItem{t.threadItem(last)}
	return Progress{view}, err
}

// present shows where an attempt stands.
func (s *Service) present(at *turn, t *told) (View, error) {
	explanation, err := s.explained(at)
	if err != nil {
		return View{}, err
	}
	view := View{
		Attempt: *at.Attempt, Version: at.v, Node: t.node(), Passage: t.passage(), Gauges: t.gauges(-1, false),
		Explanation: explanation,
	}
	if view.Node.Ending || at.Status != InProgress {
		return view, nil
	}
	view.Choices, view.Looks = t.choices(), t.looks()
	if allowed := at.Timing.Allowed(at.node().Timer); allowed > 0 {
		left, running := at.left(s.now())
		view.Node.Timer = &TimerView{allowed, running, left}
	}
	return view, nil
}

func listed(t turn) Listed {
	s, text := t.v.Scenario, t.v.Scenario.Text(t.Lang)
	return Listed{*t.Attempt, text.Title, s.Minutes, s.Level, text.Nodes[t.h.End.State.Node].Title}
}

func (t *told) world() scenario.World { return t.h.End.World }

func (t *told) pitch() string { return t.t.Pitch.HTML(&t.h.Start.State.Vars, t.world()) }

// node shows where the story stands, as it was on entering.
func (t *told) node() NodeView {
	i := int(t.h.End.State.Node)
	n, text := &t.s.Nodes[i], &t.t.Nodes[i]
	return NodeView{
		ID: n.ID, Ending: n.Kind == scenario.Ending, Title: text.Title, HTML: text.Body.HTML(t.entered(), t.world()),
		Ask: text.Ask, Why: text.Why, Tone: n.Tone,
	}
}

// entered finds the gauges and flags as they stood when the last node was entered.
func (t *told) entered() *scenario.Vars {
	for i := len(t.h.Moments) - 1; i >= 0; i-- {
		if v := lastEntry(t.h.Moments[i].Events); v != nil {
			return v
		}
	}
	return lastEntry(t.h.Opening)
}

func lastEntry(events []engine.Event) *scenario.Vars {
	for i := len(events) - 1; i >= 0; i-- {
		if events[i].Kind == engine.Entered {
			return &events[i].Vars
		}
	}
	return nil
}

func (t *told) choices() []ChoiceView {
	p := &t.h.End
	offer := p.Offer(t.s)
	text := t.t.Nodes[p.State.Node].Choices
	list := make([]ChoiceView, len(offer.Displayed))
	for i, m := range offer.Displayed {
		c := &text[m]
		list[i] = ChoiceView{t.s.Nodes[p.State.Node].Choices[m].ID, c.Label, c.Body.HTML(&p.State.Vars, t.world())}
	}
	return list
}

func (t *told) looks() []LookView {
	p := &t.h.End
	n := &t.s.Nodes[p.State.Node]
	list := []LookView{}
	for _, m := range p.State.Moves(t.s, nil) {
		if i, ok := m.IsLook(); ok {
			l := LookView{ID: n.Looks[i].ID, Label: t.t.Nodes[p.State.Node].Looks[i].Label, Cost: int(n.Looks[i].Cost)}
			if t.s.Clock >= 0 {
				l.Unit = t.s.Vars[t.s.Clock].Unit
			}
			list = append(list, l)
		}
	}
	return list
}

func (t *told) thread() []ThreadItem {
	list := make([]ThreadItem, len(t.h.Moments))
	for i := range t.h.Moments {
		list[i] = t.threadItem(&t.h.Moments[i])
	}
	return list
}

func (t *told) threadItem(m *engine.Moment) ThreadItem {
	return ThreadItem{
		Step: m.Before.Step, Node: t.s.Nodes[m.Node()].ID, Title: t.t.Nodes[m.Node()].Title,
		Move: engine.Name(t.s, m.Node(), m.Move), Label: t.label(m.Node(), m.Move), TimedOut: m.TimedOut,
	}
}

// label is what a move is called on screen.
func (t *told) label(node int, m engine.Move) string {
	if i, ok := m.IsLook(); ok {
		return t.t.Nodes[node].Looks[i].Label
	}
	return t.t.Nodes[node].Choices[m].Label
}
