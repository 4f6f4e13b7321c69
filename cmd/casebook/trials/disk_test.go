//go:build trials

package trials

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// memory mounts a disk of so many MiB.
func memory(t *testing.T, size int) (folder string, err error) {
	t.Helper()
	return mounted(t, "-t", "tmpfs", "-o", fmt.Sprintf("size=%dm", size), "tmpfs")
}

// image makes a file that holds an empty ext4 of so many MiB.
func image(t *testing.T, size int64) (file string, err error) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "disk")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		return "", err
	}
	if err := os.Truncate(file, size<<20); err != nil {
		return "", err
	}
	return file, sh(t.Context(), "mkfs.ext4", "-q", file)
}

// mounted mounts what args name until the test ends.
func mounted(t *testing.T, args ...string) (folder string, err error) {
	t.Helper()
	folder = t.TempDir()
	if err := sh(t.Context(), "mount", append(args, folder)...); err != nil {
		return "", err
	}
	t.Cleanup(func() {
		if err := sh(context.Background(), "umount", folder); err != nil {
			t.Error(err)
		}
	})
	return folder, nil
}

// sh runs a tool, whose error holds what it said.
func sh(ctx context.Context, name string, args ...string) error {
	out, err := exec.CommandContext(ctx, name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, bytes.TrimSpace(out))
	}
	return nil
}

// fill writes a file until the disk is full.
func fill(t *testing.T, file string) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	for size := 1 << 16; size > 0; {
		_, err := f.Write(make([]byte, size))
		switch {
		case errors.Is(err, syscall.ENOSPC):
			size /= 2
		case err != nil:
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
