package web

import (
	"casebook/api"
	"casebook/internal/report"
	"casebook/internal/stats"
)

func (t reportTelling) caseReport(c report.Case) api.CaseReport {
	r := api.CaseReport{
		View: api.ReportView(c.View), Cohort: heading(c.Cohort), Scenario: c.ID, Version: c.Version, Title: t.say(c.Title),
		At: c.At, Attempts: api.CaseReportAttempts(c.Attempts), People: c.People, Completed: c.Completed, Why: why(c.Why),
		Score: scores(c), Baseline: c.Baseline, Endings: each(c.Endings, t.ending), Left: each(c.Left, t.leaving),
		Map: t.pathMap(c.Map), Coverage: coverage(c.Coverage), Decisions: each(c.Decisions, t.caseDecision),
		Reliability: reliability(c.Reliability), Incidents: each(c.Incidents, t.incident),
		Competencies: each(c.Competencies, t.competence), Rules: each(c.Rules, t.rule),
	}
	if c.View == report.People {
		r.Abandoned = &c.Abandoned
	}
	if c.Splits != nil {
		r.Splits = &api.RoomSplit{
			Node: c.Splits.Node, Title: t.say(c.Splits.Title), Normalised: c.Splits.Normalised, Text: t.say(c.Splits.Text),
		}
	}
	return r
}

func scores(c report.Case) api.CaseScore {
	s := api.CaseScore{Mean: figure(c.Score.Mean), Q1: c.Score.Q1, Median: c.Score.Median, Q3: c.Score.Q3}
	if c.View == report.People {
		s.Capped = &c.Score.Capped
	}
	return s
}

func (t reportTelling) ending(e report.Ending) api.EndingShare {
	return api.EndingShare{
		ID: e.ID, Title: t.say(e.Label), Tone: api.Tone(e.Tone), Count: howMany(e.Count), Share: figure(e.Share),
	}
}

func (t reportTelling) leaving(l report.Leaving) api.CasePlace {
	return api.CasePlace{Node: l.Node.ID, Title: t.say(l.Node.Label), Count: l.Count}
}

func (t reportTelling) pathMap(m report.Map) api.PathMap {
	return api.PathMap{Nodes: each(m.Nodes, t.mapNode), Links: each(m.Links, t.mapLink)}
}

func (t reportTelling) mapNode(n report.MapNode) api.PathNode {
	node := api.PathNode{
		ID: n.ID, Title: t.say(n.Label), Kind: api.PathNodeKindDecision, Column: n.Column, Count: n.Count, Stops: n.Stops,
	}
	if n.Ending {
		tone := api.Tone(n.Tone)
		node.Kind, node.Tone = api.PathNodeKindEnding, &tone
	}
	return node
}

func (t reportTelling) mapLink(l report.MapLink) api.PathLink {
	return api.PathLink{From: l.From, Choice: l.Choice.ID, Label: t.say(l.Choice.Label), To: l.To, Count: l.Count}
}

func coverage(c report.Coverage) api.CaseCoverage {
	if c.Why != "" {
		return api.CaseCoverage{Why: why(c.Why)}
	}
	return api.CaseCoverage{Taken: &c.Taken, Possible: &c.Possible, Paths: &c.Paths, NewPath: &c.NewPath}
}

func (t reportTelling) caseDecision(d report.CaseDecision) api.CaseDecision {
	return api.CaseDecision{
		Node: d.Node, Title: t.say(d.Title), Ask: t.say(d.Ask), Scored: d.Scored, Met: howMany(d.Met),
		Choices: each(d.Choices, t.caseChoice), Looks: each(d.Looks, t.caseChoice), Credit: figure(d.Credit),
		Regret: pointsLost(d.Regret), Discrimination: figure(d.Discrimination), Spread: spread(d.Spread),
		Distractors: d.Distractors, Seconds: figure(d.Seconds), Confidence: each(d.Confidence, level),
		Calibration: calibration(d.Calibration), Why: why(d.Why),
	}
}

func pointsLost(r report.Regret) api.PointsLost {
	if r.Why != "" {
		return api.PointsLost{Why: why(r.Why)}
	}
	return api.PointsLost{Mean: &r.Mean, Stake: &r.Stake}
}

func spread(s *stats.Spread) *api.ChoiceSpread {
	if s == nil {
		return nil
	}
	return &api.ChoiceSpread{N: s.N, Entropy: s.MillerMadow, Normalised: s.Normalised, Effective: s.Effective}
}

func (t reportTelling) caseChoice(c report.CaseChoice) api.CaseChoice {
	return api.CaseChoice{
		ID: c.ID, Label: t.say(c.Label), Offered: howMany(c.Offered), Chosen: howMany(c.Chosen), Share: figure(c.Share),
		Credit: c.Credit, Best: said(c.Best), Dead: said(c.Dead), Incident: said(c.Incident),
	}
}

func reliability(r report.Reliability) api.CaseReliability {
	a := api.CaseReliability{Spine: same(r.Spine), Rows: r.Rows, Why: why(r.Why)}
	if r.Why == "" {
		alpha := figure(r.Alpha)
		a.Alpha, a.Lambda2, a.Omega, a.Sem, a.Length = &alpha, &r.Lambda2, r.Omega, &r.SEM, r.Length
	}
	return a
}

func (t reportTelling) incident(i report.Incident) api.CaseIncident {
	return api.CaseIncident{
		ID: i.ID, Label: t.say(i.Label), Kind: api.CaseIncidentKind(i.Kind), Count: howMany(i.Count), Share: figure(i.Share),
		Choices: each(i.Choices, t.incidentChoice),
	}
}

func (t reportTelling) incidentChoice(c report.IncidentChoice) api.IncidentChoice {
	return api.IncidentChoice{
		Node: c.Node.ID, Title: t.say(c.Node.Label), Choice: c.Choice.ID, Label: t.say(c.Choice.Label), Count: howMany(c.Count),
	}
}
