package scenario

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"unicode/utf8"
)

// Limits of a file.
const (
	maxFile  = 1 << 20  // YAML or text
	maxMedia = 10 << 20 // a picture or a sound
)

var errTooLarge = errors.New("too large")

// readLimited reads at most limit bytes of a file, or fails with errTooLarge.
func readLimited(folder fs.FS, name string, limit int64) ([]byte, error) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read from
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		return nil, errTooLarge
	}
	return data, err
}

func absent(folder fs.FS, name string) bool {
	_, err := fs.Stat(folder, name)
	return errors.Is(err, fs.ErrNotExist)
}

// readText reads a file of text with plain line ends, or reports why it cannot and returns false.
func (r *report) readText(folder fs.FS, name string) (string, bool) {
	data, err := readLimited(folder, name, maxFile)
	top := Place{name, 1, 1}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.add(top, ruleFileMissing, name)
		return "", false
	case errors.Is(err, errTooLarge):
		r.add(top, ruleFileLarge, name, "1 MiB")
		return "", false
	case err != nil:
		r.add(top, ruleFileUnreadable, name)
		return "", false
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	if at, ok := firstBadByte(data); !ok {
		line, column := position(string(data), at)
		r.add(Place{name, line, column}, ruleFileBytes)
		return "", false
	}
	return string(data), true
}

// firstBadByte finds what no text should hold: bytes that are not UTF-8, and control characters.
func firstBadByte(data []byte) (int, bool) {
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && size == 1 || c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
			return i, false
		}
		i += size
	}
	return 0, true
}
