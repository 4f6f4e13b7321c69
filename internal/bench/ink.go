//go:build bench

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"casebook/internal/bench/story"
)

// ink plays the story with inkjs.
type ink struct{ folder, source string }

// newInk installs inkjs where it is missing.
func newInk(ctx context.Context) (ink, error) {
	i := ink{filepath.Join(peers, "ink"), story.Ink(story.Length)}
	if _, err := os.Stat(filepath.Join(i.folder, "node_modules")); err == nil {
		return i, nil
	}
	install := exec.CommandContext(ctx, "npm", "ci", "--no-audit", "--no-fund", "--silent")
	install.Dir, install.Stderr = i.folder, os.Stderr
	return i, install.Run()
}

func (i ink) play(ctx context.Context, e end) (nanoseconds, error) {
	node := exec.CommandContext(ctx, "node", "play.mjs", strconv.Itoa(int(span.Milliseconds())))
	node.Dir, node.Stdin, node.Stderr = i.folder, strings.NewReader(i.source), os.Stderr
	out, err := node.Output()
	if err != nil {
		return 0, err
	}
	var said struct {
		Nanoseconds  float64
		Steps, Trust int
	}
	if err := json.Unmarshal(out, &said); err != nil {
		return 0, err
	}
	if (end{said.Trust, said.Steps}) != e {
		return 0, fmt.Errorf("it ends with trust %d after %d steps, and not with %d after %d", said.Trust, said.Steps, e.trust, e.steps)
	}
	return nanoseconds(said.Nanoseconds), nil
}
