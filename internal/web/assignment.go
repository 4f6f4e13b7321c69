package web

import (
	"context"
	"time"

	"casebook/api"
	"casebook/internal/cohort"
	"casebook/internal/library"
)

// ListAssignments lists the cases that are assigned to a cohort.
func (s *server) ListAssignments(ctx context.Context, r api.ListAssignmentsRequestObject) (api.ListAssignmentsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.Cohorts.Assignments(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	lang := string(or(r.Params.Lang))
	return api.ListAssignments200JSONResponse{
		Assignments: each(list, func(a cohort.Assigned) api.Assignment { return assignment(a, lang) }),
	}, nil
}

// Assign gives a case to a cohort.
func (s *server) Assign(ctx context.Context, r api.AssignRequestObject) (api.AssignResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	b := r.Body
	a, err := s.Cohorts.Assign(ctx, by, r.ID, library.Ref{ID: b.Scenario, Version: b.Version},
		window(b.OpensAt, b.DueAt, b.Attempts, b.Langs, b.Learning))
	if err != nil {
		return nil, err
	}
	return api.Assign201JSONResponse{AssignmentJSONResponse: api.AssignmentJSONResponse(assignment(a, languageOf(ctx)))}, nil
}

// ChangeAssignment changes the terms of an assignment.
func (s *server) ChangeAssignment(ctx context.Context, r api.ChangeAssignmentRequestObject) (api.ChangeAssignmentResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	b := r.Body
	a, err := s.Cohorts.Reassign(ctx, by, r.ID, r.Assignment, b.Revision,
		window(b.OpensAt, b.DueAt, b.Attempts, b.Langs, b.Learning))
	if err != nil {
		return nil, err
	}
	return api.ChangeAssignment200JSONResponse{AssignmentJSONResponse: api.AssignmentJSONResponse(assignment(a, languageOf(ctx)))}, nil
}

// WithdrawAssignment withdraws an assignment.
func (s *server) WithdrawAssignment(ctx context.Context, r api.WithdrawAssignmentRequestObject) (api.WithdrawAssignmentResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	return api.WithdrawAssignment204Response{}, s.Cohorts.Withdraw(ctx, by, r.ID, r.Assignment)
}

// ListMyAssignments lists the cases that are assigned to somebody.
func (s *server) ListMyAssignments(ctx context.Context, r api.ListMyAssignmentsRequestObject) (api.ListMyAssignmentsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.Cohorts.Mine(ctx, by)
	if err != nil {
		return nil, err
	}
	lang := string(or(r.Params.Lang))
	return api.ListMyAssignments200JSONResponse{
		Assignments: each(list, func(g cohort.Given) api.MyAssignment { return myAssignment(g, lang) }),
	}, nil
}

func window(opens time.Time, due *time.Time, attempts int, langs []api.Lang, learning bool) cohort.Window {
	return cohort.Window{
		OpensAt: opens, DueAt: or(due), Attempts: attempts, Learning: learning,
		Langs: each(langs, func(l api.Lang) string { return string(l) }),
	}
}
