//go:build trials

// Package trials kills, starves and overloads the real program, and looks at what is left of what it had acknowledged.
// Each trial has a control: the same trial of something that breaks the promise, and the trial has to see it.
package trials

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync"
	"testing"
	"time"
)

// product is the program under trial, built once.
var product program

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	if os.Geteuid() != 0 {
		fmt.Println("The trials mount disks and trace processes. Run them as root, on a machine of your own: sudo make trials")
		return 1
	}
	folder, err := os.MkdirTemp("", "casebook-trials-")
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer func() { _ = os.RemoveAll(folder) }()
	if product, err = build(folder, "casebook"); err != nil {
		fmt.Println(err)
		return 1
	}
	debug.SetGCPercent(400) // the load must not take the program's share of the machine
	code := m.Run()
	done.sum()
	return code
}

// report is a row of the table: what a trial saw, and what its control did.
type report struct {
	t             *testing.T
	name          string
	seen, control string
	impossible    bool
	begun         time.Time
}

// reported are the rows so far.
type reported struct {
	mu                         sync.Mutex
	passed, failed, impossible int
}

var done reported

// trial opens a row, which is printed when the test ends.
func trial(t *testing.T, name string) *report {
	r := &report{t: t, name: name, begun: time.Now()}
	t.Cleanup(func() { done.add(r) })
	return r
}

// saw notes the figures of a trial.
func (r *report) saw(format string, args ...any) { r.seen = fmt.Sprintf(format, args...) }

// caught notes what the control did. A control that keeps the promise says that the trial is blind: it fails.
func (r *report) caught(found bool, format string, args ...any) {
	r.t.Helper()
	r.control = fmt.Sprintf(format, args...)
	if !found {
		r.t.Errorf("the control was not found out, so this trial is blind: %s", r.control)
	}
}

// notHere says why a trial cannot be run on this machine. It is counted, and not as passed.
func (r *report) notHere(why error) {
	r.impossible = true
	r.seen = fmt.Sprintf("not possible here: %v", why)
}

func (d *reported) add(r *report) {
	d.mu.Lock()
	defer d.mu.Unlock()
	verdict := "passed"
	switch {
	case r.t.Failed():
		verdict = "FAILED"
		d.failed++
	case r.impossible:
		verdict = "not run"
		d.impossible++
	default:
		d.passed++
	}
	fmt.Printf("%-8s%-38s%s", verdict, r.name, r.seen)
	if r.control != "" {
		fmt.Printf(" | control: %s", r.control)
	}
	fmt.Printf(" (%.0f s)\n", time.Since(r.begun).Seconds())
}

func (d *reported) sum() {
	fmt.Printf("\n%d trials passed, %d failed, %d not possible here\n", d.passed, d.failed, d.impossible)
}
