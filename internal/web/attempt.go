package web

import (
	"context"
	"net/http"

	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/attempt"
)

// BeginAttempt begins a case, of one's own accord or under an assignment.
func (s *server) BeginAttempt(ctx context.Context, r api.BeginAttemptRequestObject) (api.BeginAttemptResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	timing := attempt.Standard
	if r.Body.Timing != nil {
		timing = attempt.Timing(*r.Body.Timing)
	}
	var v attempt.View
	switch lang := string(r.Body.Lang); {
	case r.Body.Assignment != nil && r.Body.Scenario == nil:
		v, err = s.Attempts.BeginAssigned(ctx, by, s.Cohorts, *r.Body.Assignment, lang, timing)
	case r.Body.Assignment == nil && r.Body.Scenario != nil:
		v, err = s.Attempts.Begin(ctx, by, *r.Body.Scenario, lang, timing)
	default:
		err = oneOrTheOther()
	}
	if err != nil {
		return nil, err
	}
	return attemptAnswer{http.StatusCreated, view(v)}, nil
}

// ListAttempts lists one's own attempts, a page at a time.
func (s *server) ListAttempts(ctx context.Context, r api.ListAttemptsRequestObject) (api.ListAttemptsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	limit := attempt.MostListed
	if r.Params.Limit != nil {
		limit = *r.Params.Limit
	}
	list, next, err := s.Attempts.List(ctx, by, or(r.Params.Before), limit)
	if err != nil {
		return nil, err
	}
	page := api.ListAttempts200JSONResponse{Attempts: each(list, attemptSummary)}
	if next != uuid.Nil {
		page.Next = &next
	}
	return page, nil
}

// GetAttempt shows where an attempt stands.
func (s *server) GetAttempt(ctx context.Context, r api.GetAttemptRequestObject) (api.GetAttemptResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	v, err := s.Attempts.Find(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	return attemptAnswer{http.StatusOK, view(v)}, nil
}

// AbandonAttempt gives an attempt up.
func (s *server) AbandonAttempt(ctx context.Context, r api.AbandonAttemptRequestObject) (api.AbandonAttemptResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	v, err := s.Attempts.Abandon(ctx, by, r.ID, r.Body.Step)
	if err != nil {
		return nil, err
	}
	return attemptAnswer{http.StatusOK, view(v)}, nil
}

// ChangeSettings changes the language a case is read in, and the time allowed.
func (s *server) ChangeSettings(ctx context.Context, r api.ChangeSettingsRequestObject) (api.ChangeSettingsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	v, err := s.Attempts.ChangeSettings(ctx, by, r.ID, string(or(r.Body.Lang)), attempt.Timing(or(r.Body.Timing)))
	if err != nil {
		return nil, err
	}
	return attemptAnswer{http.StatusOK, view(v)}, nil
}

// SaveDraft keeps what is being written.
func (s *server) SaveDraft(ctx context.Context, r api.SaveDraftRequestObject) (api.SaveDraftResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	d, err := s.Attempts.SaveDraft(ctx, by, r.ID, attempt.Draft{
		Step: r.Body.Step, Revision: r.Body.Revision, Choice: or(r.Body.Choice), Rationale: or(r.Body.Rationale),
		Confidence: or(r.Body.Confidence), Exhibit: or(r.Body.Exhibit), Read: or(r.Body.Read),
	})
	if err != nil {
		return nil, err
	}
	return api.SaveDraft200JSONResponse(*draft(d)), nil
}
