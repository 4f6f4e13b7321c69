package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"sync"

	"casebook/api"
)

// attemptAnswer is where an attempt stands, in answer to any operation that says so.
type attemptAnswer struct {
	status  int
	attempt api.Attempt
}

// progressAnswer is what a move has changed: a decision is what the server is asked for most.
type progressAnswer struct{ progress api.Progress }

// reportAnswer is a report on a cohort, which may be long.
type reportAnswer[T any] struct{ report T }

// buffers are written to and sent, again and again.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// send sends what the contract describes, in one piece.
func send(w http.ResponseWriter, status int, body any) error {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	e := json.NewEncoder(buf)
	e.SetEscapeHTML(false) // an answer is never read as a page: its type is said, and nosniff
	if err := e.Encode(body); err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Content-Length", strconv.Itoa(buf.Len()))
	w.WriteHeader(status)
	_, err := w.Write(buf.Bytes())
	return err
}

func (a attemptAnswer) send(w http.ResponseWriter) error { return send(w, a.status, &a.attempt) }

func (a attemptAnswer) VisitBeginAttemptResponse(w http.ResponseWriter) error   { return a.send(w) }
func (a attemptAnswer) VisitGetAttemptResponse(w http.ResponseWriter) error     { return a.send(w) }
func (a attemptAnswer) VisitStartTimerResponse(w http.ResponseWriter) error     { return a.send(w) }
func (a attemptAnswer) VisitTimeOutResponse(w http.ResponseWriter) error        { return a.send(w) }
func (a attemptAnswer) VisitChangeSettingsResponse(w http.ResponseWriter) error { return a.send(w) }
func (a attemptAnswer) VisitAbandonAttemptResponse(w http.ResponseWriter) error { return a.send(w) }

func (a progressAnswer) send(w http.ResponseWriter) error { return send(w, http.StatusOK, &a.progress) }

func (a progressAnswer) VisitMakeDecisionResponse(w http.ResponseWriter) error { return a.send(w) }
func (a progressAnswer) VisitTakeLookResponse(w http.ResponseWriter) error     { return a.send(w) }

func (a reportAnswer[T]) send(w http.ResponseWriter) error { return send(w, http.StatusOK, &a.report) }

func (a reportAnswer[T]) VisitGetCohortProgressResponse(w http.ResponseWriter) error {
	return a.send(w)
}

func (a reportAnswer[T]) VisitGetCaseReportResponse(w http.ResponseWriter) error { return a.send(w) }
