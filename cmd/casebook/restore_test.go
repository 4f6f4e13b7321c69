package main

import (
	"context"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/api"
)

// asProgram makes a copy of the test's program behave as casebook does: a process of its own, with locks of its own.
const asProgram = "CASEBOOK_TEST_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
	}
	os.Exit(m.Run())
}

// program runs casebook as a process of its own.
func program(t *testing.T, args ...string) (code int, said string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=yes", "CASEBOOK_LANG=en")
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

// The drill: a database that is played with is backed up; the backup is restored elsewhere, verified, and served.
func TestARestoreDrill(t *testing.T) {
	s := start(t)
	p := s.guest(t)
	play := func() api.Attempt { return p.move(p.begin(), "?carnet").want(http.StatusOK).attempt() }
	backup := filepath.Join(t.TempDir(), "backup.db")
	acknowledged := []api.Attempt{play(), play(), play()}
	done := make(chan string, 1)
	go func() {
		_, said := program(t, "backup", backup, "--database", s.database)
		done <- said
	}()
	meanwhile, said := 0, ""
	for said == "" {
		select {
		case said = <-done:
		default:
			play()
			meanwhile++
		}
	}
	if !strings.HasPrefix(said, "Copied and verified: "+backup) || meanwhile == 0 {
		t.Fatalf("%d were played meanwhile: %s", meanwhile, said)
	}

	database := filepath.Join(t.TempDir(), "casebook.db")
	if code, said := program(t, "restore", backup, "--database", database); code != fine || !strings.Contains(said, "Verified and put in place") {
		t.Fatalf("exit code %d: %s", code, said)
	}
	begun := time.Now()
	elsewhere := start(t, "--database", database)
	if late := time.Since(begun); late > 5*time.Second {
		t.Errorf("ready after %v, want 5 s at most", late)
	}
	cookies := p.browser.Jar
	p = elsewhere.visitor(t)
	p.browser.Jar = cookies
	for _, a := range acknowledged {
		if now := p.ask("GET", path(a, ""), "").want(http.StatusOK).attempt(); now.Step != a.Step {
			t.Errorf("an attempt is back at step %d, want %d", now.Step, a.Step)
		}
	}
	if code, said := program(t, "audit", "verify", "--database", database); code != fine {
		t.Errorf("exit code %d: %s", code, said)
	}
	if code, said := program(t, "audit", "list", "--database", database); code != fine || !strings.Contains(said, "program  backup restored  schema/") {
		t.Errorf("exit code %d: %s", code, said)
	}
}

func TestADatabaseThatIsServedIsNotReplaced(t *testing.T) {
	s := start(t)
	p := s.guest(t)
	a := p.begin()
	backup := filepath.Join(t.TempDir(), "backup.db")
	if code, said := program(t, "backup", backup, "--database", s.database); code != fine {
		t.Fatal(said)
	}
	for range 2 {
		a = p.move(a, map[int]string{0: "?carnet", 1: "appeler"}[a.Step]).want(http.StatusOK).attempt()
		code, said := program(t, "restore", backup, "--database", s.database)
		if code != failed || !strings.Contains(said, "Stop it, then try again. Nothing was changed.") {
			t.Errorf("exit code %d: %s", code, said)
		}
	}
	if names, err := filepath.Glob(s.database + ".re*"); err != nil || len(names) != 0 {
		t.Errorf("beside the database lies %v, %v", names, err)
	}
}

// What serve says of a damaged file is a command that a shell understands and that brings the newest backup back.
func TestTheCommandOfARefusalRestores(t *testing.T) {
	s := start(t)
	p := s.guest(t)
	a := p.begin()
	if code, said := program(t, "backup", "--database", s.database); code != fine {
		t.Fatal(said)
	}
	s.stop()
	if err := os.Truncate(s.database, 5000); err != nil {
		t.Fatal(err)
	}
	code, out, said := invoke(english, "serve", "--addr", "127.0.0.1:0", "--database", s.database)
	_, command, named := strings.Cut(said, "put a backup in its place: ")
	if code != failed || out != "" || !named {
		t.Fatalf("exit code %d, %s%s", code, out, said)
	}
	command = strings.TrimSuffix(command, ".\n")
	script := "casebook() { " + asProgram + `=yes "$PROGRAM" "$@"; }; ` + command
	cmd := exec.CommandContext(t.Context(), "sh", "-c", script)
	cmd.Env = append(os.Environ(), "PROGRAM="+os.Args[0], "CASEBOOK_LANG=fr")
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "La base d’avant est gardée\u00a0: "+s.database+".replaced-") {
		t.Fatalf("%s: %v: %s", command, err, out)
	}
	again := start(t, "--database", s.database)
	cookies := p.browser.Jar
	p = again.visitor(t)
	p.browser.Jar = cookies
	p.ask("GET", path(a, ""), "").want(http.StatusOK)
}
