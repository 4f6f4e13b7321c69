package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"time"

	"casebook/api"
	"casebook/internal/fault"
	"casebook/internal/oidc"
)

// errandCookie carries what has to come back from the provider as it went.
const errandCookie = "casebook_oidc"

// errandTime is how long somebody may take at the provider.
const errandTime = 10 * time.Minute

// elsewhere sends a browser on.
type elsewhere struct {
	to      string
	cookies []*http.Cookie
}

func (e elsewhere) send(w http.ResponseWriter) error {
	for _, c := range e.cookies {
		http.SetCookie(w, c)
	}
	w.Header().Set("Location", e.to)
	w.WriteHeader(http.StatusSeeOther)
	return nil
}

func (e elsewhere) VisitBeginOIDCResponse(w http.ResponseWriter) error { return e.send(w) }
func (e elsewhere) VisitEndOIDCResponse(w http.ResponseWriter) error   { return e.send(w) }

// BeginOIDC leads to the provider.
func (s *server) BeginOIDC(ctx context.Context, _ api.BeginOIDCRequestObject) (api.BeginOIDCResponseObject, error) {
	if s.Provider == nil {
		return nil, nothingHere()
	}
	address, errand, err := s.Provider.Begin(ctx)
	if err != nil {
		return s.backToLogin(ctx, err), nil
	}
	return elsewhere{address, []*http.Cookie{errandOf(errand.String(), int(errandTime.Seconds()), calling(ctx).secure)}}, nil
}

// EndOIDC lets in whom the provider vouches for.
func (s *server) EndOIDC(ctx context.Context, r api.EndOIDCRequestObject) (api.EndOIDCResponseObject, error) {
	if s.Provider == nil {
		return nil, nothingHere()
	}
	by := calling(ctx)
	errand, ok := oidc.ReadErrand(by.errand)
	switch why := or(r.Params.Error); {
	case ok && why != "":
		return s.backToLogin(ctx, oidc.Declined(why)), nil
	case !ok || or(r.Params.Code) == "":
		return s.backToLogin(ctx, oidc.WrongState()), nil
	}
	id, err := s.Provider.End(ctx, errand, or(r.Params.State), or(r.Params.Code))
	if err != nil {
		return s.backToLogin(ctx, err), nil
	}
	e, err := s.Accounts.Recognise(ctx, visitor(ctx), id)
	if err != nil {
		return s.backToLogin(ctx, err), nil
	}
	kept := cookies(e.Token, e.Account.ID, e.Login.EndsAt, s.Now(), by.secure)
	return elsewhere{"/", append(kept, errandOf("", -1, by.secure))}, nil
}

// loginRefusals are the codes that the login's page has words for, as the contract lists them.
var loginRefusals = []string{
	"oidc_state", "oidc_away", "oidc_refused", oidcFailed, "closed_account", "address_elsewhere", "last_admin",
	"raced", "database_away", "disk_full",
}

const oidcFailed = "oidc_failed" // for whatever has no code of its own

// backToLogin says on the login's page why somebody was not let in: in words of its own, by the code of the refusal.
func (s *server) backToLogin(ctx context.Context, err error) elsewhere {
	code := oidcFailed
	f, known := fault.From(err)
	if known = known && slices.Contains(loginRefusals, f.Code); known {
		code = f.Code
	}
	if !known || f.Cause != nil {
		s.Log.ErrorContext(ctx, "not let in by the organisation's login", "code", code, "err", err)
	}
	return elsewhere{
		"/login?" + url.Values{"refused": {code}}.Encode(), []*http.Cookie{errandOf("", -1, calling(ctx).secure)},
	}
}

func errandOf(text string, age int, secure bool) *http.Cookie {
	return &http.Cookie{
		Name: errandCookie, Value: text, Path: "/api/v1/oidc/", HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: secure,
		MaxAge: age,
	}
}
