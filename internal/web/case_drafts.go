package web

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"casebook/api"
	"casebook/internal/attempt"
)

// SendDraft keeps the case in a zip as a new draft. The zip of somebody who has no business here is not read.
func (s *server) SendDraft(ctx context.Context, r api.SendDraftRequestObject) (api.SendDraftResponseObject, error) {
	by, err := author(ctx)
	if err != nil {
		return nil, err
	}
	zip, err := readZip(r.Body)
	if err != nil {
		return nil, err
	}
	d, u, err := s.Desk.Send(ctx, by, zip)
	if err != nil {
		return nil, err
	}
	return api.SendDraft201JSONResponse{SentDraftJSONResponse: sentDraft(by, d, u)}, nil
}

// SendDraftAgain puts the case in a zip in the place of a draft.
func (s *server) SendDraftAgain(ctx context.Context, r api.SendDraftAgainRequestObject) (api.SendDraftAgainResponseObject, error) {
	by, err := author(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := s.Desk.Draft(ctx, by, r.ID); err != nil {
		return nil, err
	}
	zip, err := readZip(r.Body)
	if err != nil {
		return nil, err
	}
	d, u, err := s.Desk.SendAgain(ctx, by, r.ID, r.Params.Revision, zip)
	if err != nil {
		return nil, err
	}
	return api.SendDraftAgain200JSONResponse{SentDraftJSONResponse: sentDraft(by, d, u)}, nil
}

// GetDraft shows a draft.
func (s *server) GetDraft(ctx context.Context, r api.GetDraftRequestObject) (api.GetDraftResponseObject, error) {
	by, err := author(ctx)
	if err != nil {
		return nil, err
	}
	d, err := s.Desk.Draft(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	return api.GetDraft200JSONResponse(toCaseDraft(by, d)), nil
}

// DiscardDraft throws a draft away.
func (s *server) DiscardDraft(ctx context.Context, r api.DiscardDraftRequestObject) (api.DiscardDraftResponseObject, error) {
	by, err := author(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.Desk.Discard(ctx, by, r.ID); err != nil {
		return nil, err
	}
	return api.DiscardDraft204Response{}, nil
}

// DownloadDraft sends a draft as a zip.
func (s *server) DownloadDraft(ctx context.Context, r api.DownloadDraftRequestObject) (api.DownloadDraftResponseObject, error) {
	by, err := author(ctx)
	if err != nil {
		return nil, err
	}
	file, err := s.Desk.DownloadDraft(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	return api.DownloadDraft200ApplicationZipResponse{CaseZipApplicationZipResponse: caseZip(file)}, nil
}

// ExamineDraft tells the flaws and proofs of a draft, and what publishing it would come to.
func (s *server) ExamineDraft(ctx context.Context, r api.ExamineDraftRequestObject) (api.ExamineDraftResponseObject, error) {
	by, err := author(ctx)
	if err != nil {
		return nil, err
	}
	d, x, err := s.Desk.Examine(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	p, err := s.Desk.Plan(ctx, by, d, x)
	if err != nil {
		return nil, err
	}
	told := examined{by, x, s.Desk.Registers(), spokenBy(ctx)}
	return api.ExamineDraft200JSONResponse(told.report(d, p)), nil
}

// RehearseDraft begins a draft as a trainee would.
func (s *server) RehearseDraft(ctx context.Context, r api.RehearseDraftRequestObject) (api.RehearseDraftResponseObject, error) {
	by, err := author(ctx)
	if err != nil {
		return nil, err
	}
	draft, err := s.Desk.Stage(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	timing := attempt.Standard
	if r.Body.Timing != nil {
		timing = attempt.Timing(*r.Body.Timing)
	}
	v, err := s.Attempts.Rehearse(ctx, by, draft, string(r.Body.Lang), timing)
	if err != nil {
		return nil, err
	}
	return attemptAnswer{http.StatusCreated, view(v)}, nil
}

func (a attemptAnswer) VisitRehearseDraftResponse(w http.ResponseWriter) error { return a.send(w) }

// PublishDraft makes a draft the next version of its case.
func (s *server) PublishDraft(ctx context.Context, r api.PublishDraftRequestObject) (api.PublishDraftResponseObject, error) {
	by, err := author(ctx)
	if err != nil {
		return nil, err
	}
	ref, added, err := s.Desk.Publish(ctx, by, r.ID, r.Body.Revision, r.Body.Version)
	if err != nil {
		return nil, err
	}
	return api.PublishDraft200JSONResponse{Scenario: ref.ID, Version: ref.Version, Added: added}, nil
}

// spokenBy is the language that a request's sender would rather read sentences in.
func spokenBy(ctx context.Context) string {
	if c, ok := ctx.(*gin.Context); ok {
		return language(c.Request)
	}
	return "en"
}
