package library

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"fmt"
	"io"
	"io/fs"

	"github.com/google/uuid"

	"casebook/internal/account"
)

// Download is a case as a zip that people and Unzip can read. It holds the answers: it is for trainers.
type Download struct {
	Name string // of the file
	Zip  []byte
}

// DownloadDraft zips a draft.
func (k *Desk) DownloadDraft(ctx context.Context, by account.Account, id uuid.UUID) (Download, error) {
	d, err := k.Draft(ctx, by, id)
	if err != nil {
		return Download{}, err
	}
	name := d.Scenario
	if name == "" {
		name = "case"
	}
	return download(d.Archive, name, name+"-draft.zip")
}

// DownloadVersion zips a version.
func (k *Desk) DownloadVersion(ctx context.Context, by account.Account, ref Ref) (Download, error) {
	if err := MayWork(by); err != nil {
		return Download{}, err
	}
	r, err := k.store.Version(ctx, ref)
	if err != nil {
		return Download{}, err
	}
	return download(r.Archive, ref.ID, fmt.Sprintf("%s-v%d.zip", ref.ID, ref.Version))
}

// download packs an archive again, compressed and in a folder. Sent again, it is the same case.
func download(archive []byte, folder, name string) (Download, error) {
	packed, err := Unpack(archive)
	if err != nil {
		return Download{}, err
	}
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.BestCompression) })
	err = fs.WalkDir(packed, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(packed, path)
		if err != nil {
			return err
		}
		f, err := w.Create(folder + "/" + path)
		if err == nil {
			_, err = f.Write(data)
		}
		return err
	})
	if err == nil {
		err = w.Close()
	}
	return Download{name, buf.Bytes()}, err
}
