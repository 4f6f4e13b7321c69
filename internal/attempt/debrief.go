package attempt

import (
	"context"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/scoring"
	"casebook/internal/solve"
)

// Debrief is what is read after the ending: everything that happened, what it was worth, and why.
type Debrief struct {
	Attempt       Attempt
	Demo          bool   // it was made up, for the demonstration
	Scenario      string // its own id, where the attempt of a rehearsal names a draft
	Title         string
	Outcome       Outcome
	UniformRandom *float64 // the score of choosing blindly, on average; nil when nothing is at stake
	Cap           int      // the score's ceiling after a critical incident
	Musts         []MustStory
	Moves         []MoveStory
	Chance        []ChanceStory
	Beats         []Beat
	Competencies  []CompetencyStory
	Gauges        []GaugeStory
	Cast          []CharacterView
	Points        []PointStory
	Sources       []SourceStory
	Takeaways     []Takeaway
	Calibration   *scoring.Calibration // nil when nobody said how sure they were
}

// Outcome is how a play-through ended and what it was worth.
type Outcome struct {
	scoring.Result
	ID, Title, HTML, Tone string // of the ending
	Incidents             []IncidentStory
}

// IncidentStory is a critical incident and the choice that caused it.
type IncidentStory struct {
	ID    string
	Step  int
	Label string
}

// Debrief tells an ended attempt.
func (s *Service) Debrief(ctx context.Context, by account.Account, id uuid.UUID) (Debrief, error) {
	at, err := s.ended(ctx, by, id)
	if err != nil {
		return Debrief{}, err
	}
	j, err := judge(at.v, at.h)
	if err != nil {
		return Debrief{}, err
	}
	t := s.tell(at.v, at.Lang, &at.h)
	d := Debrief{
		Attempt: *at.Attempt, Scenario: at.v.Scenario.ID, Title: t.t.Title, Outcome: t.outcome(j.result), UniformRandom: j.solution.UniformRandomScore,
		Cap: at.v.Scenario.Cap, Musts: t.musts(),
		Moves: t.moves(at.Attempt, j), Chance: t.chance(j), Beats: t.allBeats(), Competencies: t.competencies(j),
		Gauges: t.gaugeStories(), Cast: t.cast(true),
	}
	if c, ok := scoring.Calibrate(j.result.Moves, confidences(at.Decisions)); ok {
		d.Calibration = &c
	}
	d.Points = t.points(d.Moves)
	d.Sources = t.sources(d.Points)
	d.Takeaways = takeaways(d.Moves)
	return d, nil
}

func confidences(ds []Decision) []int {
	list := make([]int, len(ds))
	for i := range ds {
		list[i] = ds[i].Confidence
	}
	return list
}

// Reflect keeps what a trainee writes in the debrief, all of it at once.
func (s *Service) Reflect(ctx context.Context, by account.Account, id uuid.UUID, r Reflection) (Reflection, error) {
	if _, err := s.ended(ctx, by, id); err != nil {
		return Reflection{}, err
	}
	a, err := s.store.ChangeAttempt(ctx, by.ID, id, func(a *Attempt) error {
		a.Reflection = r
		return nil
	})
	return a.Reflection, err
}

// ended finds one's own attempt, and refuses one that has not come to an ending.
func (s *Service) ended(ctx context.Context, by account.Account, id uuid.UUID) (turn, error) {
	t, err := s.find(ctx, by, id)
	if err == nil && t.Status != Completed {
		return turn{}, fault.New(fault.Conflict, "not_ended", fault.Text{
			FR: "Le bilan s’ouvre une fois la partie terminée. Reprenez-la là où elle en est.",
			EN: "The debrief opens once the attempt has reached an ending. Go on with it first.",
		}).With("step", t.Step())
	}
	return t, err
}

// judgement is a history with what it was worth.
type judgement struct {
	solution *solve.Solution
	result   scoring.Result
}

func judge(v *library.Version, h engine.History) (judgement, error) {
	sol, err := v.Solution()
	if err != nil {
		return judgement{}, err
	}
	r, err := scoring.Score(sol, h)
	return judgement{sol, r}, err
}

// outcome tells the ending of a history.
func (t *told) outcome(r scoring.Result) Outcome {
	n := t.node()
	o := Outcome{Result: r, ID: n.ID, Title: n.Title, HTML: n.HTML, Tone: n.Tone, Incidents: []IncidentStory{}}
	for _, i := range r.Incidents {
		m := &t.h.Moments[i.Step]
		o.Incidents = append(o.Incidents, IncidentStory{i.ID, i.Step, t.label(m.Node(), m.Move)})
	}
	return o
}

// MustStory is something that had to be done.
type MustStory struct {
	ID, Label string // the label says what is true once it is done
	Met       bool
}

func (t *told) musts() []MustStory {
	list := make([]MustStory, len(t.s.Must))
	for i, m := range t.s.Must {
		list[i] = MustStory{m.ID, t.t.Vars[m.Flag], t.h.End.State.Vars[m.Flag] != 0}
	}
	return list
}

// allBeats tells the whole way: scenes, chance and delayed consequences; results are told with their moves.
func (t *told) allBeats() []Beat {
	beats := []Beat{}
	keep := func(events []engine.Event, step int) {
		for _, b := range t.beats(nil, events, step) {
			if b.Kind == SceneBeat || b.Kind == LaterBeat || b.Kind == BranchBeat {
				beats = append(beats, b)
			}
		}
	}
	keep(t.h.Opening, -1)
	for i := range t.h.Moments {
		keep(t.h.Moments[i].Events, i)
	}
	return beats
}

// GaugeStory is a gauge from start to end, hidden ones too: the story is over.
type GaugeStory struct {
	ID, Character, Label, Unit string
	Min, Max, Start, Final     int
	Weight                     int   // points each notch is worth at the end
	Series                     []int // after each step, the start first
}

func (t *told) gaugeStories() []GaugeStory {
	list := []GaugeStory{}
	for i := range t.s.Vars {
		v := &t.s.Vars[i]
		if v.Flag {
			continue
		}
		g := GaugeStory{
			ID: v.ID, Label: t.t.Vars[i], Unit: v.Unit, Min: int(v.Min), Max: int(v.Max),
			Start: int(v.Start), Final: int(t.h.End.State.Vars[i]), Weight: t.s.Value.State[i], Series: []int{int(v.Start)},
		}
		if v.Character >= 0 {
			g.Character = t.s.Cast[v.Character].ID
		}
		for m := 1; m < len(t.h.Moments); m++ {
			g.Series = append(g.Series, int(t.h.Moments[m].Before.State.Vars[i]))
		}
		if len(t.h.Moments) > 0 {
			g.Series = append(g.Series, g.Final)
		}
		list = append(list, g)
	}
	return list
}

// CompetencyStory is a competency's score, by name.
type CompetencyStory struct {
	ID, Label       string
	Attained, Range float64
	Decisions       int
	Score           float64 // 0 to 100
}

func (t *told) competencies(j judgement) []CompetencyStory {
	list := []CompetencyStory{}
	for _, c := range j.result.Profile {
		id := t.s.Competencies[c.Competency]
		list = append(list, CompetencyStory{
			id, t.competency(id), float64(c.Attained), float64(c.Range), c.Decisions, c.Score,
		})
	}
	return list
}

// competency is what a competency is called; its id where the registers have lost it.
func (t *told) competency(id string) string {
	if c, ok := t.regs.Competency(id); ok {
		return c.Label.In(t.t.Lang)
	}
	return id
}
