package web

import (
	"context"

	"casebook/api"
)

// ExportMyData is told when it is there.
func (s *server) ExportMyData(context.Context, api.ExportMyDataRequestObject) (api.ExportMyDataResponseObject, error) {
	return nil, nothingHere()
}

// GetDemo is told when it is there.
func (s *server) GetDemo(context.Context, api.GetDemoRequestObject) (api.GetDemoResponseObject, error) {
	return nil, nothingHere()
}

// AddDemo is told when it is there.
func (s *server) AddDemo(context.Context, api.AddDemoRequestObject) (api.AddDemoResponseObject, error) {
	return nil, nothingHere()
}

// RemoveDemo is told when it is there.
func (s *server) RemoveDemo(context.Context, api.RemoveDemoRequestObject) (api.RemoveDemoResponseObject, error) {
	return nil, nothingHere()
}

// ViewDemoAs is told when it is there.
func (s *server) ViewDemoAs(context.Context, api.ViewDemoAsRequestObject) (api.ViewDemoAsResponseObject, error) {
	return nil, nothingHere()
}
