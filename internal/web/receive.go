package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
)

// entering are the paths by which strangers come in. Of their operations, those that change something take a short body.
var entering = map[string]bool{
	"/api/v1/guests": true, "/api/v1/logins": true, "/api/v1/links/views": true, "/api/v1/links/uses": true,
	"/api/v1/password-requests": true, "/api/v1/oidc/begin": true, "/api/v1/oidc/callback": true,
}

// mostOf is how long the body of a request may be. Who shows no login is listened to where strangers come in, and no
// longer than it takes to say a name, an address and a password.
func mostOf(r *http.Request) int64 {
	switch {
	case entering[r.URL.Path]:
		return maxStrangers
	case takesList(r):
		return 0
	case strings.Contains(r.Header.Get("Cookie"), loginCookie+"="):
		return maxBody
	default:
		return 0
	}
}

// receive waits for the body of a request, which is bounded, and puts it back to be read again. A list of people is read
// by its operation, once it is known who sends it.
func receive(r *http.Request) error {
	most := mostOf(r)
	if r.ContentLength == 0 || most == 0 {
		return nil
	}
	if r.ContentLength > most {
		return tooLarge()
	}
	data, err := arrived(r, most)
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return tooSlow()
	case err != nil:
		return unreadable().Because(err)
	case int64(len(data)) > most:
		return tooLarge()
	}
	b := &received{data: data}
	b.Reset(data)
	r.Body = b
	return nil
}

// arrived reads a body to its end, or to one byte more than it may have. A client does not get much memory for the mere
// promise to fill it.
func arrived(r *http.Request, most int64) ([]byte, error) {
	if r.ContentLength < 0 || r.ContentLength > 4<<10 {
		return io.ReadAll(io.LimitReader(r.Body, most+1))
	}
	data := make([]byte, r.ContentLength)
	_, err := io.ReadFull(r.Body, data)
	return data, err
}

// received is a body that has come.
type received struct {
	bytes.Reader
	data []byte
}

func (*received) Close() error { return nil }
