package web

import (
	"casebook/api"
	"casebook/internal/report"
)

func (t reportTelling) trainee(r report.Trainee) api.TraineeReport {
	return api.TraineeReport{
		Cohort: heading(r.Cohort), Account: r.Account, Name: r.Name, Email: r.Email, At: r.At,
		Attempts: each(r.Attempts, t.played), Growth: each(r.Growth, t.change), GrowthWhy: why(r.GrowthWhy),
		Competencies: each(r.Competencies, t.shown), Calibration: calibration(r.Calibration),
		Confidence: each(r.Confidence, level), Help: each(r.Help, t.reason), Rules: each(r.Rules, t.rule),
	}
}

func (t reportTelling) shown(s report.Shown) api.TraineeCompetency {
	c := cell(s.Cell)
	return api.TraineeCompetency{ID: s.ID, Label: t.say(s.Label), N: c.N, Mean: c.Mean}
}

func (t reportTelling) played(p report.Played) api.TraineeAttempt {
	return api.TraineeAttempt{
		ID: p.ID, Assignment: p.Assignment, Scenario: p.Ref.ID, Version: p.Version, Title: t.say(p.Title),
		Status: api.AttemptStatus(p.Status), Learning: p.Learning, StartedAt: p.StartedAt, LastMove: p.LastMove,
		EndedAt: moment(p.EndedAt), Step: p.Step, Where: t.say(p.Where), Score: p.Score, Capped: p.Capped,
		Baseline: p.Baseline, Calibration: calibration(p.Calibration), Decisions: each(p.Decisions, t.told),
	}
}

func (t reportTelling) told(d report.Told) api.TraineeDecision {
	a := api.TraineeDecision{
		Step: d.Step, Node: d.Node, Title: t.say(d.Title), Kind: api.TraineeDecisionKindDecision, Move: d.Move,
		Label: t.say(d.Label), Offered: same(d.Offered), Rationale: said(d.Rationale), Confidence: said(d.Confidence),
		Seconds: d.Took.Seconds(), Scored: d.Scored, TimedOut: d.TimedOut, Incident: said(d.Incident),
	}
	if d.Look {
		a.Kind = api.TraineeDecisionKindLook
	}
	if w := d.Worth; w != nil {
		a.Regret, a.Stake, a.Best, a.BestLabel = &w.Regret, &w.Stake, &w.Best, said(t.say(w.BestLabel))
	}
	return a
}

func (t reportTelling) change(c report.Change) api.TraineeGrowth {
	return api.TraineeGrowth{
		From: t.caseName(c.From), To: t.caseName(c.To), Before: c.Before, After: c.After,
		Shared: each(c.Shared, t.named), Change: figure(c.Change),
	}
}
