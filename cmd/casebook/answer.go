package main

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"casebook/internal/fault"
)

const (
	// farewell is how long clients that talk have to hear that their connection ends.
	farewell = 250 * time.Millisecond
	// stopTime is how long requests under way may take once the server stops: longer than any may take.
	stopTime = 50 * time.Second
)

// answer serves until ctx ends, and on for as long as drain says, for balancers to notice. Then it takes no more
// connections, takes its leave of those who have one, answers every request that was accepted, and stops. It says setup,
// the link for the first admin, beside its own address, unless there is one.
func answer(ctx context.Context, w *world, l net.Listener, handler http.Handler, setup string, drain time.Duration, log *slog.Logger) error {
	var leaving atomic.Bool
	server := &http.Server{
		Handler:           parting(&leaving, handler),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	w.say(w.stdout, fault.Text{
		FR: "Casebook est prêt. Ouvrez %s (Ctrl+C pour arrêter).",
		EN: "Casebook is ready. Open %s (Ctrl+C to stop).",
	}, address(l))
	if setup != "" {
		w.say(w.stdout, fault.Text{
			FR: "Il n’y a pas encore d’administrateur. Ce lien, à usage unique, vaut 24 h : %s",
			EN: "There is no admin yet. This link works once, within 24 hours: %s",
		}, setup)
	}
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	time.Sleep(drain)
	leaving.Store(true)
	if err := l.Close(); err != nil {
		log.ErrorContext(ctx, "listener not closed", "err", err)
	}
	time.Sleep(farewell)
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	return server.Shutdown(patience)
}

// parting tells clients, with the answer to each request, that their connection ends with it. A connection that is
// closed without a word may lose the request that is just being sent.
func parting(leaving *atomic.Bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if leaving.Load() {
			w.Header().Set("Connection", "close")
		}
		next.ServeHTTP(w, r)
	})
}
