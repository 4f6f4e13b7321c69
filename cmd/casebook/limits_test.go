package main

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// telephone opens a bare connection to a site.
func (s *site) telephone(t *testing.T) net.Conn {
	t.Helper()
	conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	return conn
}

func TestHeadersAreBounded(t *testing.T) {
	s := start(t)
	for size, want := range map[int]string{8 << 10: " 200 ", 32 << 10: " 431 "} {
		conn := s.telephone(t)
		fmt.Fprintf(conn, "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: %s\r\n\r\n", strings.Repeat("x", size))
		if line, err := bufio.NewReader(conn).ReadString('\n'); err != nil || !strings.Contains(line, want) {
			t.Errorf("%d bytes are answered %q, %v", size, line, err)
		}
	}
}

func TestWhoNeverFinishesTheirHeadersIsCutOff(t *testing.T) {
	t.Parallel()
	conn := start(t).telephone(t)
	begun := time.Now()
	fmt.Fprint(conn, "GET /healthz HTTP/1.1\r\n")
	if _, err := bufio.NewReader(conn).ReadString('\n'); err == nil {
		t.Error("half a request is answered")
	}
	if took := time.Since(begun); took < 4*time.Second || took > 10*time.Second {
		t.Errorf("cut off after %v", took)
	}
}

// More clients than may come in hold half a request each, and somebody else plays.
func TestSlowClientsHoldNobodyUp(t *testing.T) {
	s := start(t)
	p := s.guest(t)
	a := p.begin()
	for range 800 {
		fmt.Fprint(s.telephone(t), "POST /api/v1/attempts HTTP/1.1\r\nHost: x\r\nCookie: casebook_session=x\r\n"+
			"Content-Type: application/json\r\nContent-Length: 60\r\n\r\n{\"scenario\"")
	}
	begun := time.Now()
	p.play(a, "?carnet", "appeler")
	p.ask("GET", "/api/v1/attempts", "").want(http.StatusOK)
	if took := time.Since(begun); took > 5*time.Second {
		t.Errorf("an attempt took %v", took)
	}
}
