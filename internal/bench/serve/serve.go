//go:build bench

// Package serve holds the servers that the product is compared with, itself without storage among them. Each runs as a
// process of its own.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"runtime/debug"
	"time"
)

// made is a server's handler, and how it lets go of what it holds.
type made struct {
	handler http.Handler
	close   func() error
}

// servers makes each of them from where it keeps what it keeps.
var servers = map[string]func(ctx context.Context, at string) (made, error){
	"gin":   hello,
	"naive": naive,
	"tuned": tuned,
	"stub":  stub,
}

// Run serves under a name until stdin ends, so that no server outlives the benchmark. It first prints where it
// listens, and where its profiles are.
func Run(ctx context.Context, name, at string) (err error) {
	s, known := servers[name]
	if !known {
		return fmt.Errorf("there is no server %q", name)
	}
	debug.SetGCPercent(400) // as the product does
	m, err := s(ctx, at)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, m.close()) }()
	front, err := listen(ctx, m.handler)
	if err != nil {
		return err
	}
	profiles := http.NewServeMux()
	profiles.HandleFunc("/debug/pprof/profile", pprof.Profile)
	back, err := listen(ctx, profiles)
	if err != nil {
		return err
	}
	if _, err := fmt.Println(front.Addr, back.Addr); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, os.Stdin)
	return errors.Join(err, front.Shutdown(ctx), back.Close())
}

// listen serves with the limits of the product.
func listen(ctx context.Context, h http.Handler) (*http.Server, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &http.Server{
		Addr: l.Addr().String(), Handler: h,
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second,
		WriteTimeout: 30 * time.Second, IdleTimeout: 60 * time.Second, MaxHeaderBytes: 16 << 10,
	}
	go func() {
		if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			fmt.Fprintln(os.Stderr, err)
		}
	}()
	return s, nil
}

func nothing() error { return nil }

// now is the clock of the product.
func now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }
