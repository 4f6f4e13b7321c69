package web

import (
	"context"

	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/cohort"
	"casebook/internal/demo"
)

// GetDemo tells whether the demonstration is here.
func (s *server) GetDemo(ctx context.Context, _ api.GetDemoRequestObject) (api.GetDemoResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	there, err := s.Demo.Find(ctx, by)
	if err != nil {
		return nil, err
	}
	return api.GetDemo200JSONResponse{DemoJSONResponse: api.DemoJSONResponse(demonstration(there))}, nil
}

// AddDemo makes the demonstration up.
func (s *server) AddDemo(ctx context.Context, r api.AddDemoRequestObject) (api.AddDemoResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	there, err := s.Demo.Add(ctx, by, string(r.Body.Lang))
	if err != nil {
		return nil, err
	}
	return api.AddDemo201JSONResponse{DemoJSONResponse: api.DemoJSONResponse(demonstration(there))}, nil
}

// RemoveDemo removes all that was made up.
func (s *server) RemoveDemo(ctx context.Context, _ api.RemoveDemoRequestObject) (api.RemoveDemoResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.Demo.Remove(ctx, by); err != nil {
		return nil, err
	}
	return api.RemoveDemo204Response{}, nil
}

// ViewDemoAs lets an admin look at the demonstration through other eyes.
func (s *server) ViewDemoAs(ctx context.Context, r api.ViewDemoAsRequestObject) (api.ViewDemoAsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	there, err := s.Demo.ViewAs(ctx, by, cohort.Post(r.Body.Post))
	if err != nil {
		return nil, err
	}
	return api.ViewDemoAs200JSONResponse{DemoJSONResponse: api.DemoJSONResponse(demonstration(there))}, nil
}

func demonstration(t demo.There) api.Demo {
	if t.Cohort == uuid.Nil {
		return api.Demo{}
	}
	d := api.Demo{There: true, Cohort: &t.Cohort, People: &t.People, Attempts: &t.Attempts}
	if t.Post != "" {
		post := api.DemoPost(t.Post)
		d.Post = &post
	}
	return d
}
