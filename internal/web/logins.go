package web

import (
	"context"
	"math"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/account"
	"casebook/internal/fault"
)

// loginCookie carries a login's token.
const loginCookie = "casebook_session"

// signCookie tells the frontend, which cannot read the login's cookie, that there is one, and whose: a page of somebody
// who has none need not ask for what is theirs, and what a device keeps of one person is not shown to the next.
const signCookie = "casebook_signed_in"

// browserCookie tells a browser from which somebody has come in before: see account.Visitor. It outlasts the login.
const browserCookie = "casebook_browser"

func known(browser string, age time.Duration, secure bool) *http.Cookie {
	return &http.Cookie{
		Name: browserCookie, Value: browser, Path: "/api/v1/", HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: secure,
		MaxAge: int(age.Seconds()),
	}
}

// cookieOf is what a cookie of a request holds; empty without one.
func cookieOf(r *http.Request, name string) string {
	cookie, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	return cookie.Value
}

// cookies carry an account's login to a browser.
func cookies(token string, of uuid.UUID, ends, now time.Time, secure bool) []*http.Cookie {
	age := max(int(math.Ceil(ends.Sub(now).Seconds())), -1)
	return []*http.Cookie{
		{
			Name: loginCookie, Value: token, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: secure,
			MaxAge: age, Expires: ends,
		},
		sign(of, age, secure),
	}
}

// noCookies take an ended login away from a browser.
func noCookies(now time.Time, secure bool) []*http.Cookie {
	return cookies("", uuid.Nil, now.Add(-time.Second), now, secure)
}

func sign(of uuid.UUID, age int, secure bool) *http.Cookie {
	return &http.Cookie{Name: signCookie, Value: of.String(), Path: "/", SameSite: http.SameSiteLaxMode, Secure: secure, MaxAge: age}
}

// leaveSign sets the sign where it is missing or of somebody else, for as long as the login lasts.
func leaveSign(c *gin.Context, of uuid.UUID, ends, now time.Time) {
	if told, err := uuid.Parse(cookieOf(c.Request, signCookie)); err == nil && told == of {
		return
	}
	http.SetCookie(c.Writer, sign(of, int(ends.Sub(now).Seconds()), byTLS(c.Request)))
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
	by    account.Account
	login account.Login
}

type visitKey struct{}

// signIn finds the account behind the login, if there is one. A request that only reads never writes to the store: a
// login ends so long after it was opened or last asked for, not after it was last used.
func (s *server) signIn(p problems) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !isAPI(c.Request) {
			return
		}
		c.Writer.Header()["Vary"] = varyByCookie
		token := cookieOf(c.Request, loginCookie)
		if token == "" {
			return
		}
		ctx := c.Request.Context()
		l, found, err := s.Accounts.Login(ctx, token)
		var a account.Account
		if found && err == nil {
			a, err = s.Accounts.Find(ctx, l.Account)
		}
		switch {
		case fault.Is(err, fault.NotFound), fault.Is(err, fault.Unauthorized): // an account that is gone, or closed
		case err != nil:
			p.answer(c, err)
		case found:
			if !entering[c.Request.URL.Path] {
				leaveSign(c, a.ID, l.EndsAt, s.Now())
			}
			c.Request = c.Request.WithContext(context.WithValue(ctx, visitKey{}, visit{a, l}))
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

// entered is somebody's account, with the login that a request has opened, prolonged or left as it was.
type entered struct {
	status  int
	account api.Account
	cookies []*http.Cookie
}

func (e entered) send(w http.ResponseWriter) error {
	for _, c := range e.cookies {
		http.SetCookie(w, c)
	}
	return send(w, e.status, &e.account)
}

func (e entered) VisitCreateGuestResponse(w http.ResponseWriter) error    { return e.send(w) }
func (e entered) VisitLogInResponse(w http.ResponseWriter) error          { return e.send(w) }
func (e entered) VisitUseLinkResponse(w http.ResponseWriter) error        { return e.send(w) }
func (e entered) VisitChangePasswordResponse(w http.ResponseWriter) error { return e.send(w) }

// left is the answer to whoever has logged out.
type left struct{ cookies []*http.Cookie }

func (l left) VisitLogOutResponse(w http.ResponseWriter) error {
	for _, c := range l.cookies {
		http.SetCookie(w, c)
	}
	return send(w, http.StatusOK, api.Noted{Done: true})
}
