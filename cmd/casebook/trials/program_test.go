//go:build trials

package trials

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// program is the path of a binary.
type program string

// root is the repository's, seen from here.
const root = "../../.."

// build makes the program, as `make build` does but for its version.
func build(folder, name string, flags ...string) (program, error) {
	binary := filepath.Join(folder, name)
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-o", binary}, flags...)
	cmd := exec.CommandContext(context.Background(), "go", append(args, "./cmd/casebook")...)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build the program: %w\n%s", err, out)
	}
	return program(binary), nil
}

// change is what a variant has in the place of old, in a file named from the repository's root. Without old it is a
// file of its own.
type change struct{ file, old, new string }

// variant builds the program with a few words changed, and leaves the sources alone: what a control runs.
func variant(t *testing.T, changes ...change) program {
	t.Helper()
	folder := t.TempDir()
	overlay := struct{ Replace map[string]string }{map[string]string{}}
	for i, c := range changes {
		path, err := filepath.Abs(filepath.Join(root, c.file))
		if err != nil {
			t.Fatal(err)
		}
		text := c.new
		if c.old != "" {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Count(string(source), c.old) != 1 {
				t.Fatalf("%s has changed: %q is not there once. The control has to break the promise in another way", c.file, c.old)
			}
			text = strings.Replace(string(source), c.old, c.new, 1)
		}
		overlay.Replace[path] = filepath.Join(folder, fmt.Sprint(i)+filepath.Ext(path))
		if err := os.WriteFile(overlay.Replace[path], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	data, err := json.Marshal(overlay)
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(folder, "overlay.json")
	if err := os.WriteFile(list, data, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := build(folder, "variant", "-overlay", list)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// command is the program with these arguments, speaking English.
func (p program) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, string(p), args...)
	cmd.Env = append(os.Environ(), "CASEBOOK_LANG=en")
	return cmd
}

// run runs the program to its end, and answers what it said and its exit code.
func (p program) run(t *testing.T, args ...string) (said string, code int) {
	t.Helper()
	cmd := p.command(t.Context(), args...)
	out, _ := cmd.CombinedOutput() // the exit code says whether it went well
	return string(out), cmd.ProcessState.ExitCode()
}
