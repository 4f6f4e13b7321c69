package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"

	"casebook/internal/fault"
)

// stopTime is how long requests under way may take once the server is asked to stop: longer than any may take.
const stopTime = 50 * time.Second

// listen claims the address.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, badArguments(fault.Text{
			FR: "« %s » n’est pas une adresse. Écrivez hôte:port, par exemple --addr 127.0.0.1:8080.",
			EN: "“%s” is not an address. Write host:port, such as --addr 127.0.0.1:8080.",
		}, addr)
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fault.New(fault.Conflict, "port_in_use", fault.Text{
			FR: "Le port %[1]s est déjà pris, peut-être par un autre Casebook. Choisissez-en un autre : casebook serve --addr %[2]s",
			EN: "Port %[1]s is taken already, perhaps by another Casebook. Choose another: casebook serve --addr %[2]s",
		}, port, net.JoinHostPort(host, another(port)))
	case errors.Is(err, syscall.EACCES):
		return nil, fault.New(fault.Invalid, "port_refused", fault.Text{
			FR: "Ce compte n’a pas le droit d’écouter sur le port %[1]s. Choisissez-en un au-dessus de 1023 : casebook serve --addr %[2]s",
			EN: "This user may not listen on port %[1]s. Choose one above 1023: casebook serve --addr %[2]s",
		}, port, net.JoinHostPort(host, "8080"))
	default:
		return nil, fault.New(fault.Invalid, "bad_address", fault.Text{
			FR: "Impossible d’écouter sur « %s ». Essayez --addr 127.0.0.1:8080.",
			EN: "Cannot listen on “%s”. Try --addr 127.0.0.1:8080.",
		}, addr).Because(err)
	}
}

// another suggests the next port.
func another(port string) string {
	n, err := strconv.Atoi(port)
	if err != nil || n < 1 || n >= 65535 {
		return "8081"
	}
	return strconv.Itoa(n + 1)
}

// answer serves until ctx ends, then answers every request that was accepted, and stops.
func answer(ctx context.Context, w *world, l net.Listener, handler http.Handler, log *slog.Logger) error {
	server := &http.Server{
		Handler:           handler,
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
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	return server.Shutdown(patience)
}
