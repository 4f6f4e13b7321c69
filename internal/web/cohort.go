package web

import (
	"context"

	"casebook/api"
	"casebook/internal/cohort"
)

// ListCohorts lists the cohorts that somebody leads, a page at a time.
func (s *server) ListCohorts(ctx context.Context, r api.ListCohortsRequestObject) (api.ListCohortsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	page, total, err := s.Cohorts.List(ctx, by, cohort.Query{
		Search: or(r.Params.Search), Offset: or(r.Params.Offset), Past: or(r.Params.Archived),
	})
	if err != nil {
		return nil, err
	}
	return api.ListCohorts200JSONResponse{Cohorts: each(page, cohortSummary), Total: total}, nil
}

// CreateCohort creates a cohort.
func (s *server) CreateCohort(ctx context.Context, r api.CreateCohortRequestObject) (api.CreateCohortResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	c, err := s.Cohorts.Create(ctx, by, r.Body.Name, or(r.Body.RetentionDays))
	if err != nil {
		return nil, err
	}
	return api.CreateCohort201JSONResponse{CohortJSONResponse: cohortAnswer(ctx, c)}, nil
}

// GetCohort shows a cohort to those who lead it.
func (s *server) GetCohort(ctx context.Context, r api.GetCohortRequestObject) (api.GetCohortResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	c, err := s.Cohorts.Find(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	return api.GetCohort200JSONResponse{CohortJSONResponse: cohortAnswer(ctx, c)}, nil
}

// ChangeCohort changes the terms of a cohort.
func (s *server) ChangeCohort(ctx context.Context, r api.ChangeCohortRequestObject) (api.ChangeCohortResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	c, err := s.Cohorts.Change(ctx, by, r.ID, r.Body.Revision, cohort.Terms{
		Name: r.Body.Name, Notice: r.Body.Notice, RetentionDays: r.Body.RetentionDays,
	})
	if err != nil {
		return nil, err
	}
	return api.ChangeCohort200JSONResponse{CohortJSONResponse: cohortAnswer(ctx, c)}, nil
}

// ArchiveCohort archives a cohort, or opens it again.
func (s *server) ArchiveCohort(ctx context.Context, r api.ArchiveCohortRequestObject) (api.ArchiveCohortResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	c, err := s.Cohorts.Archive(ctx, by, r.ID, r.Body.Revision, r.Body.Archived)
	if err != nil {
		return nil, err
	}
	return api.ArchiveCohort200JSONResponse{CohortJSONResponse: cohortAnswer(ctx, c)}, nil
}

// GivePost makes somebody a trainer or a manager of a cohort.
func (s *server) GivePost(ctx context.Context, r api.GivePostRequestObject) (api.GivePostResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	c, err := s.Cohorts.GivePost(ctx, by, r.ID, r.Body.Email, cohort.Post(r.Body.Post))
	if err != nil {
		return nil, err
	}
	return api.GivePost200JSONResponse{CohortJSONResponse: cohortAnswer(ctx, c)}, nil
}

// RemovePost takes somebody's post in a cohort away.
func (s *server) RemovePost(ctx context.Context, r api.RemovePostRequestObject) (api.RemovePostResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	c, err := s.Cohorts.RemovePost(ctx, by, r.ID, r.Account)
	if err != nil {
		return nil, err
	}
	return api.RemovePost200JSONResponse{CohortJSONResponse: cohortAnswer(ctx, c)}, nil
}

// GetNotice shows what people of a cohort read before their first attempt.
func (s *server) GetNotice(ctx context.Context, r api.GetNoticeRequestObject) (api.GetNoticeResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	lang := languageOf(ctx)
	if r.Params.Lang != nil {
		lang = string(*r.Params.Lang)
	}
	n, err := s.Cohorts.Notice(ctx, by, r.ID, lang)
	if err != nil {
		return nil, err
	}
	return api.GetNotice200JSONResponse(notice(n)), nil
}

// ReadNotice notes that somebody has read a version of the notice.
func (s *server) ReadNotice(ctx context.Context, r api.ReadNoticeRequestObject) (api.ReadNoticeResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	return api.ReadNotice204Response{}, s.Cohorts.ReadNotice(ctx, by, r.ID, r.Body.Version)
}
