package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
)

// receive waits for the body of a request, which is bounded, and puts it back to be read again. Who shows no login is
// not listened to: no operation that is open to strangers takes a body.
func receive(r *http.Request) error {
	if r.ContentLength == 0 || !strings.Contains(r.Header.Get("Cookie"), loginCookie+"=") {
		return nil
	}
	if r.ContentLength > maxBody {
		return tooLarge()
	}
	data, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return tooSlow()
	case err != nil:
		return unreadable().Because(err)
	case len(data) > maxBody:
		return tooLarge()
	}
	r.Body = io.NopCloser(bytes.NewReader(data))
	return nil
}
