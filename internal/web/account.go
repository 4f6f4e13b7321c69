package web

import (
	"context"
	"time"

	"casebook/api"
	"casebook/internal/account"
)

// CreateGuest opens an account and signs it in; somebody who is signed in keeps theirs.
func (s *server) CreateGuest(ctx context.Context, _ api.CreateGuestRequestObject) (api.CreateGuestResponseObject, error) {
	if by, err := signedIn(ctx); err == nil {
		s.logins.prolong(ctx, s.Now())
		return api.CreateGuest200JSONResponse{AccountJSONResponse: api.AccountJSONResponse(s.account(ctx, by))}, nil
	}
	a, err := s.Accounts.OpenGuest(ctx, from(ctx))
	if err != nil {
		return nil, err
	}
	if err := s.logins.open(ctx, a); err != nil {
		return nil, err
	}
	return api.CreateGuest201JSONResponse(s.account(ctx, a)), nil
}

// GetMe tells who is signed in.
func (s *server) GetMe(ctx context.Context, _ api.GetMeRequestObject) (api.GetMeResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	v, _ := ctx.Value(visitKey{}).(visit)
	return api.GetMe200JSONResponse{AccountJSONResponse: api.AccountJSONResponse(toAccount(by, v.ends))}, nil
}

// account is somebody whose login may have changed in this request.
func (s *server) account(ctx context.Context, a account.Account) api.Account {
	return toAccount(a, s.logins.expires(ctx))
}

func toAccount(a account.Account, expires time.Time) api.Account {
	return api.Account{ID: a.ID, Kind: api.AccountKind(a.Kind), ExpiresAt: &expires}
}
