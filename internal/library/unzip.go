package library

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The limits of a zip that somebody sends.
const (
	MaxZip     = 20 << 20 // bytes
	maxEntries = 500
	maxRatio   = 100       // of an entry's bytes to those that it is compressed to
	ratioFrom  = 256 << 10 // bytes: what unpacks to less harms nobody, however well it was compressed
)

// Upload is the case found in a zip that somebody has sent.
type Upload struct {
	Archive []byte   // as Pack packs the folder
	Content string   // what identifies it
	LeftOut []string // names of files beside the case that are no part of it
}

// Unzip reads the zip of a case's folder as people make them: the case may lie in a folder of the zip, with what a Mac
// or Windows leaves behind. A zip that could do harm is refused, and the fault names the entry; so is one that holds no
// case. What is in the case's files is not looked at.
func Unzip(data []byte) (Upload, error) {
	if len(data) > MaxZip {
		return Upload{}, ZipTooLarge()
	}
	// Every entry has one of these marks: a directory of a million entries is not even read.
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return Upload{}, tooManyEntries()
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Upload{}, notAZip().Because(err)
	}
	list, err := entriesOf(r.File, uint64(len(data)))
	if err != nil {
		return Upload{}, err
	}
	root, err := list.root()
	if err != nil {
		return Upload{}, err
	}
	return list.upload(root)
}

// upload packs what belongs to the case in a folder of the zip.
func (list entries) upload(root string) (Upload, error) {
	files := map[string]*zip.File{}
	var names []string
	var u Upload
	for _, e := range list {
		name, inside := strings.CutPrefix(e.name, root)
		if !inside || !belongs(name) {
			u.LeftOut = append(u.LeftOut, e.name)
			continue
		}
		files[name] = e.file
		names = append(names, name)
	}
	room := int64(maxArchive)
	var err error
	u.Archive, u.Content, err = pack(names, func(name string) ([]byte, error) {
		data, err := inflate(files[name], room)
		room -= int64(len(data))
		return data, err
	})
	return u, err
}

// inflate unpacks one entry and believes nothing that the zip says of it: it counts while it unpacks.
func inflate(f *zip.File, room int64) ([]byte, error) {
	most := int64(min(f.UncompressedSize64, maxArchive+1))
	ratio := max(ratioFrom, maxRatio*int64(f.CompressedSize64))
	r, err := f.Open()
	if err != nil {
		return nil, damagedEntry(f.Name).Because(err)
	}
	defer r.Close()
	var buf bytes.Buffer
	n, err := io.Copy(&buf, io.LimitReader(r, min(most, ratio, room)+1))
	switch {
	case n > room:
		return nil, tooMuchUnpacked(f.Name)
	case n > ratio:
		return nil, tooDense(f.Name)
	case n > most:
		return nil, damagedEntry(f.Name).Because(fmt.Errorf("more than %d bytes", most))
	case err != nil:
		return nil, damagedEntry(f.Name).Because(err)
	case bytes.HasPrefix(buf.Bytes(), []byte("PK\x03\x04")):
		return nil, nestedArchive(f.Name)
	}
	return buf.Bytes(), nil
}

var errOverlap = errors.New("the entries take more room than the zip has")
