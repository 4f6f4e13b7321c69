package scenario

import (
	"bytes"
	"errors"
	"image"
	_ "image/jpeg" // reads the size of a JPEG
	_ "image/png"  // reads the size of a PNG
	"io/fs"
	"path"
	"strings"

	_ "golang.org/x/image/webp" // reads the size of a WebP
)

// Limits of a case's pictures and sounds together, and of a picture once unpacked.
const (
	maxMediaTotal  = 100 << 20
	maxMegapixels  = 40
	mediaDirectory = "media"
)

// readMedia reads the folder of pictures and sounds, where there is one.
func (r *report) readMedia(folder fs.FS) map[string][]byte {
	entries, err := fs.ReadDir(folder, mediaDirectory)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		r.add(Place{mediaDirectory, 1, 1}, ruleFileUnreadable, mediaDirectory)
		return nil
	}
	media, total := map[string][]byte{}, 0
	for _, e := range entries {
		name := path.Join(mediaDirectory, e.Name())
		at := Place{name, 1, 1}
		if strings.HasPrefix(e.Name(), ".") {
			continue // what a file manager or git leaves behind
		}
		if !e.Type().IsRegular() || !mediaPattern.MatchString(e.Name()) {
			r.add(at, ruleMediaName, clip(e.Name()))
			continue
		}
		data, err := readLimited(folder, name, maxMedia)
		switch {
		case errors.Is(err, errTooLarge):
			r.add(at, ruleFileLarge, name, "10 MiB")
			continue
		case err != nil:
			r.add(at, ruleFileUnreadable, name)
			continue
		}
		if total += len(data); total > maxMediaTotal {
			r.add(at, ruleMediaTotal, maxMediaTotal>>20)
			return media
		}
		r.checkMedia(at, e.Name(), data)
		media[e.Name()] = data
	}
	return media
}

// checkMedia compares what a file is with what its name says, without unpacking it.
func (r *report) checkMedia(at Place, name string, data []byte) {
	kind := strings.TrimPrefix(path.Ext(name), ".")
	if kind == "mp3" {
		sync := len(data) > 1 && data[0] == 0xff && data[1]&0xe0 == 0xe0
		if !sync && !bytes.HasPrefix(data, []byte("ID3")) {
			r.add(at, ruleMediaKind, name, kind)
		}
		return
	}
	if kind == "jpg" {
		kind = "jpeg"
	}
	picture, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || format != kind:
		r.add(at, ruleMediaKind, name, kind)
	case picture.Width*picture.Height > maxMegapixels*1e6:
		r.add(at, ruleMediaPixels, name, maxMegapixels)
	}
}
