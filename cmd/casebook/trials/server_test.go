//go:build trials

package trials

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// server is a running `casebook serve`, a process of its own.
type server struct {
	program   program
	args      []string
	addr, url string
	log       string
	cmd       *exec.Cmd
	ended     chan struct{} // closed when the process has
}

// serve starts a server and waits until it is ready.
func (p program) serve(t *testing.T, database string, args ...string) *server {
	t.Helper()
	s := p.placed(t, database, args...)
	s.again(t)
	return s
}

// placed is a server with an address of its own, not started yet.
func (p program) placed(t *testing.T, database string, args ...string) *server {
	t.Helper()
	addr := freeAddress(t)
	s := &server{
		program: p, addr: addr, url: "http://" + addr, log: filepath.Join(t.TempDir(), "log"),
		args: append([]string{"serve", "--addr", addr, "--database", database}, args...),
	}
	t.Cleanup(func() {
		s.kill()
		if t.Failed() {
			t.Logf("the server's last words:\n%s", s.lastWords())
		}
	})
	return s
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }() // the address was all that was wanted
	return l.Addr().String()
}

// again starts the server, for the first time or once more, and answers how long it took to be ready.
func (s *server) again(t *testing.T) time.Duration {
	t.Helper()
	begun := time.Now()
	s.launch(t)
	for !s.ready(t.Context()) {
		select {
		case <-s.ended:
			t.Fatalf("the server has ended:\n%s", s.lastWords())
		case <-time.After(2 * time.Millisecond):
		}
		if time.Since(begun) > 30*time.Second {
			t.Fatal("the server does not get ready")
		}
	}
	return time.Since(begun)
}

// launch starts the process and does not wait for it.
func (s *server) launch(t *testing.T) {
	t.Helper()
	log, err := os.OpenFile(s.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = log.Close() }() // the process has its own
	cmd, ended := s.program.command(context.WithoutCancel(t.Context()), s.args...), make(chan struct{})
	cmd.Stderr = log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	s.cmd, s.ended = cmd, ended
	go func() {
		defer close(ended)
		_ = cmd.Wait() // how it ended is read from its state
	}()
}

func (s *server) ready(ctx context.Context) bool {
	return status(ctx, s.url+"/readyz") == http.StatusOK
}

// status is what an address answers, 0 when it does not.
func status(ctx context.Context, url string) int {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return 0
	}
	req.Close = true
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0
	}
	_ = res.Body.Close() // the status was all that was wanted
	return res.StatusCode
}

func (s *server) signal(sig syscall.Signal) {
	if s.cmd != nil {
		_ = s.cmd.Process.Signal(sig) // it may have ended
	}
}

// kill ends the process as kill -9 does, and returns when it is gone.
func (s *server) kill() {
	if s.cmd != nil {
		s.signal(syscall.SIGKILL)
		<-s.ended
	}
}

// stop asks the process to end, and answers its exit code and how long it took.
func (s *server) stop() (code int, took time.Duration) {
	begun := time.Now()
	s.signal(syscall.SIGTERM)
	<-s.ended
	return s.cmd.ProcessState.ExitCode(), time.Since(begun)
}

func (s *server) lastWords() string {
	data, err := os.ReadFile(s.log)
	if err != nil {
		return err.Error()
	}
	return string(data[max(0, len(data)-2000):])
}
