package scenario

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
)

const lockName = "i18n.lock"

// Lock remembers what each translation was made from: by language, by the path of a unit, the hashes of the source
// unit and of its translation when somebody last said that the two agree.
type Lock map[string]map[string]Agreed

// Agreed are the hashes of a source unit and of its translation.
type Agreed struct{ Source, Translation string }

var lockLine = regexp.MustCompile(`^(fr|en) ([a-z0-9:/_.-]{1,300}) ([0-9a-f]{16}) ([0-9a-f]{16})$`)

// ReadLock reads i18n.lock; the lock is nil where there is no such file, or where it cannot be read.
func ReadLock(folder fs.FS) (Lock, Issues) {
	if absent(folder, lockName) {
		return nil, nil
	}
	r := &report{}
	text, ok := r.readText(folder, lockName)
	if !ok {
		return nil, r.sorted()
	}
	l := Lock{}
	for i, line := range strings.Split(text, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		m := lockLine.FindStringSubmatch(line)
		if m == nil {
			r.add(Place{lockName, i + 1, 1}, ruleLock, clip(line))
			continue
		}
		l.Agree(m[1], m[2], Agreed{m[3], m[4]})
	}
	if len(r.issues) > 0 {
		return nil, r.sorted()
	}
	return l, nil
}

// Agree notes that a unit and its translation say the same.
func (l Lock) Agree(lang, path string, a Agreed) {
	if l[lang] == nil {
		l[lang] = map[string]Agreed{}
	}
	l[lang][path] = a
}

// String is the file as ReadLock reads it: one line a unit, sorted, so that two people's changes merge.
func (l Lock) String() string {
	var sb strings.Builder
	sb.WriteString("# What each translation was made from. `casebook i18n` writes this file.\n")
	for _, lang := range slices.Sorted(maps.Keys(l)) {
		for _, path := range slices.Sorted(maps.Keys(l[lang])) {
			a := l[lang][path]
			sb.WriteString(lang + " " + path + " " + a.Source + " " + a.Translation + "\n")
		}
	}
	return sb.String()
}
