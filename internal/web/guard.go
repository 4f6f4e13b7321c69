package web

import (
	"fmt"
	"maps"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/gin-gonic/gin"
)

// policy is what the page may load: itself, and nothing from elsewhere.
var policy = strings.Join([]string{
	"default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
	"worker-src 'self'", "manifest-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
	"object-src 'none'",
}, "; ")

// secure are headers of every answer. All answers share the values: nobody may write to them.
var secure = http.Header{
	"Content-Security-Policy":      {policy},
	"X-Content-Type-Options":       {"nosniff"},
	"Cross-Origin-Opener-Policy":   {"same-origin"},
	"Cross-Origin-Resource-Policy": {"same-origin"},
	"Referrer-Policy":              {"same-origin"},
}

func securityHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		maps.Copy(h, secure)
		if byTLS(r) {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

// sameOrigin refuses what another site makes a browser send, unless it only reads.
func sameOrigin(p problems, next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.write(w, r, crossOrigin())
	}))
	return protection.Handler(next)
}

// noStore keeps answers about a person out of every cache.
func noStore(c *gin.Context) { c.Header("Cache-Control", "no-store") }

// recover turns a panic into a problem, or breaks the answer off when it has begun.
func (p problems) recover(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := &begun{ResponseWriter: w}
		defer func() {
			switch v := recover(); v {
			case nil:
			case http.ErrAbortHandler:
				panic(v)
			default:
				p.log.ErrorContext(r.Context(), "panic", "method", r.Method, "cause", fmt.Sprint(v), "stack", string(debug.Stack()))
				if begun.yes {
					panic(http.ErrAbortHandler)
				}
				p.write(w, r, failed())
			}
		}()
		next.ServeHTTP(begun, r)
	})
}

// begun notes whether an answer has begun.
type begun struct {
	http.ResponseWriter
	yes bool
}

func (b *begun) WriteHeader(status int) {
	b.yes = true
	b.ResponseWriter.WriteHeader(status)
}

func (b *begun) Write(data []byte) (int, error) {
	b.yes = true
	return b.ResponseWriter.Write(data)
}

func (b *begun) Unwrap() http.ResponseWriter { return b.ResponseWriter }
