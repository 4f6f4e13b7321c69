package web

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"maps"
	"math"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"casebook/api"
	"casebook/internal/attempt"
	"casebook/internal/comment"
	"casebook/internal/fault"
)

// statuses says which status each kind of fault is answered with.
var statuses = map[fault.Kind]int{
	fault.Malformed:    http.StatusBadRequest,
	fault.Unauthorized: http.StatusUnauthorized,
	fault.NotFound:     http.StatusNotFound,
	fault.Conflict:     http.StatusConflict,
	fault.TooLarge:     http.StatusRequestEntityTooLarge,
	fault.Unsupported:  http.StatusUnsupportedMediaType,
	fault.Invalid:      http.StatusUnprocessableEntity,
	fault.Unavailable:  http.StatusServiceUnavailable,
	fault.Full:         http.StatusInsufficientStorage,
	fault.TooMany:      http.StatusTooManyRequests,
	fault.Forbidden:    http.StatusForbidden,
}

// refusal is a fault that only HTTP knows: it has a status where others have a kind.
type refusal struct {
	*fault.Fault
	status int
}

// problems turns errors into answers; nothing else does.
type problems struct{ log *slog.Logger }

// answer ends a request with the problem that err is.
func (p problems) answer(c *gin.Context, err error) {
	c.Abort()
	if c.Writer.Written() {
		p.log.ErrorContext(c, "answer broken off", "method", c.Request.Method, "route", c.FullPath(), "err", err)
		return
	}
	p.write(c.Writer, c.Request, err)
}

func (p problems) write(w http.ResponseWriter, r *http.Request, err error) {
	f, status := p.refused(r, err)
	lang := language(r)
	problem := api.Problem{
		Type:   "about:blank",
		Title:  http.StatusText(status),
		Status: status,
		Code:   f.Code,
		Detail: f.Text.In(lang),
	}
	carry(&problem, f.Extra, lang)
	body, err := json.Marshal(problem)
	if err != nil {
		p.log.ErrorContext(r.Context(), "problem not written", "code", f.Code, "err", err)
	}
	h := w.Header()
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Content-Type", "application/problem+json")
	h.Set("Content-Language", lang)
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept-Language")
	if after := retryAfter(f, status); after > 0 {
		h.Set("Retry-After", strconv.Itoa(after))
	}
	w.WriteHeader(status)
	if _, err := w.Write(body); err != nil {
		p.log.DebugContext(r.Context(), "problem not sent", "err", err)
	}
}

// refused finds what to say of an error and the status to say it with. What is no refusal is a failure of ours: it
// is logged, as is what a fault does not tell, and nothing of it is told.
func (p problems) refused(r *http.Request, err error) (*fault.Fault, int) {
	var only refusal
	if errors.As(err, &only) {
		return only.Fault, only.status
	}
	if f, ok := fault.From(err); ok {
		status := statuses[f.Kind]
		if status >= http.StatusInternalServerError && f.Cause != nil {
			p.log.ErrorContext(r.Context(), "request failed", "method", r.Method, "code", f.Code, "err", err)
		}
		return f, status
	}
	if errors.Is(err, context.Canceled) { // the client has left: nobody reads this
		return busy(), http.StatusServiceUnavailable
	}
	p.log.ErrorContext(r.Context(), "request failed", "method", r.Method, "err", err)
	if errors.Is(err, context.DeadlineExceeded) {
		return busy(), http.StatusServiceUnavailable
	}
	return failed().Fault, http.StatusInternalServerError
}

// retryAfter is when to try again, in seconds; 0 when that would not help.
func retryAfter(f *fault.Fault, status int) int {
	if wait, ok := f.Extra["retry_after"].(time.Duration); ok {
		return int(math.Ceil(wait.Seconds()))
	}
	if status == http.StatusServiceUnavailable {
		return 2
	}
	return 0
}

// carry adds what a fault has beside its sentence.
func carry(p *api.Problem, extra map[string]any, lang string) {
	if step, ok := extra["step"].(int); ok {
		p.Step = &step
	}
	if d, ok := extra["draft"].(attempt.Draft); ok {
		p.Draft = draft(d)
	}
	if c, ok := extra["comment"].(comment.Comment); ok {
		kept := toComment(c, c.Rater) // nobody else is in conflict with it
		p.Comment = &kept
	}
	carryCohort(p, extra, lang)
	if fields, ok := extra["fields"].(map[string]fault.Text); ok {
		list := make([]api.Field, 0, len(fields))
		for _, name := range slices.Sorted(maps.Keys(fields)) {
			list = append(list, api.Field{Field: name, Detail: fields[name].Typeset().In(lang)})
		}
		p.Fields = &list
	}
}
