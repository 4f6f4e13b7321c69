//go:build bench

// Package load plays clients that cost little: they speak HTTP/1.1 over plain connections, with requests built once.
package load

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Conn is a connection that is kept alive.
type Conn struct {
	conn net.Conn
	in   *bufio.Reader
	body []byte
}

// Answer is what a server said. Its body is good until the next request.
type Answer struct {
	Status int
	Cookie string // all that were set, as a request sends them back
	Body   []byte
}

// Dial opens a connection that breaks off at a deadline.
func Dial(ctx context.Context, addr string, deadline time.Time) (*Conn, error) {
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", addr)
	if err != nil {
		return nil, err
	}
	if err := conn.SetDeadline(deadline); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return &Conn{conn: conn, in: bufio.NewReaderSize(conn, 32<<10)}, nil
}

// Close ends the connection.
func (c *Conn) Close() error { return c.conn.Close() }

// Ask sends a request and reads the answer.
func (c *Conn) Ask(request []byte) (Answer, error) {
	if _, err := c.conn.Write(request); err != nil {
		return Answer{}, err
	}
	line, err := c.in.ReadSlice('\n')
	if err != nil {
		return Answer{}, err
	}
	if len(line) < len("HTTP/1.1 200") {
		return Answer{}, fmt.Errorf("not HTTP: %q", line)
	}
	var a Answer
	if a.Status, err = strconv.Atoi(string(line[9:12])); err != nil {
		return Answer{}, err
	}
	length, err := c.headers(&a)
	if err != nil {
		return Answer{}, err
	}
	c.body = c.body[:0]
	if length < 0 {
		err = c.chunks()
	} else {
		err = c.take(length)
	}
	a.Body = c.body
	return a, err
}

// patience is how long a client waits before it asks again what a busy server has put off.
const patience = 50 * time.Millisecond

// Insist asks until the server has time.
func (c *Conn) Insist(request []byte) (Answer, error) {
	for {
		a, err := c.Ask(request)
		if err != nil || a.Status != http.StatusServiceUnavailable {
			return a, err
		}
		time.Sleep(patience)
	}
}

var (
	contentLength = []byte("Content-Length: ")
	setCookie     = []byte("Set-Cookie: ")
)

// headers reads up to the empty line. A body of no stated length, the answer -1, comes in chunks.
func (c *Conn) headers(a *Answer) (length int, err error) {
	length = -1
	for {
		line, err := c.in.ReadSlice('\n')
		if err != nil {
			return 0, err
		}
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			return length, nil
		}
		if value, ok := bytes.CutPrefix(line, contentLength); ok {
			if length, err = strconv.Atoi(string(value)); err != nil {
				return 0, err
			}
		}
		if value, ok := bytes.CutPrefix(line, setCookie); ok {
			pair, _, _ := bytes.Cut(value, []byte(";"))
			a.Cookie = strings.TrimPrefix(a.Cookie+"; "+string(pair), "; ")
		}
	}
}

func (c *Conn) chunks() error {
	for {
		line, err := c.in.ReadSlice('\n')
		if err != nil {
			return err
		}
		size, err := strconv.ParseUint(string(bytes.TrimRight(line, "\r\n")), 16, 31)
		if err != nil {
			return err
		}
		if err := c.take(int(size)); err != nil {
			return err
		}
		if _, err := c.in.ReadSlice('\n'); err != nil || size == 0 {
			return err
		}
	}
}

func (c *Conn) take(n int) error {
	from := len(c.body)
	if need := from + n; need > cap(c.body) {
		c.body = append(make([]byte, 0, 2*need), c.body...)
	}
	c.body = c.body[:from+n]
	_, err := io.ReadFull(c.in, c.body[from:])
	return err
}
