package web

import (
	"context"
	"net/http"

	"casebook/api"
	"casebook/internal/account"
)

// CreateGuest opens an account and signs it in; somebody who is signed in keeps theirs.
func (s *server) CreateGuest(ctx context.Context, _ api.CreateGuestRequestObject) (api.CreateGuestResponseObject, error) {
	v := visitor(ctx)
	if v.Digest != "" {
		return s.prolonged(ctx, v)
	}
	a, err := s.Accounts.OpenGuest(ctx, v.From)
	if err != nil {
		return nil, err
	}
	e, err := s.Accounts.Enter(ctx, v, a, account.ByGuest)
	if err != nil {
		return nil, err
	}
	return s.entered(ctx, http.StatusCreated, e)
}

func (s *server) prolonged(ctx context.Context, v account.Visitor) (api.CreateGuestResponseObject, error) {
	login, by := loginOf(ctx), calling(ctx)
	until, longer, err := s.Accounts.Prolong(ctx, v, login)
	if err != nil {
		return nil, err
	}
	login.EndsAt = until
	body, err := s.toAccount(ctx, v.By, login)
	e := entered{status: http.StatusOK, account: body}
	if longer {
		e.cookies = cookies(by.token, v.By.ID, until, s.Now(), by.secure)
	} else {
		e.cookies = []*http.Cookie{sign(v.By.ID, int(until.Sub(s.Now()).Seconds()), by.secure)}
	}
	return e, err
}

// entered answers whoever was let in.
func (s *server) entered(ctx context.Context, status int, e account.Entry) (entered, error) {
	body, err := s.toAccount(ctx, e.Account, e.Login)
	secure := calling(ctx).secure
	given := cookies(e.Token, e.Account.ID, e.Login.EndsAt, s.Now(), secure)
	if e.Browser != "" {
		given = append(given, known(e.Browser, account.BrowserTime, secure))
	}
	return entered{status, body, given}, err
}

// GetMe tells who is signed in.
func (s *server) GetMe(ctx context.Context, _ api.GetMeRequestObject) (api.GetMeResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	me, err := s.toAccount(ctx, by, loginOf(ctx))
	return api.GetMe200JSONResponse{AccountJSONResponse: api.AccountJSONResponse(me)}, err
}

// ChangeMe corrects a name, an address or a language.
func (s *server) ChangeMe(ctx context.Context, r api.ChangeMeRequestObject) (api.ChangeMeResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	login := loginOf(ctx)
	a, err := s.Accounts.Correct(ctx, by, login.ID, account.Particulars{
		Name: or(r.Body.Name), Email: or(r.Body.Email), Lang: string(or(r.Body.Lang)), Password: or(r.Body.Password),
	})
	if err != nil {
		return nil, err
	}
	me, err := s.toAccount(ctx, a, login)
	return api.ChangeMe200JSONResponse{AccountJSONResponse: api.AccountJSONResponse(me)}, err
}

// ChangePassword sets a new password and renews the login.
func (s *server) ChangePassword(ctx context.Context, r api.ChangePasswordRequestObject) (api.ChangePasswordResponseObject, error) {
	if _, err := signedIn(ctx); err != nil {
		return nil, err
	}
	e, err := s.Accounts.ChangePassword(ctx, visitor(ctx), loginOf(ctx), or(r.Body.Current), r.Body.Password)
	if err != nil {
		return nil, err
	}
	return s.entered(ctx, http.StatusOK, e)
}

// ClaimAttempts lets a guest ask for a link to keep what they have played.
func (s *server) ClaimAttempts(ctx context.Context, r api.ClaimAttemptsRequestObject) (api.ClaimAttemptsResponseObject, error) {
	if _, err := signedIn(ctx); err != nil {
		return nil, err
	}
	err := s.Accounts.KeepAttempts(ctx, visitor(ctx), account.Particulars{
		Name: r.Body.Name, Email: r.Body.Email, Lang: string(r.Body.Lang),
	})
	if err != nil {
		return nil, err
	}
	return api.ClaimAttempts202JSONResponse{NotedJSONResponse: noted}, nil
}

// GetWays tells how one can log in here.
func (s *server) GetWays(context.Context, api.GetWaysRequestObject) (api.GetWaysResponseObject, error) {
	ways := api.GetWays200JSONResponse{Mail: s.Accounts.Mails}
	if s.Provider != nil {
		label := s.Provider.Label()
		ways.Oidc = &label
	}
	return ways, nil
}

// noted is the answer where there is nothing to tell.
var noted = api.NotedJSONResponse{Done: true}

// loginOf is the login of whoever is signed in.
func loginOf(ctx context.Context) account.Login {
	v, _ := ctx.Value(visitKey{}).(visit)
	return v.login
}

// toAccount is somebody's own account, with what they are to cohorts.
func (s *server) toAccount(ctx context.Context, a account.Account, l account.Login) (api.Account, error) {
	posts, err := s.Accounts.Posts(ctx, a)
	return api.Account{
		ID: a.ID, Kind: api.AccountKind(a.Kind), Role: api.Role(a.Role), Name: said(a.Name), Email: said(a.Email),
		Lang: said(api.Lang(a.Lang)), Verified: !a.VerifiedAt.IsZero(), HasPassword: a.Password != "",
		Posts: each(posts, func(p account.Post) api.OwnPost {
			return api.OwnPost{Cohort: p.Cohort, Name: p.Name, Post: api.Post(p.Post)}
		}),
		ExpiresAt: &l.EndsAt,
	}, err
}
