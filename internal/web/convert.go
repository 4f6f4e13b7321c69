package web

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/attempt"
	"casebook/internal/scenario"
)

// each converts a list; none is [] on the wire, never null.
func each[A, B any](list []A, convert func(A) B) []B {
	converted := make([]B, len(list))
	for i, a := range list {
		converted[i] = convert(a)
	}
	return converted
}

func same[A any](list []A) []A { return each(list, func(a A) A { return a }) }

// said leaves out what was not said.
func said[T comparable](v T) *T {
	var nothing T
	if v == nothing {
		return nil
	}
	return &v
}

// or is what was said, or nothing.
func or[T any](v *T) (value T) {
	if v != nil {
		value = *v
	}
	return value
}

// since leaves out a step or a count that is negative: it has not come.
func since(step int) *int {
	if step < 0 {
		return nil
	}
	return &step
}

// telling converts what is told of one attempt, whose pictures and sounds have addresses of their own.
type telling struct{ media string }

func tellingOf(id uuid.UUID) telling {
	return telling{`src="/api/v1/attempts/` + id.String() + `/media/`}
}

// tellingTo is for a trainer of a cohort, who has addresses of their own for the files of a trainee's attempt.
func tellingTo(cohort, person, attempt uuid.UUID) telling {
	return telling{`src="/api/v1/cohorts/` + cohort.String() + `/people/` + person.String() + `/attempts/` + attempt.String() + `/media/`}
}

// html gives the address to the files that a text names. In text proper the mark cannot occur: its quote is escaped.
func (t telling) html(text string) string { return strings.ReplaceAll(text, `src="media/`, t.media) }

func view(v attempt.View) api.Attempt {
	a, sc, t := v.Attempt, v.Version.Scenario, tellingOf(v.Attempt.ID)
	return api.Attempt{
		ID: a.ID, Scenario: sc.ID, Version: a.Scenario.Version, Lang: api.Lang(a.Lang), Langs: langs(sc), Rehearses: rehearsed(a),
		Timing: api.Timing(a.Timing), Status: api.AttemptStatus(a.Status), Step: a.Step(),
		Title: v.Title, PitchHTML: t.html(v.Pitch), Minutes: sc.Minutes, Level: sc.Level,
		Learning: a.Under.Learning, Readers: readers(a.Under), Explanation: t.explanation(v.Explanation),
		Node: t.node(v.Node), Passage: each(v.Passage, t.beat), Choices: each(v.Choices, t.choice), Looks: each(v.Looks, look),
		Exhibits: each(v.Exhibits, t.exhibit), Cast: each(v.Cast, t.character), Gauges: each(v.Gauges, gauge),
		Thread: each(v.Thread, threadItem), Draft: currentDraft(a),
		StartedAt: a.StartedAt, UpdatedAt: a.UpdatedAt(), EndedAt: moment(a.EndedAt),
	}
}

func progress(v attempt.Progress) api.Progress {
	a, t := v.Attempt, tellingOf(v.Attempt.ID)
	return api.Progress{
		ID: a.ID, Status: api.AttemptStatus(a.Status), Step: a.Step(),
		Node: t.node(v.Node), Passage: each(v.Passage, t.beat), Choices: each(v.Choices, t.choice), Looks: each(v.Looks, look),
		Exhibits: each(v.Exhibits, t.exhibit), Cast: each(v.Cast, t.character), Gauges: each(v.Gauges, gauge),
		Thread: each(v.Thread, threadItem), Explanation: t.explanation(v.Explanation), Draft: currentDraft(a),
		UpdatedAt: a.UpdatedAt(), EndedAt: moment(a.EndedAt),
	}
}

func attemptSummary(l attempt.Listed) api.AttemptSummary {
	return api.AttemptSummary{
		ID: l.ID, Scenario: l.Scenario.ID, Version: l.Scenario.Version, Lang: api.Lang(l.Lang),
		Status: api.AttemptStatus(l.Status), Step: l.Step(), Title: l.Title, Minutes: l.Minutes, Level: l.Level,
		Where: l.Where, StartedAt: l.StartedAt, UpdatedAt: l.UpdatedAt(), EndedAt: moment(l.EndedAt),
	}
}

func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func (t telling) node(n attempt.NodeView) api.Node {
	converted := api.Node{
		ID: n.ID, Kind: api.NodeKindDecision, Title: n.Title, BodyHTML: t.html(n.HTML),
		Ask: said(n.Ask), Why: said(n.Why), Tone: said(api.Tone(n.Tone)),
	}
	if n.Ending {
		converted.Kind = api.NodeKindEnding
	}
	if clock := n.Timer; clock != nil {
		converted.Timer = &api.Timer{Seconds: int(clock.Allowed.Round(time.Second).Seconds()), Running: clock.Running}
		if clock.Running {
			left := int(clock.Left.Milliseconds())
			converted.Timer.RemainingMs = &left
		}
	}
	return converted
}

func (t telling) beat(b attempt.Beat) api.Beat {
	return api.Beat{Kind: api.BeatKind(b.Kind), Title: said(b.Title), HTML: t.html(b.HTML), Step: since(b.Step)}
}

func (t telling) choice(c attempt.ChoiceView) api.Choice {
	return api.Choice{ID: c.ID, Label: c.Label, HTML: t.html(c.HTML)}
}

func look(l attempt.LookView) api.Look {
	return api.Look{ID: l.ID, Label: l.Label, Cost: l.Cost, Unit: said(l.Unit)}
}

func (t telling) exhibit(e attempt.ExhibitView) api.Exhibit {
	return api.Exhibit{
		ID: e.ID, Kind: api.ExhibitKind(e.Kind), Title: e.Title, Step: e.Step, HTML: t.html(e.HTML),
		Headers:  each(e.Headers, func(h scenario.Header) api.Header { return api.Header{Label: h.Label, Value: h.Value} }),
		Messages: each(e.Messages, t.message),
		Bars: each(e.Bars, func(b scenario.Bar) api.Bar {
			return api.Bar{Label: b.Label, Value: b.Value, Text: b.Text}
		}),
	}
}

func (t telling) message(m scenario.Message) api.Message {
	return api.Message{Who: m.Who, At: said(m.At), HTML: t.html(m.HTML)}
}

func (t telling) character(c attempt.CharacterView) api.Character {
	return api.Character{ID: c.ID, Name: c.Name, Role: c.Role, HTML: t.html(c.HTML), Gauges: each(c.Gauges, gauge)}
}

func gauge(g attempt.GaugeView) api.Gauge {
	return api.Gauge{
		ID: g.ID, Label: g.Label, Value: g.Value, Min: g.Min, Max: g.Max, Unit: said(g.Unit), Change: g.Change,
	}
}

func threadItem(t attempt.ThreadItem) api.ThreadItem {
	return api.ThreadItem{
		Step: t.Step, Node: t.Node, Title: t.Title, Move: t.Move, Label: t.Label, TimedOut: said(t.TimedOut),
	}
}

// currentDraft is what is being written at the present step. The revision counts on over steps, so a draft of an
// earlier one is still told: the next is written over it.
func currentDraft(a attempt.Attempt) *api.Draft {
	if a.Draft.Revision == 0 {
		return nil
	}
	return draft(a.Draft)
}

func draft(d attempt.Draft) *api.Draft {
	return &api.Draft{
		Step: d.Step, Revision: d.Revision, Choice: said(d.Choice), Rationale: d.Rationale,
		Confidence: said(d.Confidence), Exhibit: said(d.Exhibit), Read: same(d.Read), SavedAt: d.SavedAt,
	}
}
