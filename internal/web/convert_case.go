package web

import (
	"slices"

	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/library"
)

// rehearsed is the draft that an attempt tries out, if it does.
func rehearsed(a attempt.Attempt) *uuid.UUID {
	if draft, ok := a.Scenario.Draft(); ok {
		return &draft
	}
	return nil
}

// toCases gathers versions, listed by scenario and the oldest first, into cases.
func toCases(by account.Account, editions []library.Edition) []api.Case {
	cases := []api.Case{}
	for i := range editions {
		e := &editions[i]
		if last := len(cases) - 1; last < 0 || cases[last].ID != e.ID {
			cases = append(cases, api.Case{ID: e.ID, Mine: library.Owns(by, e.Entry), Versions: []api.CaseVersion{}})
		}
		c := &cases[len(cases)-1]
		c.Versions = append(c.Versions, toCaseVersion(by, e.Entry))
		// What is told of a case is what its newest version says.
		c.Titles, c.Minutes, c.Level, c.RetiredAt = toTitles(e.Titles), e.Minutes, e.Level, moment(e.RetiredAt)
		c.Langs = each(e.Langs, func(l string) api.Lang { return api.Lang(l) })
	}
	for i := range cases {
		slices.Reverse(cases[i].Versions)
	}
	return cases
}

func toCaseVersion(by account.Account, e library.Entry) api.CaseVersion {
	return api.CaseVersion{Version: e.Version, By: publisher(by, e.By), PublishedAt: e.PublishedAt}
}

func publisher(by account.Account, id uuid.UUID) api.Author {
	switch id {
	case uuid.Nil:
		return api.AuthorProgram
	case by.ID:
		return api.AuthorMe
	default:
		return api.AuthorOther
	}
}

func toTitles(titles map[string]string) api.Titles {
	return api.Titles{Fr: said(titles["fr"]), En: said(titles["en"])}
}

func toCaseDraft(by account.Account, d library.Draft) api.CaseDraft {
	return api.CaseDraft{
		ID: d.ID, Scenario: said(d.Scenario), Titles: toTitles(d.Titles), Revision: d.Revision, Mine: d.By == by.ID,
		CreatedAt: d.CreatedAt, ChangedAt: d.ChangedAt,
	}
}

// mostLeftOut is how many names of files that were left out are told.
const mostLeftOut = 20

func sentDraft(by account.Account, d library.Draft, u library.Upload) api.SentDraftJSONResponse {
	leftOut := u.LeftOut[:min(len(u.LeftOut), mostLeftOut)]
	return api.SentDraftJSONResponse{Draft: toCaseDraft(by, d), LeftOut: each(leftOut, clip)}
}
