package web

import (
	"context"
	"net/http"

	"casebook/api"
	"casebook/internal/attempt"
)

// MakeDecision decides.
func (s *server) MakeDecision(ctx context.Context, r api.MakeDecisionRequestObject) (api.MakeDecisionResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	v, err := s.Attempts.Make(ctx, by, r.ID, attempt.Move{
		Step: r.Body.Step, Move: r.Body.Choice, Rationale: or(r.Body.Rationale), Confidence: or(r.Body.Confidence),
		Key: or(r.Params.IdempotencyKey),
	})
	if err != nil {
		return nil, err
	}
	return progressAnswer{progress(v)}, nil
}

// TakeLook seeks a piece of information.
func (s *server) TakeLook(ctx context.Context, r api.TakeLookRequestObject) (api.TakeLookResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	v, err := s.Attempts.Make(ctx, by, r.ID, attempt.Move{
		Step: r.Body.Step, Move: "?" + r.Body.Look, Key: or(r.Params.IdempotencyKey),
	})
	if err != nil {
		return nil, err
	}
	return progressAnswer{progress(v)}, nil
}

// StartTimer starts the clock of a timed decision.
func (s *server) StartTimer(ctx context.Context, r api.StartTimerRequestObject) (api.StartTimerResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	v, err := s.Attempts.StartTimer(ctx, by, r.ID, r.Body.Step)
	if err != nil {
		return nil, err
	}
	return attemptAnswer{http.StatusOK, view(v)}, nil
}

// TimeOut lets silence decide.
func (s *server) TimeOut(ctx context.Context, r api.TimeOutRequestObject) (api.TimeOutResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	v, err := s.Attempts.TimeOut(ctx, by, r.ID, r.Body.Step)
	if err != nil {
		return nil, err
	}
	return attemptAnswer{http.StatusOK, view(v)}, nil
}
