package web

import (
	"context"

	"casebook/api"
)

// ExportMyData is told when it is there.
func (s *server) ExportMyData(context.Context, api.ExportMyDataRequestObject) (api.ExportMyDataResponseObject, error) {
	return nil, nothingHere()
}

// ListSightings is told when it is there.
func (s *server) ListSightings(context.Context, api.ListSightingsRequestObject) (api.ListSightingsResponseObject, error) {
	return nil, nothingHere()
}

// PreviewErasure is told when it is there.
func (s *server) PreviewErasure(context.Context, api.PreviewErasureRequestObject) (api.PreviewErasureResponseObject, error) {
	return nil, nothingHere()
}

// EraseMe is told when it is there.
func (s *server) EraseMe(context.Context, api.EraseMeRequestObject) (api.EraseMeResponseObject, error) {
	return nil, nothingHere()
}

// PreviewErasureOf is told when it is there.
func (s *server) PreviewErasureOf(context.Context, api.PreviewErasureOfRequestObject) (api.PreviewErasureOfResponseObject, error) {
	return nil, nothingHere()
}

// ErasePerson is told when it is there.
func (s *server) ErasePerson(context.Context, api.ErasePersonRequestObject) (api.ErasePersonResponseObject, error) {
	return nil, nothingHere()
}

// ListAudit is told when it is there.
func (s *server) ListAudit(context.Context, api.ListAuditRequestObject) (api.ListAuditResponseObject, error) {
	return nil, nothingHere()
}

// PreviewRetention is told when it is there.
func (s *server) PreviewRetention(context.Context, api.PreviewRetentionRequestObject) (api.PreviewRetentionResponseObject, error) {
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
