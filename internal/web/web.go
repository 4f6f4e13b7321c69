// Package web answers HTTP: the contract's operations, problems where they are refused, and the frontend's files.
package web

import (
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gin-gonic/gin/binding"

	"casebook/api"
	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/comment"
	"casebook/internal/demo"
	"casebook/internal/export"
	"casebook/internal/library"
	"casebook/internal/oidc"
	"casebook/internal/personal"
	"casebook/internal/report"
)

// Services is what web speaks for.
type Services struct {
	Accounts *account.Service
	Library  *library.Service
	Desk     *library.Desk
	Attempts *attempt.Service
	Cohorts  *cohort.Service
	Comments *comment.Service
	Reports  *report.Reader
	Personal *personal.Service
	Demo     *demo.Service
	Exports  *export.Service
	Ready    func(context.Context) error // whether requests are welcome; a fault of kind Unavailable is told as it is
	Frontend fs.FS                       // the built frontend, with index.html at its root
	Log      *slog.Logger
	Now      func() time.Time
	Version  string

	Provider *oidc.Provider // the organisation's own login; nil when there is none

	Metrics     *Metrics // nil measures nothing
	BehindProxy bool     // X-Forwarded-For is a proxy's word, not the client's
}

func init() {
	gin.SetMode(gin.ReleaseMode) // or Gin writes to stdout
	binding.Validator = nil      // the contract has been checked already
}

// server implements the contract's operations, a file for each of its tags.
type server struct{ Services }

// New makes the handler for everything that Casebook answers.
func New(s Services) (http.Handler, error) {
	contract, err := readContract()
	if err != nil {
		return nil, err
	}
	pages, err := newPages(s.Frontend)
	if err != nil {
		return nil, err
	}
	p := problems{s.Log}
	srv := &server{s}
	doors := newDoors(s.Log, s.Now)

	g := gin.New()
	g.ContextWithFallback = true // a handler's context ends with its request
	g.HandleMethodNotAllowed = true
	g.RedirectTrailingSlash = false
	if err := g.SetTrustedProxies(nil); err != nil {
		return nil, err
	}
	patterns := newPatterns(contract)
	g.Use(requestLog(s.Log, s.Now, patterns))
	if s.Metrics != nil {
		s.Metrics.watch(patterns, doors)
		g.Use(s.Metrics.measure(s.Now))
	}
	g.NoMethod(func(c *gin.Context) { p.answer(c, methodNotAllowed()) })
	g.NoRoute(func(c *gin.Context) {
		if isAPI(c.Request) {
			p.answer(c, nothingHere())
			return
		}
		if err := pages.serve(c.Writer, c.Request); err != nil {
			p.answer(c, err)
		}
	})
	operations := g.Group("", noStore, srv.signIn(p), contract.check(p))
	api.RegisterHandlersWithOptions(operations, api.NewStrictHandlerWithOptions(srv, []api.StrictMiddlewareFunc{apart, srv.located}, api.StrictGinServerOptions{
		RequestErrorHandlerFunc:  func(c *gin.Context, err error) { p.answer(c, unreadable().Because(err)) },
		HandlerErrorFunc:         p.answer,
		ResponseErrorHandlerFunc: p.answer,
	}), api.GinServerOptions{
		ErrorHandler: func(c *gin.Context, err error, _ int) { p.answer(c, unreadable().Because(err)) },
	})
	return p.recover(securityHeaders(sameOrigin(p, doors.around(p, g)))), nil
}

// apart hands the handler a copy of Gin's context. Gin uses the context itself again for the next request, while a
// database's driver may still be watching for the end of this one.
func apart(handle api.StrictHandlerFunc, _ string) api.StrictHandlerFunc {
	return func(c *gin.Context, request any) (any, error) { return handle(c.Copy(), request) }
}
