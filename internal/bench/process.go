//go:build bench

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// process is a server that runs.
type process struct {
	cmd            *exec.Cmd
	end            func() error // asks it to end
	addr, profiles string
}

// start starts one of our own servers and waits until it listens.
func start(ctx context.Context, name, at string) (*process, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return launch(exec.CommandContext(ctx, self, "serve", name, at))
}

// launch starts a server that says on its first line where it listens, and ends when its input does.
func launch(cmd *exec.Cmd) (*process, error) {
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	p := &process{cmd: cmd, end: stdin.Close}
	line, err := p.begin()
	p.addr, p.profiles, _ = strings.Cut(line, " ")
	return p, err
}

// begin starts the server and answers its first line. It dies with the benchmark, however that ends.
func (p *process) begin() (line string, err error) {
	if p.cmd.Stderr == nil {
		p.cmd.Stderr = os.Stderr
	}
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	stdout, err := p.cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := p.cmd.Start(); err != nil {
		return "", err
	}
	if line, err = bufio.NewReader(stdout).ReadString('\n'); err != nil {
		return "", fmt.Errorf("%s did not start: %w", strings.Join(p.cmd.Args, " "), errors.Join(err, p.stop()))
	}
	return strings.TrimSpace(line), nil
}

func (p *process) stop() error { return errors.Join(p.end(), p.cmd.Wait()) }

// tick is the kernel's unit of CPU time.
const tick = 10 * time.Millisecond

// cpu is how long the server has computed so far, by its own account and the kernel's on its behalf.
func (p *process) cpu() (time.Duration, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	_, after, _ := strings.Cut(string(data), ") ")
	fields := strings.Fields(after)
	if len(fields) < 13 {
		return 0, fmt.Errorf("unreadable: %q", data)
	}
	user, err := strconv.Atoi(fields[11])
	if err != nil {
		return 0, err
	}
	system, err := strconv.Atoi(fields[12])
	return time.Duration(user+system) * tick, err
}

// profile writes where the server spends its CPU for so many seconds.
func (p *process) profile(ctx context.Context, dir, name string, seconds int) error {
	if p.profiles == "" {
		return nil
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("http://%s/debug/pprof/profile?seconds=%d", p.profiles, seconds), nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name+".pprof"), data, 0o644)
}
