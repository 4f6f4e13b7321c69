package web

import (
	"casebook/api"
	"casebook/internal/attempt"
	"casebook/internal/scoring"
)

func (t telling) debrief(d attempt.Debrief) api.Debrief {
	a, s := d.Attempt, t.score(d.Outcome)
	return api.Debrief{
		Attempt: a.ID, Scenario: d.Scenario, Version: a.Scenario.Version, Lang: api.Lang(a.Lang), Title: d.Title,
		Rehearses: rehearsed(a), Readers: readers(a.Under), StartedAt: a.StartedAt, EndedAt: a.EndedAt, Seed: a.Seed,
		Ending: s.Ending, Conclusion: s.Conclusion, Total: s.Total, Best: s.Best, Regret: s.Regret, Luck: s.Luck,
		Score: s.Score, ScoreCapped: s.ScoreCapped, MaxRegret: s.MaxRegret, Incidents: s.Incidents, MustMissing: s.MustMissing,
		UniformRandomScore: d.UniformRandom, Cap: float64(d.Cap), Musts: each(d.Musts, must), Parts: parts(d.Outcome.Parts),
		Moves: each(d.Moves, t.move), Chance: each(d.Chance, t.chanceDraw), Beats: each(d.Beats, t.beat),
		Competencies: each(d.Competencies, competencyScore), Calibration: calibration(d.Calibration),
		Gauges: each(d.Gauges, gaugeStory), Cast: each(d.Cast, t.character), Points: each(d.Points, teachingPoint),
		Sources: each(d.Sources, source), Takeaways: each(d.Takeaways, takeaway), Reflection: reflection(a.Reflection), Demo: said(d.Demo),
	}
}

func must(m attempt.MustStory) api.Must { return api.Must{ID: m.ID, Label: m.Label, Met: m.Met} }

func parts(p scoring.Parts) api.Parts {
	return api.Parts{Evidence: p.Evidence, Ending: p.Ending, State: p.State}
}

func (t telling) score(o attempt.Outcome) api.Score {
	return api.Score{
		Ending:     o.ID,
		Conclusion: api.Conclusion{ID: o.ID, Title: o.Title, HTML: t.html(o.HTML), Tone: api.Tone(o.Tone)},
		Total:      o.Total, Best: o.Best, Regret: o.Regret, Luck: o.Luck,
		Score: o.Score, ScoreCapped: o.Capped, MaxRegret: o.MaxRegret, MustMissing: same(o.MustMissing),
		Incidents: each(o.Incidents, func(i attempt.IncidentStory) api.Incident {
			return api.Incident{ID: i.ID, Step: i.Step, Label: i.Label}
		}),
	}
}

func (t telling) move(m attempt.MoveStory) api.DebriefMove {
	took := int(m.Took.Milliseconds())
	move := api.DebriefMove{
		Step: m.Step, Node: m.Node, Title: m.Title, Ask: said(m.Ask), Kind: api.DebriefMoveKindDecision,
		Move: m.ID, Label: m.Label, HTML: t.html(m.HTML), Offered: same(m.Offered), Displayed: same(m.Displayed),
		Alternatives: each(m.Alternatives, alternative), Scored: m.Scored, TimedOut: m.TimedOut,
		Value: m.Value, Best: m.Best, BestMove: m.BestID, Regret: m.Regret, Stake: m.Stake,
		Rationale: said(m.Rationale), Confidence: said(m.Confidence), Ms: &took,
		ResultHTML: said(t.html(m.Result)), TemptingHTML: said(t.html(m.Tempting)), ExpertHTML: said(t.html(m.Expert)),
		LaterHTML: said(t.html(m.Later)), LaterStep: since(m.LaterStep), Incident: said(m.Incident),
		Evidence: each(m.Evidence, evidence), Changes: each(m.Changes, change), Points: same(m.Points),
	}
	if m.Look {
		move.Kind = api.DebriefMoveKindLook
	}
	return move
}

func alternative(a attempt.Alternative) api.Alternative {
	return api.Alternative{Move: a.ID, Label: a.Label, Value: a.Value, Regret: a.Regret}
}

func evidence(e attempt.EvidenceStory) api.Evidence {
	return api.Evidence{Competency: e.Competency, Label: e.Label, Points: e.Points}
}

func change(c attempt.ChangeStory) api.Change {
	return api.Change{Gauge: c.Gauge, Label: c.Label, From: c.From, To: c.To}
}

// chanceDraw tells a draw; what was drawn before the first move is told with it.
func (t telling) chanceDraw(c attempt.ChanceStory) api.ChanceDraw {
	return api.ChanceDraw{
		Step: max(0, c.Step), Node: c.Node, Title: said(c.Title), Outcome: c.Outcome, Label: said(c.Label), HTML: said(t.html(c.HTML)),
		Probability: said(c.Probability), Luck: c.Luck,
	}
}

func competencyScore(c attempt.CompetencyStory) api.CompetencyScore {
	return api.CompetencyScore{
		ID: c.ID, Label: c.Label, Attained: c.Attained, Range: c.Range, Decisions: c.Decisions, Score: c.Score,
	}
}

func calibration(c *scoring.Calibration) *api.Calibration {
	if c == nil {
		return nil
	}
	return &api.Calibration{Decisions: c.Decisions, Brier: c.Brier, Overconfidence: c.Overconfidence}
}

func gaugeStory(g attempt.GaugeStory) api.GaugeStory {
	return api.GaugeStory{
		ID: g.ID, Character: said(g.Character), Label: g.Label, Unit: said(g.Unit), Min: g.Min, Max: g.Max,
		Start: g.Start, Final: g.Final, Weight: g.Weight, Series: same(g.Series),
	}
}

func teachingPoint(p attempt.PointStory) api.TeachingPoint {
	return api.TeachingPoint{
		ID: p.ID, Source: p.Source, Author: p.Author, Title: p.Title, Point: p.Point, Quote: said(p.Quote),
	}
}

func source(s attempt.SourceStory) api.Source {
	return api.Source{ID: s.ID, Author: s.Author, Title: s.Title, Lesson: said(s.Lesson)}
}

func takeaway(t attempt.Takeaway) api.Takeaway {
	return api.Takeaway{Step: t.Step, Kept: t.Kept, Point: t.Point}
}
