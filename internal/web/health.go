package web

import (
	"context"

	"casebook/api"
)

// GetHealth answers while the process lives.
func (s *server) GetHealth(context.Context, api.GetHealthRequestObject) (api.GetHealthResponseObject, error) {
	return api.GetHealth200JSONResponse{HealthJSONResponse: s.health()}, nil
}

// GetReadiness answers while the database does.
func (s *server) GetReadiness(ctx context.Context, _ api.GetReadinessRequestObject) (api.GetReadinessResponseObject, error) {
	if err := s.Ready(ctx); err != nil {
		return nil, notReady(err)
	}
	return api.GetReadiness200JSONResponse{HealthJSONResponse: s.health()}, nil
}

func (s *server) health() api.HealthJSONResponse {
	return api.HealthJSONResponse{Status: api.HealthStatusOK, Version: s.Version}
}
