package web

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"casebook/api"
	"casebook/internal/account"
	"casebook/internal/personal"
)

// ListSightings tells who saw one's work.
func (s *server) ListSightings(ctx context.Context, r api.ListSightingsRequestObject) (api.ListSightingsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, next, err := s.Personal.Sightings(ctx, by, reading(ctx), or(r.Params.Before), pageOf(r.Params.Limit))
	if err != nil {
		return nil, err
	}
	return api.ListSightings200JSONResponse(auditPage(list, next)), nil
}

// PreviewErasure tells what would go with oneself.
func (s *server) PreviewErasure(ctx context.Context, _ api.PreviewErasureRequestObject) (api.PreviewErasureResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	p, err := s.Personal.Preview(ctx, by, by.ID)
	if err != nil {
		return nil, err
	}
	return api.PreviewErasure200JSONResponse(erasurePreview(ctx, by, &p)), nil
}

// EraseMe erases whoever asks, for good.
func (s *server) EraseMe(ctx context.Context, r api.EraseMeRequestObject) (api.EraseMeResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.Personal.Erase(ctx, by, by.ID, proof(*r.Body)); err != nil {
		return nil, err
	}
	secure := calling(ctx).secure
	return erased{cookies: append(noCookies(s.Now(), secure), known("", -time.Second, secure))}, nil
}

// erased takes back what the browser was given.
type erased struct {
	api.EraseMe204Response
	cookies []*http.Cookie
}

func (e erased) VisitEraseMeResponse(w http.ResponseWriter) error {
	for _, c := range e.cookies {
		http.SetCookie(w, c)
	}
	return e.EraseMe204Response.VisitEraseMeResponse(w)
}

// PreviewErasureOf tells an admin what would go with somebody.
func (s *server) PreviewErasureOf(ctx context.Context, r api.PreviewErasureOfRequestObject) (api.PreviewErasureOfResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	p, err := s.Personal.Preview(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	return api.PreviewErasureOf200JSONResponse(erasurePreview(ctx, by, &p)), nil
}

// ErasePerson erases somebody, by an admin.
func (s *server) ErasePerson(ctx context.Context, r api.ErasePersonRequestObject) (api.ErasePersonResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.Personal.Erase(ctx, by, r.ID, proof(*r.Body)); err != nil {
		return nil, err
	}
	return api.ErasePerson204Response{}, nil
}

// PreviewRetention tells what a cohort's retention would take.
func (s *server) PreviewRetention(ctx context.Context, r api.PreviewRetentionRequestObject) (api.PreviewRetentionResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	f, err := s.Personal.Retention(ctx, by, r.ID, or(r.Params.Days))
	if err != nil {
		return nil, err
	}
	return api.PreviewRetention200JSONResponse{Days: f.Days, Due: retentionDue(f.Due), Coming: each(f.Coming, retentionDue), Demo: said(f.Demo)}, nil
}

func proof(p api.ErasureProof) personal.Proof {
	return personal.Proof{Password: or(p.Password), Word: or(p.Word)}
}

// erasurePreview is what would go with somebody; the proof is that of whoever asks.
func erasurePreview(ctx context.Context, by account.Account, s *personal.Standing) api.ErasurePreview {
	p := api.ErasurePreview{Attempts: s.Attempts, Enrolments: &s.Enrolments, Proof: api.ErasurePreviewProofWord}
	if s.Account.Name != "" {
		p.Name = &s.Account.Name
	}
	if by.Password != "" {
		p.Proof = api.ErasurePreviewProofPassword
	} else {
		word := personal.Words.In(reading(ctx))
		p.Word = &word
	}
	if err := s.Refusal(); err != nil {
		said := sentence(err, reading(ctx))
		p.Refusal = &said
	}
	return p
}

func retentionDue(d personal.Due) api.RetentionDue {
	return api.RetentionDue{By: d.By.Format(time.DateOnly), Attempts: d.Attempts, People: d.People}
}

// reading is the language that the client of an operation reads.
func reading(ctx context.Context) string {
	if c, ok := ctx.(*gin.Context); ok {
		return language(c.Request)
	}
	return "en"
}

const usualPage = 50

func pageOf(limit *int) int {
	if limit == nil {
		return usualPage
	}
	return *limit
}
