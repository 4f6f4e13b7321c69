package library

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// maxArchive bounds what a version may hold, unpacked.
const maxArchive = 100 << 20

// belongs says which files of a folder are the case; others (an editor's, the system's) are not packed.
func belongs(name string) bool {
	switch {
	case strings.HasPrefix(path.Base(name), "."):
		return false
	case path.Dir(name) == "media":
		return true
	default:
		return path.Dir(name) == "." && (strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".yaml") || name == "i18n.lock")
	}
}

// Pack makes one archive of a case's files and the hex SHA-256 that identifies it. Equal files give an equal archive,
// to the last byte.
func Pack(folder fs.FS) (archive []byte, content string, err error) {
	var names []string
	err = fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && belongs(name) {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, "", err
	}
	return pack(names, func(name string) ([]byte, error) { return fs.ReadFile(folder, name) })
}

// pack packs files under their names, in the order of these; one file at a time is read.
func pack(names []string, read func(name string) ([]byte, error)) (archive []byte, content string, err error) {
	slices.Sort(names)
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range names {
		data, err := read(name)
		if err == nil {
			err = packFile(w, name, data)
		}
		if err != nil {
			return nil, "", fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, "", err
	}
	sum := sha256.Sum256(buf.Bytes())
	return buf.Bytes(), hex.EncodeToString(sum[:]), nil
}

func packFile(w *zip.Writer, name string, data []byte) error {
	// Stored, not deflated: the bytes must not depend on the compressor of the Go version at hand.
	f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return err
}

// Unpack opens an archive that Pack made.
func Unpack(archive []byte) (fs.FS, error) {
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, err
	}
	var total uint64
	for _, f := range r.File {
		total += f.UncompressedSize64
	}
	if total > maxArchive {
		return nil, fmt.Errorf("%d bytes unpacked: %w", total, io.ErrShortBuffer)
	}
	return r, nil
}
