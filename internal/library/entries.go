package library

import (
	"archive/zip"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// entry is a file of a zip under the name that it is known by here.
type entry struct {
	name string
	file *zip.File
}

type entries []entry

// entriesOf lists the files of a zip of so many bytes, but for junk and folders. It refuses names and sorts of entries
// that no case has.
func entriesOf(files []*zip.File, size uint64) (entries, error) {
	if len(files) > maxEntries {
		return nil, tooManyEntries()
	}
	var list entries
	seen := map[string]string{} // by name in lower case
	for _, f := range files {
		if f.CompressedSize64 > size {
			return nil, damagedEntry(f.Name).Because(errOverlap)
		}
		size -= f.CompressedSize64
		name := strings.ToValidUTF8(f.Name, "\uFFFD")
		if err := safeName(name); err != nil {
			return nil, err
		}
		if strings.HasSuffix(name, "/") && f.Mode().IsDir() {
			continue
		}
		name = path.Clean(name)
		if isJunk(name) {
			continue
		}
		if err := plainFile(name, f); err != nil {
			return nil, err
		}
		folded := strings.ToLower(name)
		if twin, ok := seen[folded]; ok {
			return nil, twins(twin, name)
		}
		seen[folded] = name
		list = append(list, entry{name, f})
	}
	return list, nil
}

var driveLetter = regexp.MustCompile(`^[A-Za-z]:`)

// safeName refuses a name that could lead out of a folder, on any system.
func safeName(name string) error {
	switch {
	case strings.ContainsRune(name, '\\'):
		return backslash(name)
	case strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return unprintable(name)
	case driveLetter.MatchString(name), !filepath.IsLocal(name), slices.Contains(strings.Split(name, "/"), ".."):
		return leadsOut(name)
	}
	return nil
}

// isJunk reports what a file manager, an editor or a version control leaves in a folder.
func isJunk(name string) bool {
	parts := strings.Split(name, "/")
	base := strings.ToLower(parts[len(parts)-1])
	return base == "thumbs.db" || base == "desktop.ini" || slices.ContainsFunc(parts, func(part string) bool {
		return strings.HasPrefix(part, ".") || part == "__MACOSX"
	})
}

var archiveName = regexp.MustCompile(`(?i)\.(zip|7z|rar|tar|tgz|gz|bz2|xz|zst|jar|iso|cab)$`)

// plainFile refuses what is no file, or cannot be read.
func plainFile(name string, f *zip.File) error {
	const encrypted = 1
	switch {
	case !f.Mode().IsRegular():
		return notAFile(name)
	case archiveName.MatchString(name):
		return nestedArchive(name)
	case f.Flags&encrypted != 0:
		return encryptedEntry(name)
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return unknownMethod(name)
	}
	return nil
}

// root finds the folder that holds the case, as a prefix of names: the one of the scenario.yaml that lies least deep.
func (list entries) root() (string, error) {
	var found []string
	for _, e := range list {
		if path.Base(e.name) == "scenario.yaml" {
			found = append(found, strings.TrimSuffix(e.name, "scenario.yaml"))
		}
	}
	slices.SortStableFunc(found, func(a, b string) int { return depth(a) - depth(b) })
	switch {
	case len(found) == 0:
		return "", noCase()
	case len(found) > 1 && depth(found[0]) == depth(found[1]):
		return "", severalCases(found[0], found[1])
	}
	return found[0], nil
}

func depth(folder string) int { return strings.Count(folder, "/") }
