package web

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
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
	kept           scs.CtxStore
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
	return logins{m, &secure, store}
}

// around lets the session manager keep the logins of requests that may change one. Of others the login is only read, by
// whose.
func (l logins) around(next http.Handler) http.Handler {
	plain, overTLS := l.plain.LoadAndSave(next), l.overTLS.LoadAndSave(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !changesLogin(r):
			next.ServeHTTP(w, r)
		case byTLS(r):
			overTLS.ServeHTTP(w, r)
		default:
			plain.ServeHTTP(w, r)
		}
	})
}

// changesLogin reports whether a request may open, prolong or end a login.
func changesLogin(r *http.Request) bool { return r.URL.Path == "/api/v1/guests" }

// login is one that is valid: whose it is, and when it ends.
type login struct {
	account uuid.UUID
	ends    time.Time
}

// whose finds the login of a request; false when there is none.
func (l logins) whose(r *http.Request, now time.Time) (login, bool, error) {
	if changesLogin(r) {
		id, err := uuid.Parse(l.plain.GetString(r.Context(), loginKey))
		return login{id, l.plain.Deadline(r.Context()).UTC()}, err == nil, nil
	}
	token := ""
	if cookie, err := r.Cookie(loginCookie); err == nil {
		token = cookie.Value
	}
	if token == "" {
		return login{}, false, nil
	}
	data, found, err := l.kept.FindCtx(r.Context(), hashed(token))
	if err != nil || !found {
		return login{}, false, err
	}
	ends, values, err := l.plain.Codec.Decode(data)
	if err != nil || !ends.After(now) {
		return login{}, false, err
	}
	text, _ := values[loginKey].(string)
	id, err := uuid.Parse(text)
	return login{id, ends}, err == nil, nil
}

// hashed is a token as the session manager keeps it.
func hashed(token string) string {
	sum := sha256.Sum256([]byte(token))
	return base64.RawURLEncoding.EncodeToString(sum[:])
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
func leaveSign(c *gin.Context, ends, now time.Time) {
	if _, err := c.Request.Cookie(signCookie); err == nil {
		return
	}
	http.SetCookie(c.Writer, &http.Cookie{
		Name: signCookie, Value: "1", Path: "/", SameSite: http.SameSiteLaxMode, Secure: byTLS(c.Request),
		MaxAge: int(ends.Sub(now).Seconds()),
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

// visit is a request of somebody who is signed in.
type visit struct {
	by   account.Account
	ends time.Time // of their login
}

type visitKey struct{}

// signIn finds the account behind the login, if there is one.
func (s *server) signIn(p problems) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !isAPI(c.Request) {
			return
		}
		c.Writer.Header()["Vary"] = varyByCookie
		ctx := c.Request.Context()
		l, found, err := s.logins.whose(c.Request, s.Now())
		var a account.Account
		if found && err == nil {
			a, err = s.Accounts.Find(ctx, l.account)
		}
		switch {
		case fault.Is(err, fault.NotFound): // an account that is gone
		case err != nil:
			p.answer(c, err)
		case found:
			leaveSign(c, l.ends, s.Now())
			c.Request = c.Request.WithContext(context.WithValue(ctx, visitKey{}, visit{a, l.ends}))
		}
	}
}

// varyByCookie is shared by all answers: nobody may write to it.
var varyByCookie = []string{"Cookie"}

// signedIn returns who is signed in.
func signedIn(ctx context.Context) (account.Account, error) {
	v, ok := ctx.Value(visitKey{}).(visit)
	if !ok {
		return account.Account{}, account.SignInFirst()
	}
	return v.by, nil
}
