package web

import (
	"bufio"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// house is a server with doors of its own, before a handler of the test's.
type house struct {
	doors *doors
	at    string
	log   *strings.Builder
}

func newHouse(t *testing.T, slots int, line int64, handler http.HandlerFunc) house {
	t.Helper()
	var log strings.Builder
	p := problems{slog.New(slog.NewJSONHandler(&log, nil))}
	d := newDoors(p.log, time.Now)
	d.moves, d.work = newDoor("moves", slots, line), newDoor("work", slots, line)
	s := httptest.NewUnstartedServer(p.recover(d.around(p, handler)))
	s.Config.ReadTimeout = 2 * time.Second
	s.Start()
	t.Cleanup(s.Close)
	return house{d, s.Listener.Addr().String(), &log}
}

// call opens a connection, says something and listens to what comes back.
func (h house) call(t *testing.T, said string, args ...any) (net.Conn, *bufio.Reader) {
	t.Helper()
	conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", h.at)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(conn, strings.ReplaceAll(said, "\n", "\r\n"), args...)
	return conn, bufio.NewReader(conn)
}

const move = "POST /api/v1/attempts/x/decisions HTTP/1.1\nHost: x\nCookie: casebook_session=x\nAccept-Language: fr\n"

func TestAFullHouseRefusesBeforeABodyIsRead(t *testing.T) {
	h := newHouse(t, 1, 0, func(http.ResponseWriter, *http.Request) { t.Error("somebody came in") })
	h.doors.moves.slots <- struct{}{}
	for name, headers := range map[string]string{
		"a client that waits to be asked for it":  "Expect: 100-continue\nContent-Length: 60\n\n",
		"a client that has not sent it yet":       "Content-Length: 60\n\n",
		"a client that does not say how long":     "Transfer-Encoding: chunked\n\n",
		"a client that sends more than is read":   "Content-Length: 99999999\n\n",
		"a client that has nothing more to send":  "Content-Length: 0\n\n",
		"a client that has sent all that it said": "Content-Length: 2\n\n{}",
	} {
		t.Run(name, func(t *testing.T) {
			_, answers := h.call(t, move+headers)
			begun := time.Now()
			res, err := http.ReadResponse(answers, nil)
			if err != nil {
				t.Fatal(err)
			}
			defer res.Body.Close()
			body, err := io.ReadAll(res.Body)
			if res.StatusCode != http.StatusServiceUnavailable || res.Header.Get("Retry-After") == "" || err != nil ||
				!strings.Contains(string(body), `"overloaded"`) || !strings.Contains(string(body), "Trop de personnes") {
				t.Errorf("%d %v %s, %v", res.StatusCode, res.Header, body, err)
			}
			if took := time.Since(begun); took > time.Second {
				t.Errorf("refused after %v", took)
			}
		})
	}
	if n := strings.Count(h.log.String(), "\n"); n != 1 || !strings.Contains(h.log.String(), `"door":"moves"`) {
		t.Errorf("%d lines are logged: %s", n, h.log)
	}
}

func TestARefusalLeavesAConnectionToBeUsedAgain(t *testing.T) {
	h := newHouse(t, 1, 0, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	h.doors.moves.slots <- struct{}{}
	conn, answers := h.call(t, move+"Content-Length: 2\n\n{}")
	for _, want := range []int{http.StatusServiceUnavailable, http.StatusOK} {
		res, err := http.ReadResponse(answers, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, res.Body); err != nil || res.StatusCode != want {
			t.Fatalf("status %d, want %d, %v", res.StatusCode, want, err)
		}
		if want == http.StatusServiceUnavailable {
			h.doors.moves.leave()
			fmt.Fprint(conn, strings.ReplaceAll(move+"Content-Length: 2\n\n{}", "\n", "\r\n"))
		}
	}
}

func TestABodyOnItsWayHoldsNoSlot(t *testing.T) {
	h := newHouse(t, 1, 0, func(w http.ResponseWriter, r *http.Request) {
		if body, err := io.ReadAll(r.Body); err != nil || string(body) != `{"a":1}` {
			t.Errorf("the handler reads %q, %v", body, err)
		}
		w.WriteHeader(http.StatusOK)
	})
	slow, ended := h.call(t, move+"Content-Length: 7\n\n{")
	for range 30 {
		h.call(t, move+"Content-Length: 7\n\n{")
	}
	for range 5 {
		_, answers := h.call(t, move+"Content-Length: 7\n\n{\"a\":1}")
		if line, err := answers.ReadString('\n'); err != nil || !strings.Contains(line, " 200 ") {
			t.Fatalf("beside slow clients: %q, %v", line, err)
		}
	}
	fmt.Fprint(slow, `"a":1}`)
	if line, err := ended.ReadString('\n'); err != nil || !strings.Contains(line, " 200 ") {
		t.Errorf("the slow client: %q, %v", line, err)
	}
}

func TestABodyThatDoesNotArriveInTimeIsAnsweredSo(t *testing.T) {
	h := newHouse(t, 1, 0, func(http.ResponseWriter, *http.Request) { t.Error("somebody came in") })
	_, answers := h.call(t, move+"Content-Length: 7\n\n{")
	if all, err := io.ReadAll(answers); err != nil || !strings.Contains(string(all), " 408 ") || !strings.Contains(string(all), `"too_slow"`) {
		t.Errorf("%s, %v", all, err)
	}
}

func TestABodyIsBounded(t *testing.T) {
	h := newHouse(t, 1, 0, func(http.ResponseWriter, *http.Request) { t.Error("somebody came in") })
	for name, body := range map[string]string{
		"said":   fmt.Sprintf("Content-Length: %d\n\n", maxBody+1),
		"unsaid": fmt.Sprintf("Transfer-Encoding: chunked\n\n%x\n%s\n", maxBody+1, strings.Repeat("x", maxBody+1)),
	} {
		_, answers := h.call(t, "%s%s", strings.ReplaceAll(move, "\n", "\r\n"), strings.ReplaceAll(body, "\n", "\r\n"))
		if line, err := answers.ReadString('\n'); err != nil || !strings.Contains(line, " 413 ") {
			t.Errorf("%s: %q, %v", name, line, err)
		}
	}
}

func TestAClientThatReadsSlowlyHoldsNoSlot(t *testing.T) {
	picture := make([]byte, 32<<20) // more than any buffer on the way takes
	h := newHouse(t, 1, 0, func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "media") {
			_, _ = w.Write(picture)
		}
	})
	_, answers := h.call(t, "GET /api/v1/attempts/x/media/plan.png HTTP/1.1\nHost: x\n\n")
	if _, err := answers.ReadByte(); err != nil {
		t.Fatal(err)
	}
	_, answers = h.call(t, "GET /api/v1/attempts HTTP/1.1\nHost: x\n\n")
	if line, err := answers.ReadString('\n'); err != nil || !strings.Contains(line, " 200 ") {
		t.Errorf("beside it: %q, %v", line, err)
	}
}

