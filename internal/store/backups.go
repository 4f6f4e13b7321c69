package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	keptTime   = "20060102T150405Z"
	backupTime = "2006-01-02T1504"
)

// keptName names the copies of a database from before it was migrated to version: casebook.db.before-4-20261122T031207Z.
func keptName(path string, version int64, at time.Time) func(n int) string {
	return func(n int) string {
		return fmt.Sprintf("%s.before-%d-%s%s", path, version, at.UTC().Format(keptTime), nth(n))
	}
}

// backupName names the backups that nobody gave a name, in UTC: casebook-2026-11-22T0312.db beside casebook.db.
func backupName(path string, at time.Time) func(n int) string {
	stem, end := cut(path)
	return func(n int) string { return stem + "-" + at.UTC().Format(backupTime) + nth(n) + end }
}

// nth tells names that would be the same apart.
func nth(n int) string {
	if n == 1 {
		return ""
	}
	return fmt.Sprintf("-%d", n)
}

func cut(path string) (stem, end string) {
	end = filepath.Ext(path)
	return strings.TrimSuffix(path, end), end
}

// takenAt is when the backup of path that a file beside it is was taken, by its name. ok is false when it is none.
func takenAt(path, file string) (at time.Time, ok bool) {
	stem, end := cut(path)
	rest, kept := strings.CutPrefix(file, path+".before-")
	layout := keptTime
	if kept {
		_, rest, _ = strings.Cut(rest, "-")
	} else {
		if rest, ok = strings.CutPrefix(file, stem+"-"); !ok || !strings.HasSuffix(rest, end) {
			return at, false
		}
		layout = backupTime
	}
	at, err := time.Parse(layout, rest[:min(len(layout), len(rest))])
	return at, err == nil
}

// newestBackup is the newest backup beside the database that this program can work with.
func (d sqlite) newestBackup(ctx context.Context, s schema) (file string, ok bool) {
	folder := filepath.Dir(d.path)
	beside, err := os.ReadDir(folder)
	if err != nil {
		return "", false
	}
	taken := map[string]time.Time{}
	var files []string
	for _, entry := range beside {
		name := filepath.Join(folder, entry.Name())
		if at, ok := takenAt(filepath.Join(folder, filepath.Base(d.path)), name); ok && entry.Type().IsRegular() {
			taken[name], files = at, append(files, name)
		}
	}
	slices.SortFunc(files, func(a, b string) int { return taken[b].Compare(taken[a]) })
	i := slices.IndexFunc(files, func(name string) bool {
		if (sqlite{path: name}).readHeader() != nil {
			return false
		}
		version, err := d.versionOf(ctx, name, untouched)
		return err == nil && version >= 0 && version <= s.newest
	})
	if i < 0 {
		return "", false
	}
	return files[i], true
}
