package web

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"os"
	"strings"
	"time"

	"casebook/internal/fault"
	"casebook/internal/library"
)

const drafts = "/api/v1/case-drafts"

// atDesk reports whether an operation is about drafts, or sends a case.
func atDesk(path string) bool {
	return strings.HasPrefix(path, drafts) || strings.HasPrefix(path, "/api/v1/cases/") && strings.HasSuffix(path, "/archive")
}

// takesZip reports whether a request brings the zip of a case, which is larger than any other body.
func takesZip(r *http.Request) bool {
	return r.Method == http.MethodPost && r.URL.Path == drafts ||
		r.Method == http.MethodPut && strings.HasPrefix(r.URL.Path, drafts+"/")
}

// zipTime is how long a zip may take to come: 20 MiB at 350 kB a second.
const zipTime = time.Minute

// allowTime gives a request the time that a zip takes, and its answer some more.
func allowTime(w http.ResponseWriter, now time.Time) {
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(now.Add(zipTime)) // a recorder of tests has no deadlines
	_ = control.SetWriteDeadline(now.Add(2 * zipTime))
}

// announcesZip refuses a body that says to be no zip, or too large a one, before any of it is read.
func announcesZip(r *http.Request) error {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/zip" {
		return fault.New(fault.Unsupported, "not_announced_as_zip", fault.Text{
			FR: "Le corps de la demande doit être un zip : « Content-Type: application/zip ».",
			EN: "The request’s body has to be a zip: “Content-Type: application/zip”.",
		})
	}
	if r.ContentLength > library.MaxZip {
		return library.ZipTooLarge()
	}
	return nil
}

// readZip reads a zip to its end, or to one byte more than it may have.
func readZip(body io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(body, library.MaxZip+1))
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, tooSlow()
	case err != nil:
		return nil, unreadableZip().Because(err)
	}
	return data, nil
}

func unreadableZip() *fault.Fault {
	return fault.New(fault.Malformed, "zip_cut_short", fault.Text{
		FR: "Le zip n’est pas arrivé en entier : rien n’a été enregistré. Vérifiez la connexion, puis envoyez-le à nouveau.",
		EN: "The zip did not arrive whole: nothing was kept. Check the connection, then send it again.",
	})
}
