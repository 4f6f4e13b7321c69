package web

import (
	"context"
	"net/http"
	"net/netip"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/account"
)

// callerKey is where the context of an operation that lets people in holds who calls.
type callerKey struct{}

// caller is a request, as far as those operations need to know it.
type caller struct {
	network string // see clientOf
	agent   string
	token   string // of the login that they have
	secure  bool   // whether it came by TLS
	errand  string // what has to come back from the provider
	browser string // see account.Visitor
}

// located tells the operations that let people in where a request comes from. The others need not know.
func (s *server) located(handle api.StrictHandlerFunc, operation string) api.StrictHandlerFunc {
	if !locating[operation] {
		return handle
	}
	return func(c *gin.Context, request any) (any, error) {
		r := c.Request
		by := caller{clientOf(r, s.BehindProxy), r.UserAgent(), cookieOf(r, loginCookie), byTLS(r), cookieOf(r, errandCookie), cookieOf(r, browserCookie)}
		c.Request = r.WithContext(context.WithValue(r.Context(), callerKey{}, by))
		return handle(c, request)
	}
}

var locating = map[string]bool{
	"CreateGuest": true, "LogIn": true, "LogOut": true, "ViewLink": true, "UseLink": true, "ForgetPassword": true,
	"ClaimAttempts": true, "ChangePassword": true, "BeginOIDC": true, "EndOIDC": true, "EndLogin": true, "EraseMe": true,
	"LookAtInvitation": true, "Join": true,
}

// calling is who calls a located operation.
func calling(ctx context.Context) caller {
	by, _ := ctx.Value(callerKey{}).(caller)
	return by
}

// visitor is whoever calls a located operation, for the accounts.
func visitor(ctx context.Context) account.Visitor {
	by := calling(ctx)
	v, _ := ctx.Value(visitKey{}).(visit)
	who := account.Visitor{From: by.network, Device: deviceOf(by.agent), By: v.by, Browser: by.browser}
	if v.login.ID != uuid.Nil {
		who.Digest = account.DigestOf(by.token)
	}
	return who
}

// clientOf names the network that a request comes from: an IPv4 address, or the first half of an IPv6 address, all of
// which one client has for its own. Only behind a proxy is X-Forwarded-For believed, and of it only the last address,
// which the proxy has written: the others are whatever the client likes. It is empty for this machine itself: that is
// somebody who tries things out, or a proxy nobody has told us of, behind which everybody would share one address.
func clientOf(r *http.Request, behindProxy bool) string {
	peer, _ := netip.ParseAddrPort(r.RemoteAddr)
	address := peer.Addr()
	if lines := r.Header.Values("X-Forwarded-For"); behindProxy && len(lines) > 0 {
		last := lines[len(lines)-1]
		last = strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])
		if said, err := netip.ParseAddr(last); err == nil {
			address = said
		}
	}
	address = address.Unmap().WithZone("")
	if address.IsLoopback() {
		return ""
	}
	if network, err := address.Prefix(64); err == nil && address.Is6() {
		return network.String()
	}
	return address.String()
}
