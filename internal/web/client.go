package web

import (
	"context"
	"net/http"
	"net/netip"
	"strings"

	"github.com/gin-gonic/gin"

	"casebook/api"
)

// clientKey is where the context of an operation that counts by client holds where its request comes from.
type clientKey struct{}

// located tells the operations that count by client where a request comes from. The others need not know.
func (s *server) located(handle api.StrictHandlerFunc, operation string) api.StrictHandlerFunc {
	if operation != "CreateGuest" {
		return handle
	}
	return func(c *gin.Context, request any) (any, error) {
		from := clientOf(c.Request, s.BehindProxy)
		c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), clientKey{}, from))
		return handle(c, request)
	}
}

// from is the network that the request of a located operation comes from.
func from(ctx context.Context) string {
	network, _ := ctx.Value(clientKey{}).(string)
	return network
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
