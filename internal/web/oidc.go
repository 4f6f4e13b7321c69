package web

import (
	"context"

	"casebook/api"
)

// Provider is the organisation's own login.
type Provider interface {
	Label() string // what the button says
}

// BeginOIDC leads to the provider.
func (s *server) BeginOIDC(context.Context, api.BeginOIDCRequestObject) (api.BeginOIDCResponseObject, error) {
	return nil, nothingHere()
}

// EndOIDC lets in whom the provider vouches for.
func (s *server) EndOIDC(context.Context, api.EndOIDCRequestObject) (api.EndOIDCResponseObject, error) {
	return nil, nothingHere()
}
