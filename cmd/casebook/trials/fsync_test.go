//go:build trials

package trials

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestFlushesThatFail(t *testing.T) {
	r := trial(t, "failing fdatasync, SQLite")
	s := product.serve(t, filepath.Join(t.TempDir(), "casebook.db"))
	if err := mayTrace(t, s); err != nil {
		r.notHere(err)
		return
	}
	c := guests(t, s.url, 16)
	refused := func(a answer) bool { return a.status >= 500 }
	var mended time.Time
	var red, green bool
	c.while(t.Context(), func() {
		time.Sleep(500 * time.Millisecond)
		mend := failFlushes(t, s)
		c.wait(t, 50, "writes refused while the disk fails", refused)
		red = status(t.Context(), s.url+"/readyz") == http.StatusServiceUnavailable
		mend()
		mended = time.Now()
		c.wait(t, 100, "decisions acknowledged again", func(a answer) bool { return a.ok() && a.sent.After(mended) })
		green = s.ready(t.Context())
	})
	c.plain(t, http.StatusInternalServerError, http.StatusServiceUnavailable, http.StatusInsufficientStorage)
	if !red || !green {
		t.Errorf("readyz: red while the disk failed %v, green afterwards %v", red, green)
	}
	s.kill()
	s.again(t)
	a := audited(t.Context(), c, s.url)
	r.saw("%s; %d writes refused, the last %v after the disk was mended", a, c.count(refused), max(0, c.last(refused).Sub(mended)).Round(time.Millisecond))
	a.allKept(t, 100)
	r.caughtIn(a)
	s.kill()
}

// mayTrace looks whether a process may be traced here at all.
func mayTrace(t *testing.T, s *server) error {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "timeout", "-s", "INT", "0.3", "strace", "-q", "-o", os.DevNull, "-e", "trace=fdatasync", "-p", fmt.Sprint(s.cmd.Process.Pid))
	out, _ := cmd.CombinedOutput() // timeout has ended it
	if bytes.Contains(out, []byte("not permitted")) {
		return fmt.Errorf("strace: %s", bytes.TrimSpace(out))
	}
	return nil
}

// failFlushes makes every flush of a server fail until mend is called.
func failFlushes(t *testing.T, s *server) (mend func()) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "strace")
	cmd := exec.CommandContext(t.Context(), "strace", "-f", "-q", "-o", log, "-p", fmt.Sprint(s.cmd.Process.Pid),
		"-e", "trace=fdatasync,fsync", "-e", "inject=fdatasync,fsync:error=EIO")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return func() {
		_ = cmd.Process.Signal(os.Interrupt) // it lets the server go
		_ = cmd.Wait()                       // it ends by the signal
		said, err := os.ReadFile(log)
		if err != nil || !strings.Contains(string(said), "EIO") {
			t.Errorf("no flush was made to fail, %v", err)
		}
	}
}
