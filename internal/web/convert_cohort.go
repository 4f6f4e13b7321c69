package web

import (
	"context"

	"casebook/api"
	"casebook/internal/cohort"
)

// linkPage is the page that opens an account by a link's token.
const linkPage = "/link/"

// mostRows is how many rows of a list are told back.
const mostRows = 1000

func cohortSummary(l cohort.Listed) api.CohortSummary {
	return api.CohortSummary{
		ID: l.ID, Name: l.Name, Post: said(api.Post(l.Post)), People: l.People, Assignments: l.Assignments,
		CreatedAt: l.CreatedAt, ArchivedAt: moment(l.ArchivedAt), Demo: said(l.Demo),
	}
}

func cohortAnswer(ctx context.Context, c cohort.Full) api.CohortJSONResponse {
	return api.CohortJSONResponse(fullCohort(c, languageOf(ctx)))
}

func fullCohort(c cohort.Full, lang string) api.Cohort {
	return api.Cohort{
		ID: c.ID, Name: c.Name, Notice: c.Notice, StandardNotice: c.StandardNotice().In(lang), NoticeVersion: c.NoticeVersion,
		RetentionDays: c.RetentionDays, Revision: c.Revision, Post: said(api.Post(c.Post)), People: c.People,
		Leads: each(c.Leads, lead), CreatedAt: c.CreatedAt, ArchivedAt: moment(c.ArchivedAt), Demo: said(c.Demo),
	}
}

func lead(l cohort.Lead) api.Lead {
	return api.Lead{Account: l.Account, Name: l.Name, Email: l.Email, Post: api.Post(l.Post)}
}

func notice(n cohort.Notice) api.Notice {
	return api.Notice{
		Cohort: n.Cohort, CohortName: n.Name, Version: n.Version, Lang: said(api.Lang(n.Lang)), HTML: n.HTML,
		Read: n.Read >= n.Version, Changed: said(n.Read > 0 && n.Read < n.Version), Demo: said(n.Demo),
	}
}

func member(m cohort.Member) api.Member {
	return api.Member{
		Account: m.Account, Name: m.Name, Email: m.Email, Lang: said(api.Lang(m.Lang)), State: api.MemberState(m.State),
		Way: api.MemberWay(m.Way), NoticeRead: m.NoticeRead, EnrolledAt: m.EnrolledAt, LeftAt: moment(m.LeftAt),
	}
}

func importReport(r cohort.Report, lang string) api.ImportReport {
	told := r.Rows[:min(len(r.Rows), mostRows)]
	report := api.ImportReport{
		Kept: r.Kept, Total: len(r.Rows), Wrong: r.Wrong, Enrolled: r.Enrolled, Links: handOvers(r.Invited, r.Joiners),
		Rows:  make([]api.ImportRow, len(told)),
		Notes: make([]string, len(r.Notes)),
	}
	for i, n := range r.Notes {
		report.Notes[i] = n.In(lang)
	}
	for i := range told {
		row := &told[i]
		report.Rows[i] = api.ImportRow{
			Line: row.Line, Name: row.Name, Email: row.Email, Lang: said(api.Lang(row.Lang)),
			Verdict: api.Verdict(row.Verdict), Wrong: row.Wrong(), Detail: said(row.Detail().In(lang)),
		}
	}
	for _, j := range r.Joiners {
		if j.Invited.Mailed {
			mailed := true
			report.Mailed = &mailed
		}
	}
	return report
}

// handOvers are the links of those who have to be handed one.
func handOvers(rows []cohort.Row, joiners []cohort.Joiner) []api.HandOver {
	links := []api.HandOver{}
	for i, j := range joiners {
		if j.Invited.Token != "" {
			links = append(links, api.HandOver{Name: rows[i].Name, Email: j.Invited.Email, Path: linkPage + j.Invited.Token})
		}
	}
	return links
}

func (s *server) invitation(i cohort.Invitation) api.Invitation {
	return api.Invitation{
		ID: i.ID, Seats: i.Seats, Taken: i.Taken, State: api.InvitationState(i.State(s.Now())),
		CreatedAt: i.CreatedAt, ExpiresAt: i.ExpiresAt,
	}
}

func assignment(a cohort.Assigned, lang string) api.Assignment {
	sc := a.Version.Scenario
	return api.Assignment{
		ID: a.ID, Cohort: a.Cohort, Scenario: a.Scenario.ID, Version: a.Scenario.Version, Title: sc.Text(lang).Title,
		Minutes: sc.Minutes, CaseLangs: langs(sc), OpensAt: a.OpensAt, DueAt: moment(a.DueAt), Attempts: a.Attempts,
		Langs: spokenIn(a.Langs), Learning: a.Learning, Revision: a.Revision, Begun: a.Begun, CreatedAt: a.CreatedAt,
	}
}

func spokenIn(langs []string) []api.Lang {
	return each(langs, func(l string) api.Lang { return api.Lang(l) })
}

func myAssignment(g cohort.Given, lang string) api.MyAssignment {
	sc := g.Version.Scenario
	text := sc.Text(lang)
	a := api.MyAssignment{
		ID: g.ID, Cohort: g.Cohort, CohortName: g.Group.Name, Scenario: g.Scenario.ID, Version: g.Scenario.Version,
		Title: text.Title, Lang: api.Lang(text.Lang), Langs: langs(sc), Minutes: sc.Minutes, Learning: g.Learning,
		State: api.MyAssignmentState(g.Standing), OpensAt: g.OpensAt, DueAt: moment(g.DueAt), Made: len(g.Made),
		Left: since(g.Left()),
	}
	if len(g.Langs) > 0 {
		a.Langs = spokenIn(g.Langs)
	}
	if id := g.Attempt(); id != [16]byte{} {
		a.Attempt = &id
	}
	return a
}

// carryCohort adds what somebody else has changed meanwhile, or what is to be read first.
func carryCohort(p *api.Problem, extra map[string]any, lang string) {
	if c, ok := extra["cohort"].(cohort.Full); ok {
		full := fullCohort(c, lang)
		p.Cohort = &full
	}
	if a, ok := extra["assignment"].(cohort.Assigned); ok {
		kept := assignment(a, lang)
		p.Assignment = &kept
	}
	if n, ok := extra["notice"].(cohort.Notice); ok {
		unread := notice(n)
		p.Notice = &unread
	}
}
