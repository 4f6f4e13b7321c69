//go:build trials

package trials

import (
	"context"
	"database/sql"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver
)

// postgres is a PostgreSQL of the trial's own, which may be killed. It flushes what it commits.
type postgres struct {
	bin, folder, addr string
	as                *syscall.SysProcAttr
	cmd               *exec.Cmd
	ended             chan struct{}
}

// ownPostgres makes an empty server and starts it.
func ownPostgres(t *testing.T) *postgres {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), root+"/.ci/need", "postgres").Output()
	if err != nil {
		t.Fatalf("PostgreSQL is missing: %v", err)
	}
	folder, err := os.MkdirTemp("", "casebook-postgres-")
	if err != nil {
		t.Fatal(err)
	}
	d := &postgres{bin: strings.TrimSpace(string(out)), folder: folder, addr: freeAddress(t)}
	t.Cleanup(func() {
		d.end(syscall.SIGQUIT)
		_ = os.RemoveAll(folder)
	})
	d.unprivileged(t)
	init := d.command(t.Context(), "initdb", "-D", d.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	if out, err := init.CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	d.start(t)
	return d
}

// unprivileged finds the user that the server runs as: it refuses root.
func (d *postgres) unprivileged(t *testing.T) {
	t.Helper()
	who, err := user.Lookup("postgres")
	if err != nil {
		who, err = user.Lookup("nobody")
	}
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.Atoi(who.Uid) // both are numbers here
	gid, _ := strconv.Atoi(who.Gid)
	if err := os.Chown(d.folder, uid, gid); err != nil {
		t.Fatal(err)
	}
	d.as = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
}

func (d *postgres) data() string { return filepath.Join(d.folder, "data") }

func (d *postgres) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, filepath.Join(d.bin, name), args...)
	cmd.Dir = d.folder
	cmd.SysProcAttr = d.as
	return cmd
}

// start starts the server, again when what a killed one left behind is still there, and returns when it answers.
func (d *postgres) start(t *testing.T) {
	t.Helper()
	host, port, _ := net.SplitHostPort(d.addr)
	for begun := time.Now(); time.Since(begun) < 20*time.Second; time.Sleep(10 * time.Millisecond) {
		cmd, ended := d.command(context.WithoutCancel(t.Context()), "postgres", "-D", d.data(), "-h", host, "-p", port, "-k", d.folder,
			"-c", "max_connections=200", "-c", "logging_collector=off"), make(chan struct{})
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		d.cmd, d.ended = cmd, ended
		go func() {
			defer close(ended)
			_ = cmd.Wait() // how it ended says nothing
		}()
		if d.answers(t.Context()) {
			return
		}
	}
	t.Fatal("PostgreSQL does not start")
}

// answers waits until the server answers; false when its process has ended.
func (d *postgres) answers(ctx context.Context) bool {
	db, err := sql.Open("pgx", d.address("postgres"))
	if err != nil {
		return false
	}
	defer func() { _ = db.Close() }() // nothing was written
	for {
		if db.PingContext(ctx) == nil {
			return true
		}
		select {
		case <-d.ended:
			return false
		case <-ctx.Done():
			return false
		case <-time.After(2 * time.Millisecond):
		}
	}
}

// end sends the server a signal and returns when its process is gone.
func (d *postgres) end(sig syscall.Signal) {
	if d.cmd != nil {
		_ = d.cmd.Process.Signal(sig) // it may have ended
		<-d.ended
	}
}

func (d *postgres) address(database string) string {
	return (&url.URL{Scheme: "postgres", User: url.User("postgres"), Host: d.addr, Path: database, RawQuery: "sslmode=disable"}).String()
}

// empty makes a database, a copy of another if there is one, and answers its address.
func (d *postgres) empty(t *testing.T, name string, like ...string) string {
	t.Helper()
	statement := "CREATE DATABASE " + name
	if len(like) > 0 {
		statement += " TEMPLATE " + like[0]
	}
	d.execute(t, "postgres", statement)
	return d.address(name)
}

func (d *postgres) execute(t *testing.T, database, statement string) {
	t.Helper()
	db, err := sql.Open("pgx", d.address(database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }() // the statement's end says all
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

// killBackend kills the process behind one of the program's connections.
func (d *postgres) killBackend(t *testing.T) {
	t.Helper()
	db, err := sql.Open("pgx", d.address("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }() // it was only read
	var pid int
	err = db.QueryRowContext(t.Context(), "SELECT pid FROM pg_stat_activity WHERE application_name = 'casebook' ORDER BY state = 'active' DESC, pid LIMIT 1").Scan(&pid)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
}
