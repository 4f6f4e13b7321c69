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
	data, err := arrived(r)
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return tooSlow()
	case err != nil:
		return unreadable().Because(err)
	case len(data) > maxBody:
		return tooLarge()
	}
	b := &received{data: data}
	b.Reset(data)
	r.Body = b
	return nil
}

// arrived reads a body to its end, or to one byte more than it may have. A client does not get much memory for the mere
// promise to fill it.
func arrived(r *http.Request) ([]byte, error) {
	if r.ContentLength < 0 || r.ContentLength > 4<<10 {
		return io.ReadAll(io.LimitReader(r.Body, maxBody+1))
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
