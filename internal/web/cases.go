package web

import (
	"bytes"
	"context"
	"mime"

	"casebook/api"
	"casebook/internal/account"
	"casebook/internal/library"
)

// author is somebody who is signed in and has something to do at the desk.
func author(ctx context.Context) (account.Account, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return by, err
	}
	return by, library.MayWork(by)
}

// ListCases lists what has been published, and the drafts that one may see.
func (s *server) ListCases(ctx context.Context, _ api.ListCasesRequestObject) (api.ListCasesResponseObject, error) {
	by, err := author(ctx)
	if err != nil {
		return nil, err
	}
	drafts, err := s.Desk.Drafts(ctx, by)
	if err != nil {
		return nil, err
	}
	editions, err := s.Desk.Versions(ctx)
	if err != nil {
		return nil, err
	}
	return api.ListCases200JSONResponse{
		Cases:  toCases(by, editions),
		Drafts: each(drafts, func(d library.Draft) api.CaseDraft { return toCaseDraft(by, d) }),
	}, nil
}

// RetireCase takes a case out of the offer, or puts it back.
func (s *server) RetireCase(ctx context.Context, r api.RetireCaseRequestObject) (api.RetireCaseResponseObject, error) {
	by, err := author(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.Desk.Retire(ctx, by, r.Scenario, r.Body.Retired); err != nil {
		return nil, err
	}
	return api.RetireCase204Response{}, nil
}

// DownloadCase sends a version as a zip.
func (s *server) DownloadCase(ctx context.Context, r api.DownloadCaseRequestObject) (api.DownloadCaseResponseObject, error) {
	by, err := author(ctx)
	if err != nil {
		return nil, err
	}
	file, err := s.Desk.DownloadVersion(ctx, by, library.Ref{ID: r.Scenario, Version: r.Version})
	if err != nil {
		return nil, err
	}
	return api.DownloadCase200ApplicationZipResponse{CaseZipApplicationZipResponse: caseZip(file)}, nil
}

// caseZip sends a zip to be kept under its name.
func caseZip(file library.Download) api.CaseZipApplicationZipResponse {
	kept := mime.FormatMediaType("attachment", map[string]string{"filename": file.Name})
	return api.CaseZipApplicationZipResponse{
		Body: bytes.NewReader(file.Zip), ContentLength: int64(len(file.Zip)),
		Headers: api.CaseZipResponseHeaders{ContentDisposition: &kept},
	}
}
