package web

import (
	"context"

	"casebook/api"
	"casebook/internal/library"
	"casebook/internal/report"
)

// GetCohortProgress tells how a cohort gets on.
func (s *server) GetCohortProgress(ctx context.Context, r api.GetCohortProgressRequestObject) (api.GetCohortProgressResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	p, err := s.Reports.Progress(ctx, by, r.ID, report.Pick{
		Assignment: or(r.Params.Assignment), State: report.State(or(r.Params.State)), Competency: or(r.Params.Competency),
		Search: or(r.Params.Search), Help: or(r.Params.Help),
	})
	if err != nil {
		return nil, err
	}
	return reportAnswer[api.CohortProgress]{reportIn(r.Params.Lang).progress(p)}, nil
}

// GetTrainee tells what a person of the cohort did under its assignments.
func (s *server) GetTrainee(ctx context.Context, r api.GetTraineeRequestObject) (api.GetTraineeResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	t, err := s.Reports.Trainee(ctx, by, r.ID, r.Account)
	if err != nil {
		return nil, err
	}
	return api.GetTrainee200JSONResponse(reportIn(r.Params.Lang).trainee(t)), nil
}

// GetTraineeDebrief tells an attempt of theirs that has ended.
func (s *server) GetTraineeDebrief(ctx context.Context, r api.GetTraineeDebriefRequestObject) (api.GetTraineeDebriefResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	d, err := s.Reports.Debrief(ctx, by, r.ID, r.Account, r.Attempt)
	if err != nil {
		return nil, err
	}
	return api.GetTraineeDebrief200JSONResponse(tellingTo(r.ID, r.Account, r.Attempt).debrief(d)), nil
}

// GetTraineeMedia sends a picture or a sound of a trainee's debrief.
func (s *server) GetTraineeMedia(ctx context.Context, r api.GetTraineeMediaRequestObject) (api.GetTraineeMediaResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	data, err := s.Reports.Media(ctx, by, r.ID, r.Account, r.Attempt, r.Name)
	if err != nil {
		return nil, err
	}
	return mediaAnswer{media(r.Name, data)}, nil
}

// GetCaseReport tells how a cohort found its way through a case.
func (s *server) GetCaseReport(ctx context.Context, r api.GetCaseReportRequestObject) (api.GetCaseReportResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	c, err := s.Reports.Case(ctx, by, r.ID, library.Ref{ID: r.Scenario, Version: r.Version}, report.CasePick{
		Attempts: report.Which(or(r.Params.Attempts)), From: or(r.Params.From), To: or(r.Params.To),
	})
	if err != nil {
		return nil, err
	}
	return reportAnswer[api.CaseReport]{reportIn(r.Params.Lang).caseReport(c)}, nil
}
