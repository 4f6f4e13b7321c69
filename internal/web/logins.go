package web

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// loginCookie carries a login's token.
const loginCookie = "casebook_session"

// loginKey is where a login keeps the id of its account.
const loginKey = "account"

// logins keeps who is signed in behind a cookie. A request that only reads never writes to the store: a login ends
// so long after it was opened or last asked for, not after it was last used.
type logins struct {
	plain, overTLS *scs.SessionManager // alike, but for the cookie's Secure
}

func newLogins(store scs.CtxStore, p problems) logins {
	m := scs.New()
	m.Store = store
	m.HashTokenInStore = true
	m.Codec = loginCodec{}
	m.Lifetime = account.LoginLifetime
	m.Cookie.Name = loginCookie
	m.Cookie.HttpOnly = true
	m.Cookie.SameSite = http.SameSiteLaxMode
	m.Cookie.Path = "/"
	m.Cookie.Persist = true
	m.ErrorFunc = func(w http.ResponseWriter, r *http.Request, err error) { p.write(w, r, err) }
	secure := *m
	secure.Cookie.Secure = true
	return logins{m, &secure}
}

// around reads and keeps the login of every request to the API. The frontend's files have none.
func (l logins) around(next http.Handler) http.Handler {
	plain, overTLS := l.plain.LoadAndSave(next), l.overTLS.LoadAndSave(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !isAPI(r):
			next.ServeHTTP(w, r)
		case byTLS(r):
			overTLS.ServeHTTP(w, r)
		default:
			plain.ServeHTTP(w, r)
		}
	})
}

// open signs somebody in, under a token of its own.
func (l logins) open(ctx context.Context, a account.Account) error {
	if err := l.plain.RenewToken(ctx); err != nil {
		return err
	}
	l.plain.Put(ctx, loginKey, a.ID.String())
	return nil
}

// prolong counts the login's lifetime from now, at most once a day.
func (l logins) prolong(ctx context.Context, now time.Time) {
	if until := now.Add(account.LoginLifetime); until.Sub(l.expires(ctx)) > 24*time.Hour {
		l.plain.SetDeadline(ctx, until.UTC())
	}
}

// expires is when the login of a request ends.
func (l logins) expires(ctx context.Context) time.Time { return l.plain.Deadline(ctx).UTC() }

// signCookie tells the frontend, which cannot read the login's cookie, that there is one: a page of somebody who has
// none need not ask for what is theirs.
const signCookie = "casebook_signed_in"

// leaveSign sets the sign where it is missing, for as long as the login lasts.
func (l logins) leaveSign(c *gin.Context, now time.Time) {
	if _, err := c.Request.Cookie(signCookie); err == nil {
		return
	}
	http.SetCookie(c.Writer, &http.Cookie{
		Name: signCookie, Value: "1", Path: "/", SameSite: http.SameSiteLaxMode, Secure: byTLS(c.Request),
		MaxAge: int(l.expires(c.Request.Context()).Sub(now).Seconds()),
	})
}

// isAPI reports whether a request is for the API, rather than for the frontend.
func isAPI(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/api"
}

// byTLS reports whether the browser's request came by TLS, to here or to a proxy before. Whoever forges the header
// only makes their own cookie stricter.
func byTLS(r *http.Request) bool {
	return r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"
}

type accountKey struct{}

// signIn finds the account behind the login, if there is one.
func (s *server) signIn(p problems) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !isAPI(c.Request) {
			return
		}
		ctx := c.Request.Context()
		id, err := uuid.Parse(s.logins.plain.GetString(ctx, loginKey))
		if err != nil {
			return
		}
		a, err := s.Accounts.Find(ctx, id)
		switch {
		case fault.Is(err, fault.NotFound): // an account that is gone
		case err != nil:
			p.answer(c, err)
		default:
			s.logins.leaveSign(c, s.Now())
			c.Request = c.Request.WithContext(context.WithValue(ctx, accountKey{}, a))
		}
	}
}

// signedIn returns who is signed in.
func signedIn(ctx context.Context) (account.Account, error) {
	a, ok := ctx.Value(accountKey{}).(account.Account)
	if !ok {
		return a, account.SignInFirst()
	}
	return a, nil
}
