//go:build bench

package load

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"github.com/google/uuid"
)

// Trainee is a guest who plays a case with the first choice on offer, up to the ending, again and again. Only
// decisions are counted.
type Trainee struct {
	Number   int
	Scenario string

	cookie, attempt, choice string
	ended                   string // the last attempt that has ended
	step, made              int
	request                 []byte
}

// Next implements Player.
func (t *Trainee) Next() ([]byte, bool) {
	switch {
	case t.cookie == "":
		t.post("/api/v1/guests", "")
	case t.attempt == "":
		t.post("/api/v1/attempts", `{"scenario":"`+t.Scenario+`","lang":"en"}`)
	default:
		t.post("/api/v1/attempts/"+t.attempt+"/decisions", Decision(t.choice, t.step))
		return t.request, true
	}
	return t.request, false
}

// Decision is the body of a decision.
func Decision(choice string, step int) string {
	return `{"choice":"` + choice + `","step":` + strconv.Itoa(step) + `,"confidence":2}`
}

func (t *Trainee) post(path, body string) {
	t.made++
	t.request = Post(t.request[:0], path, t.cookie, Key(t.Number, t.made), body)
}

// Key is an idempotency key, a new one for each request.
func Key(client, request int) string {
	const digits = "00000000000000000000000000000000"
	key := strconv.Itoa(client*100_000_000 + request)
	return digits[len(key):] + key
}

// Post writes a request as every player sends it, so that servers read the same.
func Post(into []byte, path, cookie, key, body string) []byte {
	into = append(into, "POST "...)
	into = append(into, path...)
	into = append(into, " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nIdempotency-Key: "...)
	into = append(into, key...)
	if cookie != "" {
		into = append(into, "\r\nCookie: "...)
		into = append(into, cookie...)
	}
	into = append(into, "\r\nContent-Length: "...)
	into = strconv.AppendInt(into, int64(len(body)), 10)
	into = append(into, "\r\n\r\n"...)
	return append(into, body...)
}

// Read implements Player.
func (t *Trainee) Read(a Answer) error {
	if a.Status >= 300 {
		t.attempt = ""
		return fmt.Errorf("status %d: %s", a.Status, a.Body)
	}
	if t.cookie == "" {
		t.cookie = a.Cookie
		return nil
	}
	if t.attempt == "" {
		if t.attempt = ownID(a.Body); t.attempt == "" {
			return errors.New("an attempt without an id")
		}
		t.step = 0
	} else {
		t.step++
	}
	if t.choice = firstChoice(a.Body); t.choice == "" {
		t.ended, t.attempt = t.attempt, ""
	}
	return nil
}

// Ended is the last attempt that has come to its ending; empty while there is none.
func (t *Trainee) Ended() string { return t.ended }

// Again asks how the attempt that has ended stands.
func (t *Trainee) Again() []byte {
	return []byte("GET /api/v1/attempts/" + t.ended + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + t.cookie + "\r\n\r\n")
}

// Stands reports whether an answer shows that attempt at its ending, with every decision that was acknowledged.
func (t *Trainee) Stands(a Answer) bool {
	return a.Status == 200 && bytes.Contains(a.Body, []byte(`"status":"completed","step":`+strconv.Itoa(t.step)+`,`))
}

var (
	choices = []byte(`"choices":[`)
	id      = []byte(`"id":"`)
)

// firstChoice finds the id of the first choice; it is empty at an ending. Inside a text, quotes are escaped: what is
// looked for cannot stand there.
func firstChoice(view []byte) string {
	_, list, _ := bytes.Cut(view, choices)
	if len(list) == 0 || list[0] == ']' {
		return ""
	}
	_, found, _ := bytes.Cut(list, id)
	end := bytes.IndexByte(found, '"')
	return string(found[:max(0, end)])
}

// ownID finds the attempt's own id: no other has the shape of a UUID.
func ownID(view []byte) string {
	for {
		_, after, found := bytes.Cut(view, id)
		if !found {
			return ""
		}
		value, _, _ := bytes.Cut(after, []byte(`"`))
		if _, err := uuid.ParseBytes(value); err == nil {
			return string(value)
		}
		view = after
	}
}
