package web

import (
	"casebook/api"
	"casebook/internal/account"
	"casebook/internal/check"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// examined converts what the checker has found of a draft, in the language of its reader.
type examined struct {
	by   account.Account
	x    *library.Examination
	regs *scenario.Registers
	lang string
}

func (e examined) report(d library.Draft, p library.Publication) api.DraftReport {
	r := api.DraftReport{
		Draft: toCaseDraft(e.by, d), Langs: []api.Lang{}, Errors: e.x.Errors(), Warnings: e.x.Warnings(),
		Flaws:        each(e.x.Issues, func(i scenario.Issue) api.CaseFlaw { return e.issue(i, check.Error) }),
		Walkthroughs: each(e.x.Walks, walkthrough), Publication: e.publication(p),
	}
	for i := range e.x.Flaws {
		r.Flaws = append(r.Flaws, e.flaw(&e.x.Flaws[i]))
	}
	if e.x.Version != nil {
		r.Langs = langs(e.x.Scenario)
		proofs := e.proofs()
		r.Proofs = &proofs
	}
	return r
}

func (e examined) issue(i scenario.Issue, level check.Level) api.CaseFlaw {
	return api.CaseFlaw{
		Code: i.Code, Level: api.CaseFlawLevel(level.String()), File: i.File, Line: i.Line, Column: i.Column,
		Detail: i.Text.In(e.lang),
	}
}

func (e examined) flaw(f *check.Flaw) api.CaseFlaw {
	c := e.issue(f.Issue, f.Level)
	c.Where, c.Answer = said(f.Where(e.x.Scenario, e.lang)), said(f.Answer)
	if f.Witness != nil {
		c.Shown = e.tale(*f.Witness)
	}
	return c
}

func walkthrough(w check.WalkResult) api.CaseWalkthrough {
	return api.CaseWalkthrough{Name: w.Walk.Name, Line: w.Walk.Line, Passed: w.Passed, Fails: said(w.Walk.Fails)}
}

func (e examined) tale(w solve.Witness) *api.CaseTale {
	told := check.Tell(e.x.Scenario, e.lang, w)
	return &api.CaseTale{
		Steps: each(told.Steps, func(s check.Step) api.CaseStep {
			return api.CaseStep{Kind: api.CaseStepKind(s.Kind), Title: s.Title, Label: s.Label}
		}),
		Ending: said(told.Ending),
	}
}

func (e examined) proofs() api.CaseProofs {
	sol, p := e.x.Solution, &e.x.Proofs
	return api.CaseProofs{
		States: sol.States, Paths: float64(sol.Paths), Endings: each(p.Endings, e.ending), Competencies: each(p.Competencies, e.evidence),
		Bots: each(e.x.Bots, e.bot), Best: *e.tale(p.Best), Worst: *e.tale(p.Worst),
	}
}

func (e examined) ending(r solve.Range) api.CaseEnding {
	n := &e.x.Scenario.Nodes[r.Node]
	c := api.CaseEnding{
		ID: n.ID, Title: e.x.Scenario.Text(e.lang).Nodes[r.Node].Title, Tone: said(api.Tone(n.Tone)), Reached: r.Reached,
		MinScore: r.MinScore, MaxScore: r.MaxScore,
	}
	if r.Reached {
		c.Lowest, c.Highest = e.tale(r.Lowest), e.tale(r.Highest)
	}
	return c
}

func (e examined) evidence(s solve.Span) api.CaseEvidence {
	id := e.x.Scenario.Competencies[s.Competency]
	return api.CaseEvidence{
		ID: id, Label: competencyLabel(e.regs, id, e.lang), Least: s.Least, Most: s.Most,
		Lowest: *e.tale(s.Lowest), Highest: *e.tale(s.Highest),
	}
}

func (e examined) bot(b check.Bot) api.CaseBot {
	return api.CaseBot{Name: b.Name, Label: b.Says().In(e.lang), Lang: said(api.Lang(b.Lang)), Score: b.Score}
}

func (e examined) publication(p library.Publication) api.CasePublication {
	c := api.CasePublication{Scenario: said(p.Scenario), Version: p.Version, Same: p.Same}
	if p.Replaces.Version > 0 {
		replaced := toCaseVersion(e.by, p.Replaces)
		c.Replaces = &replaced
	}
	if f, ok := fault.From(p.Refused); ok {
		refusal := f.Text.In(e.lang)
		c.Refusal = &refusal
	}
	return c
}
