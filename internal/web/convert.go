package web

import (
	"time"

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

func view(v attempt.View) api.AttemptJSONResponse {
	a, sc := v.Attempt, v.Version.Scenario
	return api.AttemptJSONResponse{
		ID: a.ID, Scenario: a.Scenario.ID, Version: a.Scenario.Version, Lang: api.Lang(a.Lang), Langs: langs(sc),
		Timing: api.Timing(a.Timing), Status: api.AttemptStatus(a.Status), Step: a.Step(),
		Title: v.Title, PitchHTML: v.Pitch, Minutes: sc.Minutes, Level: sc.Level,
		Node: node(v.Node), Passage: each(v.Passage, beat), Choices: each(v.Choices, choice), Looks: each(v.Looks, look),
		Exhibits: each(v.Exhibits, exhibit), Cast: each(v.Cast, character), Gauges: each(v.Gauges, gauge),
		Thread: each(v.Thread, threadItem), Draft: currentDraft(a),
		StartedAt: a.StartedAt, UpdatedAt: a.UpdatedAt, EndedAt: moment(a.EndedAt),
	}
}

func attemptSummary(l attempt.Listed) api.AttemptSummary {
	return api.AttemptSummary{
		ID: l.ID, Scenario: l.Scenario.ID, Version: l.Scenario.Version, Lang: api.Lang(l.Lang),
		Status: api.AttemptStatus(l.Status), Step: l.Step, Title: l.Title, Minutes: l.Minutes, Level: l.Level,
		Where: l.Where, StartedAt: l.StartedAt, UpdatedAt: l.UpdatedAt, EndedAt: moment(l.EndedAt),
	}
}

func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func node(n attempt.NodeView) api.Node {
	converted := api.Node{
		ID: n.ID, Kind: api.NodeKindDecision, Title: n.Title, BodyHTML: n.HTML,
		Ask: said(n.Ask), Why: said(n.Why), Tone: said(api.Tone(n.Tone)),
	}
	if n.Ending {
		converted.Kind = api.NodeKindEnding
	}
	if t := n.Timer; t != nil {
		converted.Timer = &api.Timer{Seconds: int(t.Allowed.Round(time.Second).Seconds()), Running: t.Running}
		if t.Running {
			left := int(t.Left.Milliseconds())
			converted.Timer.RemainingMs = &left
		}
	}
	return converted
}

func beat(b attempt.Beat) api.Beat {
	return api.Beat{Kind: api.BeatKind(b.Kind), Title: said(b.Title), HTML: b.HTML, Step: since(b.Step)}
}

func choice(c attempt.ChoiceView) api.Choice {
	return api.Choice{ID: c.ID, Label: c.Label, HTML: c.HTML}
}

func look(l attempt.LookView) api.Look {
	return api.Look{ID: l.ID, Label: l.Label, Cost: l.Cost, Unit: said(l.Unit)}
}

func exhibit(e attempt.ExhibitView) api.Exhibit {
	return api.Exhibit{
		ID: e.ID, Kind: api.ExhibitKind(e.Kind), Title: e.Title, Step: e.Step, HTML: e.HTML,
		Headers:  each(e.Headers, func(h scenario.Header) api.Header { return api.Header{Label: h.Label, Value: h.Value} }),
		Messages: each(e.Messages, message),
		Bars: each(e.Bars, func(b scenario.Bar) api.Bar {
			return api.Bar{Label: b.Label, Value: b.Value, Text: b.Text}
		}),
	}
}

func message(m scenario.Message) api.Message {
	return api.Message{Who: m.Who, At: said(m.At), HTML: m.HTML}
}

func character(c attempt.CharacterView) api.Character {
	return api.Character{ID: c.ID, Name: c.Name, Role: c.Role, HTML: c.HTML, Gauges: each(c.Gauges, gauge)}
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