func TestASlotIsGivenBackHoweverARequestEnds(t *testing.T) {
	h := newHouse(t, 1, 0, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Query().Get("end") {
		case "panic":
			panic("no")
		case "broken":
			panic(http.ErrAbortHandler)
		case "empty":
			w.WriteHeader(http.StatusNoContent)
		}
	})
	for _, end := range []string{"panic", "broken", "empty", "silent"} {
		_, answers := h.call(t, "GET /api/v1/attempts?end=%s HTTP/1.1\nHost: x\nConnection: close\n\n", end)
		if _, err := io.ReadAll(answers); err != nil {
			t.Errorf("%s: %v", end, err)
		}
		if n := len(h.doors.work.slots); n != 0 {
			t.Fatalf("%s: %d slots are held", end, n)
		}
	}
}

func TestWhatTellsOfHealthAndTheFilesStandInTheOpen(t *testing.T) {
	h := newHouse(t, 0, 0, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	for path, want := range map[string]string{
		"/healthz": " 200 ", "/readyz": " 200 ", "/": " 200 ", "/assets/index.js": " 200 ",
		"/api/v1/me": " 503 ", "/api/v1/attempts/x/what-ifs": " 503 ",
	} {
		_, answers := h.call(t, "GET %s HTTP/1.1\nHost: x\n\n", path)
		if line, err := answers.ReadString('\n'); err != nil || !strings.Contains(line, want) {
			t.Errorf("%s: %q, %v", path, line, err)
		}
	}
}

// The door listens only to those who show a login, and where strangers come in; any other stranger's body would be
// waited for inside.
func TestStrangersBodiesAreHeardWhereTheyComeInAlone(t *testing.T) {
	k, err := readContract()
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range k.operations {
		if o.body != nil && !o.private && !entering[o.route.Path] {
			t.Errorf("%s is open and takes a body", o.route.Operation.OperationID)
		}
	}
}

func TestEachRequestHasItsDoor(t *testing.T) {
	d := newDoors(slog.New(slog.DiscardHandler), time.Now)
	for asked, want := range map[string]*door{
		"POST /api/v1/attempts/x/decisions": d.moves,
		"POST /api/v1/attempts/x/looks":     d.moves,
		"PUT /api/v1/attempts/x/draft":      d.moves,
		"POST /api/v1/attempts/x/what-ifs":  d.work,
		"GET /api/v1/attempts/x/debrief":    d.work,
		"GET /api/v1/attempts":              d.work,
		"POST /api/v1/guests":               d.accounts,
		"POST /api/v1/logins":               d.accounts,
		"POST /api/v1/links/uses":           d.accounts,
		"PUT /api/v1/me/password":           d.accounts,

		"GET /api/v1/cohorts/x":                            d.work,
		"GET /api/v1/cohorts/x/members":                    d.work,
		"GET /api/v1/cohorts/x/progress":                   d.reports,
		"GET /api/v1/cohorts/x/cases/client/1":             d.reports,
		"GET /api/v1/cohorts/x/people/y":                   d.reports,
		"GET /api/v1/cohorts/x/rationales":                 d.reports,
		"GET /api/v1/cohorts/x/export":                     d.files,
		"GET /api/v1/me/export":                            d.own,
		"GET /api/v1/cases/progress":                       d.work,
		"PUT /api/v1/cohorts/x/attempts/y/comments/0":      d.moves,
		"GET /api/v1/cohorts/x/people/y/attempts/z":        d.reports,
		"GET /api/v1/cohorts/x/attempts/progress/comments": d.work,
	} {
		method, path, _ := strings.Cut(asked, " ")
		if got := d.of(httptest.NewRequestWithContext(t.Context(), method, path, nil)); got != want {
			t.Errorf("%s goes through %s", asked, got.name)
		}
	}
}

// slowReader notes until when a piece may be written.
type slowReader struct {
	http.ResponseWriter
	until []time.Time
}

func (s *slowReader) SetWriteDeadline(until time.Time) error {
	s.until = append(s.until, until)
	return nil
}

func TestAReaderHasAsLongForEachPieceOfAFile(t *testing.T) {
	now, to := time.Unix(0, 0), &slowReader{ResponseWriter: httptest.NewRecorder()}
	out := newPatient(to, func() time.Time { return now })
	for i := range 3 {
		if _, err := io.WriteString(out, "piece"); err != nil {
			t.Fatal(err)
		}
		if got := to.until[i].Sub(now); len(to.until) != i+1 || got != pause {
			t.Errorf("piece %d may take %v", i, got)
		}
		now = now.Add(20 * time.Second)
	}
}

func TestAFileHoldsItsSlotUntilItIsSent(t *testing.T) {
	sending, sent := make(chan struct{}), make(chan struct{})
	h := newHouse(t, 1, 0, func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, "half")
		sending <- struct{}{}
		<-sent
	})
	for path, d := range map[string]*door{"/api/v1/cohorts/x/export": h.doors.files, "/api/v1/me/export": h.doors.own} {
		_, answers := h.call(t, "GET %s HTTP/1.1\nHost: x\nConnection: close\n\n", path)
		<-sending
		if n := len(d.slots); n != 1 || len(h.doors.files.slots)+len(h.doors.own.slots) != 1 {
			t.Errorf("%s holds %d slots of %s while it is sent", path, n, d.name)
		}
		sent <- struct{}{}
		if _, err := io.ReadAll(answers); err != nil || len(d.slots) != 0 {
			t.Errorf("%s: %v, %d slots are held in the end", path, err, len(d.slots))
		}
	}
}
