package web

import (
	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/attempt"
	"casebook/internal/comment"
	"casebook/internal/stats"
)

func toComment(c comment.Comment, reader uuid.UUID) api.Comment {
	return api.Comment{
		Attempt: c.Attempt, Step: c.Step, Rater: c.RaterName, Mine: c.Rater == reader, Levels: toLevels(c.Levels), Text: c.Text,
		Revision: c.Revision, WrittenAt: c.WrittenAt, ChangedAt: c.ChangedAt, Unread: c.ReadAt.IsZero(),
	}
}

func toLevels(l comment.Levels) api.Levels {
	return api.Levels{
		Indices: since(l[comment.Clues]), Perspective: since(l[comment.Perspective]),
		Principe: since(l[comment.Principle]), Consequence: since(l[comment.Outcome]),
	}
}

func fromLevels(l api.Levels) comment.Levels {
	level := func(v *api.Level) int {
		if v == nil {
			return comment.Unrated
		}
		return *v
	}
	return comment.Levels{level(l.Indices), level(l.Perspective), level(l.Principe), level(l.Consequence)}
}

func unreadComments(n comment.News) api.UnreadComments {
	lang := api.Lang(n.Lang)
	return api.UnreadComments{
		Attempt: n.Attempt, Scenario: n.Scenario.ID, Title: n.Title, Lang: &lang, Comments: n.Comments,
	}
}

func reasons(p comment.Page, reader uuid.UUID, names bool) api.ListRationales200JSONResponse {
	return api.ListRationales200JSONResponse{
		Total: p.Total, Unrated: p.ToRate, Next: said(p.Next),
		Rationales: each(p.Given, func(g comment.Given) api.GivenReason {
			r := givenReason(g, reader)
			if names {
				r.Name = said(g.Name)
			}
			return r
		}),
	}
}

func givenReason(g comment.Given, reader uuid.UUID) api.GivenReason {
	t := tellingOf(g.Attempt)
	return api.GivenReason{
		Attempt: g.Attempt, Step: g.Step, Scenario: g.Scenario.ID, Title: g.Case, Lang: api.Lang(g.Lang),
		Node: t.node(g.Node), Choices: each(g.Choices, t.choice), Choice: g.Choice,
		Rationale: g.Rationale, Confidence: said(g.Confidence), ExpertHTML: said(t.html(g.Expert)),
		Twice: g.Twice, Raters: g.Raters, Comments: each(g.Comments, func(c comment.Comment) api.Comment { return toComment(c, reader) }),
	}
}

// goodAgreement is from where raters agree well enough to rely on one of them.
const goodAgreement = .6

func agreement(a comment.Agreement) api.GetAgreement200JSONResponse {
	names := [...]api.Criterion{
		comment.Clues: api.CriterionIndices, comment.Perspective: api.CriterionPerspective,
		comment.Principle: api.CriterionPrincipe, comment.Outcome: api.CriterionConsequence,
	}
	answer := api.GetAgreement200JSONResponse{
		Rationales: a.Reasons, Rated: a.Rated, Twice: a.Twice, Wanted: a.Wanted, Apart: a.Apart,
		Criteria: []api.CriterionAgreement{},
	}
	for _, c := range comment.Criteria {
		answer.Criteria = append(answer.Criteria, alike(names[c], a.By[c]))
	}
	return answer
}

func alike(name api.Criterion, a comment.Alike) api.CriterionAgreement {
	told := api.CriterionAgreement{Criterion: name, Pairs: a.Pairs, Apart: a.Apart}
	if stats.GateOf(a.Pairs) == stats.Counts {
		return told
	}
	told.Exact, told.Adjacent = &a.Exact, &a.Adjacent
	if a.Measure == comment.NoMeasure {
		return told
	}
	measure := api.CriterionAgreementMeasure(a.Measure)
	told.Measure, told.Value = &measure, &a.Value
	if a.Measure == comment.ICC2 {
		told.Low, told.High = &a.Low, &a.High
	}
	verdict := map[stats.Verdict]api.CriterionAgreementVerdict{
		stats.Above: api.CriterionAgreementVerdictGood, stats.Below: api.CriterionAgreementVerdictWeak,
	}[a.Verdict(goodAgreement)]
	told.Verdict = said(verdict)
	return told
}

func (t telling) explanation(e *attempt.Explanation) *api.Explanation {
	if e == nil {
		return nil
	}
	told := &api.Explanation{
		Step: e.Step, Title: e.Title, Label: e.Label, TimedOut: e.TimedOut, Scored: e.Scored, Better: said(e.Better),
		TemptingHTML: said(t.html(e.Tempting)), ExpertHTML: said(t.html(e.Expert)), Incident: said(e.Incident),
		Evidence: each(e.Evidence, evidence), Points: each(e.Points, teachingPoint),
	}
	if e.Valued {
		told.Regret, told.Stake = &e.Regret, &e.Stake
	}
	return told
}

// readers says who else reads what is written in an attempt.
func readers(u attempt.Under) api.Readers {
	if u.Cohort == uuid.Nil {
		return api.ReadersNobody
	}
	return api.ReadersTrainers
}
