package web

import (
	"casebook/api"
	"casebook/internal/fault"
	"casebook/internal/report"
	"casebook/internal/stats"
)

// reportTelling converts a report into one language.
type reportTelling struct{ lang string }

func reportIn(lang api.Lang) reportTelling { return reportTelling{string(lang)} }

func (t reportTelling) say(text fault.Text) string { return text.In(t.lang) }

func (t reportTelling) rule(r report.Rule) api.ReportRule {
	return api.ReportRule{Code: string(r.Code), Text: t.say(r.Text)}
}

func (t reportTelling) answer(a report.Answer) api.ReportAnswer {
	return api.ReportAnswer{Question: t.say(a.Question), Text: t.say(a.Text)}
}

func (t reportTelling) named(n report.Named) api.Named {
	return api.Named{ID: n.ID, Label: t.say(n.Label)}
}

func (t reportTelling) caseName(n report.CaseName) api.ReportCase {
	return api.ReportCase{Scenario: n.ID, Version: n.Version, Title: t.say(n.Title)}
}

func heading(h report.Heading) api.ReportCohort {
	return api.ReportCohort{ID: h.ID, Name: h.Name, Demo: said(h.Demo)}
}

func why(c report.Code) *string { return said(string(c)) }

func figure(f report.Figure) api.ReportFigure {
	a := api.ReportFigure{Why: why(f.Why), Threshold: f.Threshold}
	if f.Shown() || f.Why == report.TooFew || f.Why == report.NoVariation {
		a.N = &f.N
	}
	if !f.Shown() {
		return a
	}
	a.Value = &f.Value
	if f.Interval != nil {
		a.Low, a.High = &f.Interval.Low, &f.Interval.High
	}
	switch f.Verdict {
	case stats.Below:
		below := api.ReportFigureVerdictBelow
		a.Verdict = &below
	case stats.Above:
		above := api.ReportFigureVerdictAbove
		a.Verdict = &above
	}
	return a
}

func howMany(c report.Count) *int {
	if c.Hidden {
		return nil
	}
	return &c.N
}

func (t reportTelling) competence(c report.Competence) api.CompetencyFigure {
	return api.CompetencyFigure{ID: c.ID, Label: t.say(c.Label), Mean: figure(c.Mean)}
}

func (t reportTelling) reason(r report.Reason) api.HelpReason {
	a := api.HelpReason{
		Code: api.HelpReasonCode(r.Code), Text: t.say(r.Text), Assignment: said(r.Assignment), Competency: said(r.Competency),
		Days: said(r.Days), N: said(r.N),
	}
	if r.Threshold > 0 {
		a.Value, a.Threshold = &r.Value, &r.Threshold
	}
	return a
}

func level(l report.Level) api.ConfidenceLevel {
	return api.ConfidenceLevel{Confidence: l.Confidence, Certainty: l.Certainty, Credit: figure(l.Credit)}
}
