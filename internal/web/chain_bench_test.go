package web

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
)

// nowhere takes an answer.
type nowhere struct{ header http.Header }

func (n *nowhere) Header() http.Header            { return n.header }
func (n *nowhere) Write(data []byte) (int, error) { return len(data), nil }
func (n *nowhere) WriteHeader(int)                {}

// What a decision pays before anybody thinks about it: the guards, the door with the wait for the body, and being
// measured. The handler behind reads the body and answers.
func BenchmarkTheWayIn(b *testing.B) {
	p := problems{slog.New(slog.DiscardHandler)}
	d := newDoors(p.log, time.Now)
	k, err := readContract()
	if err != nil {
		b.Fatal(err)
	}
	answered := []byte(`{"ok":true}`)
	read := func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.ReadAll(r.Body)
		_, _ = w.Write(answered)
	}
	routed := func(m *Metrics) http.Handler {
		g := gin.New()
		if m != nil {
			m.watch(newPatterns(k), d)
			g.Use(m.measure(time.Now))
		}
		g.POST("/api/v1/attempts/:id/decisions", func(c *gin.Context) { read(c.Writer, c.Request) })
		return g
	}
	body := []byte(`{"choice":"appeler","step":3,"rationale":"Parce qu’il faut lui parler avant d’écrire.","confidence":2}`)
	for _, way := range []struct {
		name    string
		handler http.Handler
	}{
		{"gin alone", routed(nil)},
		{"guarded", p.recover(securityHeaders(sameOrigin(p, routed(nil))))},
		{"guarded, through a door", p.recover(securityHeaders(sameOrigin(p, d.around(p, routed(nil)))))},
		{"guarded, through a door, measured", p.recover(securityHeaders(sameOrigin(p, d.around(p, routed(NewMetrics())))))},
	} {
		b.Run(way.name, func(b *testing.B) {
			r := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/api/v1/attempts/01a2008d-49a6-7075-8f7a-21f9294a9092/decisions", nil)
			r.Header.Set("Cookie", loginCookie+"=abcdefghijklmnopqrstuvwxyz; casebook_signed_in=1")
			r.Header.Set("Content-Type", "application/json")
			r.ContentLength = int64(len(body))
			w := &nowhere{http.Header{}}
			b.ReportAllocs()
			for b.Loop() {
				clear(w.header)
				r.Body = io.NopCloser(bytes.NewReader(body))
				way.handler.ServeHTTP(w, r)
			}
		})
	}
}
