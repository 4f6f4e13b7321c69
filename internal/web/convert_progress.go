package web

import (
	"casebook/api"
	"casebook/internal/report"
)

func (t reportTelling) progress(p report.Progress) api.CohortProgress {
	return api.CohortProgress{
		View: api.ReportView(p.View), Cohort: heading(p.Cohort), At: p.At, Enrolled: p.Enrolled,
		Assignments: each(p.Assignments, t.assigned), Competencies: each(p.Competencies, t.competence),
		Counts: states(p.View, p.Counts), Growth: each(p.Growth, t.growth), People: each(p.People, t.row),
		Brief: each(p.Brief, t.answer), Rules: each(p.Rules, t.rule),
	}
}

func (t reportTelling) assigned(a report.Assigned) api.AssignedCase {
	view := report.People
	if _, all := a.Counts[report.NotBegun]; !all {
		view = report.Figures
	}
	return api.AssignedCase{
		ID: a.ID, Scenario: a.Ref.ID, Version: a.Version, Title: t.say(a.Title), OpensAt: a.OpensAt, DueAt: moment(a.DueAt),
		Attempts: a.Attempts, Learning: a.Learning, Withdrawn: a.Withdrawn, Counts: states(view, a.Counts),
		Score: figure(a.Score), Baseline: a.Baseline,
	}
}

// states are all of them, or in a manager's view those who have finished.
func states(view report.View, counts report.States) api.StateCounts {
	c := api.StateCounts{Finished: counts[report.Finished]}
	if view == report.People {
		of := func(s report.State) *int { n := counts[s]; return &n }
		c.NotBegun, c.UnderWay, c.Stuck = of(report.NotBegun), of(report.UnderWay), of(report.Stuck)
		c.GivenUp, c.Missed = of(report.GivenUp), of(report.Missed)
	}
	return c
}

func (t reportTelling) row(r report.Row) api.ProgressRow {
	return api.ProgressRow{
		Account: r.Account, Name: r.Name, Email: r.Email, LastMove: moment(r.LastMove),
		Standings: each(r.Standings, t.standing), Competencies: each(r.Competencies, cell), Help: each(r.Help, t.reason),
	}
}

func (t reportTelling) standing(s report.Standing) api.Standing {
	a := api.Standing{
		Assignment: s.Assignment, State: api.StandingState(s.State), Attempts: s.Attempts, Attempt: said(s.Attempt),
		LastMove: moment(s.LastMove), Where: said(t.say(s.Where)), Score: s.Score, Last: s.Last, Capped: s.Capped,
	}
	if a.Attempt != nil {
		a.Step = &s.Step
	}
	return a
}

func cell(c report.Cell) api.CompetencyCell {
	if c.N == 0 {
		return api.CompetencyCell{}
	}
	return api.CompetencyCell{N: c.N, Mean: &c.Mean}
}

func (t reportTelling) growth(g report.Growth) api.CohortGrowth {
	return api.CohortGrowth{
		From: t.caseName(g.From), To: t.caseName(g.To), Shared: each(g.Shared, t.named), Change: figure(g.Change), G: figure(g.G),
	}
}
