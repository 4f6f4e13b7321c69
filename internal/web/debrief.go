package web

import (
	"context"

	"casebook/api"
)

// GetDebrief tells an ended attempt.
func (s *server) GetDebrief(ctx context.Context, r api.GetDebriefRequestObject) (api.GetDebriefResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	d, err := s.Attempts.Debrief(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	return api.GetDebrief200JSONResponse(tellingOf(r.ID).debrief(d)), nil
}

// SaveReflection keeps what is written in the debrief.
func (s *server) SaveReflection(ctx context.Context, r api.SaveReflectionRequestObject) (api.SaveReflectionResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	kept, err := s.Attempts.Reflect(ctx, by, r.ID, fromReflection(*r.Body))
	if err != nil {
		return nil, err
	}
	return api.SaveReflection200JSONResponse(reflection(kept)), nil
}

// TryWhatIf replays with one move changed.
func (s *server) TryWhatIf(ctx context.Context, r api.TryWhatIfRequestObject) (api.TryWhatIfResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	w, err := s.Attempts.WhatIf(ctx, by, r.ID, r.Body.Step, r.Body.Choice)
	if err != nil {
		return nil, err
	}
	return tellingOf(r.ID).whatIf(w), nil
}
