package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path/filepath"
	"time"

	"casebook/internal/fault"
)

// glance is how often watched folders are looked at. Looking, rather than asking the system to tell, works on every
// disk, shared folders included.
const glance = 300 * time.Millisecond

var watching = fault.Text{
	FR: "— à l’écoute : enregistrez un fichier pour vérifier de nouveau, Ctrl+C pour finir —",
	EN: "— watching: save a file to check again, Ctrl+C to end —",
}

// watch runs act at once, and again whenever a file of the folders has changed and been left alone for a moment. It
// ends with ctx.
func (w *world) watch(ctx context.Context, dirs []string, act func()) {
	tick := time.NewTicker(glance)
	defer tick.Stop()
	for seen := uint64(0); ; {
		if now := settled(ctx, dirs); now != seen {
			seen = now
			act()
			w.say(w.stdout, watching)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// settled waits until an editor has finished writing.
func settled(ctx context.Context, dirs []string) uint64 {
	for now := fingerprint(dirs); ; {
		select {
		case <-ctx.Done():
			return now
		case <-time.After(glance / 6):
		}
		after := fingerprint(dirs)
		if after == now {
			return now
		}
		now = after
	}
}

// fingerprint changes when a file comes, goes or is written. A file that cannot be read counts as gone.
func fingerprint(dirs []string) uint64 {
	sum := fnv.New64a()
	for _, dir := range dirs {
		_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil //nolint:nilerr // what cannot be read is not there
			}
			if info, err := d.Info(); err == nil && info.Mode().IsRegular() {
				fmt.Fprintf(sum, "%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
			}
			return nil
		})
	}
	return sum.Sum64() | 1 // never 0, which is what nothing was seen of
}
