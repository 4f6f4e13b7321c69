package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"casebook/internal/fault"
)

// listenInside claims an address on which the program shows its inside. It has to be this machine's own.
func listenInside(ctx context.Context, addr string) (net.Listener, error) {
	if host, _, err := net.SplitHostPort(addr); err == nil && !isHere(host) {
		return nil, badArguments(fault.Text{
			FR: "--metrics montre l’intérieur du programme et n’écoute que sur cette machine ; « %s » n’en est pas une adresse. Écrivez par exemple --metrics 127.0.0.1:9090.",
			EN: "--metrics shows the inside of the program and listens on this machine only; “%s” is not an address of it. Write --metrics 127.0.0.1:9090, for example.",
		}, addr)
	}
	return listen(ctx, "--metrics", addr)
}

// isHere reports whether a host is this machine and can be reached from nowhere else.
func isHere(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// showInside serves what there is to measure, and profiles, until the listener is closed. Not how the program was
// called, for an address of a database may hold a password.
func showInside(ctx context.Context, l net.Listener, measured *prometheus.Registry, log *slog.Logger) {
	errs := slog.NewLogLogger(log.Handler(), slog.LevelWarn)
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(measured, promhttp.HandlerOpts{ErrorLog: errs}))
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	server := &http.Server{
		Handler: fromHere(mux), ErrorLog: errs,
		ReadHeaderTimeout: 5 * time.Second, IdleTimeout: 60 * time.Second, MaxHeaderBytes: 16 << 10,
	}
	if err := server.Serve(l); !errors.Is(err, net.ErrClosed) {
		log.ErrorContext(ctx, "metrics not served", "err", err)
	}
}

// fromHere refuses requests under another name than this machine's own: a page from elsewhere, open in a browser here,
// can have its name lead here.
func fromHere(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		if !isHere(host) {
			http.Error(w, "Misdirected request", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}
