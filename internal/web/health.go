package web

import (
	"context"

	"casebook/api"
	"casebook/internal/fault"
)

// GetHealth answers while the process lives.
func (s *server) GetHealth(context.Context, api.GetHealthRequestObject) (api.GetHealthResponseObject, error) {
	return api.GetHealth200JSONResponse{HealthJSONResponse: s.health()}, nil
}

// GetReadiness answers while requests are welcome: the database keeps what it is given, and the server is not stopping.
func (s *server) GetReadiness(ctx context.Context, _ api.GetReadinessRequestObject) (api.GetReadinessResponseObject, error) {
	err := s.Ready(ctx)
	switch {
	case fault.Is(err, fault.Unavailable):
		return nil, err
	case err != nil:
		return nil, notReady(err)
	}
	return api.GetReadiness200JSONResponse{HealthJSONResponse: s.health()}, nil
}

func (s *server) health() api.HealthJSONResponse {
	return api.HealthJSONResponse{Status: api.HealthStatusOK, Version: s.Version}
}
