package main

import (
	"bufio"
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestWatchChecksAgainWhenAFileIsSaved(t *testing.T) {
	dir := copied(t, shouted)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	out, in := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"check", "--watch", dir}, strings.NewReader(""), in, in, english)
		_ = in.Close()
	}()
	said := bufio.NewScanner(out)
	round := func() string {
		var lines []string
		for said.Scan() {
			if strings.Contains(said.Text(), "watching") {
				break
			}
			lines = append(lines, said.Text())
		}
		return strings.Join(lines, "\n")
	}
	if first := round(); !strings.Contains(first, "538 states") {
		t.Errorf("at first:\n%s", first)
	}
	edit(t, filepath.Join(dir, "scenario.yaml"), "next: appel\n", "next: apel\n")
	if second := round(); !strings.Contains(second, "`apel`") || !strings.Contains(second, "need mending") {
		t.Errorf("after a slip:\n%s", second)
	}
	edit(t, filepath.Join(dir, "scenario.yaml"), "next: apel\n", "next: appel\n")
	if third := round(); !strings.Contains(third, "538 states") {
		t.Errorf("after the cure:\n%s", third)
	}
	cancel()
	_, _ = io.Copy(io.Discard, out)
	if code := <-ended; code != fine {
		t.Errorf("exit code %d", code)
	}
}
