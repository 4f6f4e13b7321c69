package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"casebook/internal/fault"
)

func TestBodiesThatTheCheckLetsPass(t *testing.T) {
	for body, ok := range map[string]bool{
		`{}`:                                 true,
		` {"a": [1, {"b": null}], "c": ""} `: true,
		`{"a": {"x": 1}, "b": {"x": 2}}`:     true,
		`{"a": 1, "A": 2}`:                   true,
		`{"a": 1, "a": 1}`:                   false,
		`{"a": 1, "\u0061": 1}`:              false,
		`{"b": [{"a": 1, "a": 1}]}`:          false,
		`{"a": "\u0000"}`:                    false,
		`{"\u0000": 1}`:                      false,
		`{} {}`:                              false,
		`{}]`:                                false,
		`{"a": 01}`:                          false,
		`{'a': 1}`:                           false,
		`{"a": 1,}`:                          false,
		`NaN`:                                false,
		``:                                   false,
		strings.Repeat("[", 16) + strings.Repeat("]", 16):     true,
		strings.Repeat("[", 20) + strings.Repeat("]", 20):     false,
		strings.Repeat("[", 9999) + strings.Repeat("]", 9999): false,
	} {
		_, err := parse([]byte(body))
		if (err == nil) != ok {
			t.Errorf("%.60q: %v", body, err)
		}
		if err != nil && !fault.Is(err, fault.Malformed) {
			t.Errorf("%.60q is refused as %v", body, err)
		}
	}
}

// What the check lets pass is read the same way by everybody: as many fields as were written, none lost to another.
func FuzzBody(f *testing.F) {
	for _, seed := range []string{`{"a":1,"b":[{"c":"d"}]}`, `{"a":1,"a":2}`, `{"a":{"b":1},"b":{"b":1}}`, `[1]{}`, "{\"\\u0000\":\"\xff\"}"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if _, err := parse(body); err != nil {
			return
		}
		var read any
		if err := json.Unmarshal(body, &read); err != nil {
			t.Fatalf("passed, but cannot be read: %v", err)
		}
		if written, kept := writtenFields(t, body), keptFields(read); written != kept {
			t.Errorf("%d fields written, %d kept", written, kept)
		}
		if again, err := json.Marshal(read); err != nil || bytes.Contains(again, []byte(`\u0000`)) && !bytes.Contains(body, []byte(`\\u0000`)) {
			t.Errorf("a NUL passed: %s, %v", again, err)
		}
	})
}

// writtenFields counts colons outside strings.
func writtenFields(t *testing.T, body []byte) (n int) {
	var compact bytes.Buffer
	if err := json.Compact(&compact, body); err != nil {
		t.Fatal(err)
	}
	inside, escaped := false, false
	for _, b := range compact.Bytes() {
		switch {
		case escaped:
			escaped = false
		case inside && b == '\\':
			escaped = true
		case b == '"':
			inside = !inside
		case !inside && b == ':':
			n++
		}
	}
	return n
}

func keptFields(v any) (n int) {
	switch v := v.(type) {
	case map[string]any:
		for _, value := range v {
			n += 1 + keptFields(value)
		}
	case []any:
		for _, value := range v {
			n += keptFields(value)
		}
	}
	return n
}

// Whatever a body is, it follows the contract or is refused with a sentence; it never fails.
func FuzzDecision(f *testing.F) {
	k, err := readContract()
	if err != nil {
		f.Fatal(err)
	}
	operation := k.operations["POST /api/v1/attempts/:id/decisions"]
	for _, seed := range []string{
		`{"choice":"appeler","step":0}`, `{"choice":"appeler","step":1e400}`, `{"choice":1,"step":null,"x":{}}`, `[]`, `0`, `{"choice":"","step":0.0}`,
	} {
		f.Add([]byte(seed), "application/json")
	}
	f.Fuzz(func(t *testing.T, body []byte, kind string) {
		c, _ := gin.CreateTestContext(httptest.NewRecorder())
		c.Request = httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/api/v1/attempts/x/decisions", bytes.NewReader(body))
		c.Request.Header.Set("Content-Type", kind)
		c.Params = gin.Params{{Key: "id", Value: "01a2008d-49a6-7075-8f7a-21f9294a9092"}}
		if err := k.follows(c, operation); err != nil {
			if found, ok := fault.From(err); !ok || found.Text.FR == "" || statuses[found.Kind] >= http.StatusInternalServerError {
				t.Errorf("refused without a sentence: %v", err)
			}
		}
	})
}
