//go:build bench

package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
)

// product starts `casebook serve`, as it ships, over a database.
func product(ctx context.Context, o options, address string) (*process, error) {
	program, err := built(ctx, o)
	if err != nil {
		return nil, err
	}
	args := []string{"serve", "--addr", "127.0.0.1:0", "--database", address}
	p := &process{}
	if o.profile != "" {
		if p.profiles, err = freePort(ctx); err != nil {
			return nil, err
		}
		args = append(args, "--metrics", p.profiles)
	}
	p.cmd = exec.CommandContext(ctx, program, args...)
	log, err := os.OpenFile(filepath.Join(o.data, "casebook.log"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, err
	}
	p.cmd.Stderr = log
	p.end = func() error { return errors.Join(p.cmd.Process.Signal(syscall.SIGTERM), log.Close()) }
	line, err := p.begin()
	if err != nil {
		said, _ := os.ReadFile(log.Name())
		return nil, fmt.Errorf("%w\n%s", err, said)
	}
	page := regexp.MustCompile("http://([^/]+)/").FindStringSubmatch(line)
	if page == nil {
		return nil, fmt.Errorf("casebook serve says %q", line)
	}
	p.addr = page[1]
	return p, nil
}

// built builds the program where that has not been done yet.
func built(ctx context.Context, o options) (string, error) {
	program := filepath.Join(o.data, "casebook")
	if _, err := os.Stat(program); err == nil {
		return program, nil
	}
	build := exec.CommandContext(ctx, "go", "build", "-o", program, "./cmd/casebook")
	build.Stdout, build.Stderr = os.Stderr, os.Stderr
	return program, build.Run()
}

// freePort finds an address that nobody listens on.
func freePort(ctx context.Context) (string, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}
