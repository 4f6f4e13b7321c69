package web

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

// patterns name what is asked for in logs and metrics, by Gin's path: as the contract does, never as a client did.
type patterns map[string]string

func newPatterns(k *contract) patterns {
	p := patterns{}
	for _, o := range k.operations {
		p[ginPath(o.route.Path)] = o.route.Path
	}
	return p
}

// route is the pattern that a request has matched.
func (p patterns) route(c *gin.Context) string {
	if pattern, ok := p[c.FullPath()]; ok {
		return pattern
	}
	if isAPI(c.Request) {
		return "unknown"
	}
	return "frontend"
}

// method is that of a request, unless a client has made one up.
func method(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return r.Method
	default:
		return "unknown"
	}
}

// requestLog writes a line for each request, and nothing that anybody wrote.
func requestLog(log *slog.Logger, now func() time.Time, p patterns) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !log.Enabled(c, slog.LevelDebug) {
			return
		}
		begun := now()
		c.Next()
		log.DebugContext(c, "request", "method", method(c.Request), "route", p.route(c),
			"status", c.Writer.Status(), "ms", float64(now().Sub(begun).Microseconds())/1000)
	}
}
