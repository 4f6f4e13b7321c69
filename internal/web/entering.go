package web

import (
	"context"
	"net/http"

	"casebook/api"
	"casebook/internal/account"
)

// LogIn lets in whoever knows a password.
func (s *server) LogIn(ctx context.Context, r api.LogInRequestObject) (api.LogInResponseObject, error) {
	e, err := s.Accounts.LogIn(ctx, visitor(ctx), r.Body.Email, r.Body.Password)
	if err != nil {
		return nil, err
	}
	return s.entered(ctx, http.StatusOK, e)
}

// LogOut ends the login of the request.
func (s *server) LogOut(ctx context.Context, _ api.LogOutRequestObject) (api.LogOutResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.Accounts.EndLogin(ctx, by, loginOf(ctx).ID); err != nil {
		return nil, err
	}
	return left{noCookies(s.Now(), calling(ctx).secure)}, nil
}

// ListLogins lists where somebody is logged in.
func (s *server) ListLogins(ctx context.Context, _ api.ListLoginsRequestObject) (api.ListLoginsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.Accounts.Logins(ctx, by)
	if err != nil {
		return nil, err
	}
	this := loginOf(ctx).ID
	return api.ListLogins200JSONResponse{Logins: each(list, func(l account.Login) api.Login {
		return api.Login{
			ID: l.ID, Device: l.Device, Way: api.LoginWay(l.Way), OpenedAt: l.OpenedAt, EndsAt: l.EndsAt, Current: l.ID == this,
		}
	})}, nil
}

// EndLogin ends one login.
func (s *server) EndLogin(ctx context.Context, r api.EndLoginRequestObject) (api.EndLoginResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.Accounts.EndLogin(ctx, by, r.ID); err != nil {
		return nil, err
	}
	return api.EndLogin200JSONResponse{NotedJSONResponse: noted}, nil
}

// EndOtherLogins ends all logins but this one.
func (s *server) EndOtherLogins(ctx context.Context, _ api.EndOtherLoginsRequestObject) (api.EndOtherLoginsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.Accounts.EndOtherLogins(ctx, by, loginOf(ctx).ID); err != nil {
		return nil, err
	}
	return api.EndOtherLogins200JSONResponse{NotedJSONResponse: noted}, nil
}

// ForgetPassword asks for a link to set a new one.
func (s *server) ForgetPassword(ctx context.Context, r api.ForgetPasswordRequestObject) (api.ForgetPasswordResponseObject, error) {
	if err := s.Accounts.Forget(ctx, visitor(ctx), r.Body.Email); err != nil {
		return nil, err
	}
	return api.ForgetPassword202JSONResponse{NotedJSONResponse: noted}, nil
}

// ViewLink tells what a link is for.
func (s *server) ViewLink(ctx context.Context, r api.ViewLinkRequestObject) (api.ViewLinkResponseObject, error) {
	l, err := s.Accounts.ViewLink(ctx, visitor(ctx), r.Body.Token)
	if err != nil {
		return nil, err
	}
	return api.ViewLink200JSONResponse{Kind: api.LinkKind(l.Kind), Name: l.Name, Email: l.Email, ExpiresAt: l.ExpiresAt}, nil
}

// UseLink sets a password, and lets its holder in.
func (s *server) UseLink(ctx context.Context, r api.UseLinkRequestObject) (api.UseLinkResponseObject, error) {
	e, err := s.Accounts.UseLink(ctx, visitor(ctx), r.Body.Token, account.Particulars{
		Name: or(r.Body.Name), Email: or(r.Body.Email), Lang: string(or(r.Body.Lang)), Password: r.Body.Password,
	})
	if err != nil {
		return nil, err
	}
	return s.entered(ctx, http.StatusOK, e)
}
