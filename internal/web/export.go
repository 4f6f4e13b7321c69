package web

import (
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"time"
	_ "time/tzdata" // a reader's time zone is known on every machine

	"casebook/api"
	"casebook/internal/export"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/report"
)

// ExportCohort hands a cohort's report out as a file.
func (s *server) ExportCohort(ctx context.Context, r api.ExportCohortRequestObject) (api.ExportCohortResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	zone, err := zoneOf(or(r.Params.Zone))
	if err != nil {
		return nil, err
	}
	f, err := s.Exports.Open(ctx, by, r.ID, export.Wanted{
		Format: export.Format(r.Params.Format), View: export.View(or(r.Params.View)),
		Case: library.Ref{ID: or(r.Params.Scenario), Version: or(r.Params.Version)},
		Pick: report.Pick{
			Assignment: or(r.Params.Assignment), State: report.State(or(r.Params.State)), Competency: or(r.Params.Competency),
			Search: or(r.Params.Search), Help: or(r.Params.Help),
		},
		For: export.Reader{Lang: string(r.Params.Lang), Zone: zone},
	})
	if err != nil {
		return nil, err
	}
	return download{ctx, f, s.Now}, nil
}

func zoneOf(name string) (*time.Location, error) {
	zone, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		return nil, fault.New(fault.Invalid, "unknown_time_zone", fault.Text{
			FR: "« %s » n’est pas un fuseau horaire connu ; un exemple : Europe/Paris.",
			EN: "“%s” is no time zone that is known; an example: Europe/Paris.",
		}, name)
	}
	return zone, nil
}

// download is a file that is made while it is sent.
type download struct {
	ctx  context.Context
	file export.File
	now  func() time.Time
}

// linesHeader tells how many lines a file will have, for whoever shows how far it is.
const linesHeader = "Casebook-Lines"

func (d download) VisitExportCohortResponse(w http.ResponseWriter) error {
	h := w.Header()
	h.Set("Content-Type", d.file.Type)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": d.file.Name}))
	if d.file.Lines > 0 {
		h.Set(linesHeader, strconv.FormatInt(d.file.Lines, 10))
	}
	out := newPatient(w, d.now)
	if err := d.file.Write(d.ctx, out); err != nil {
		if out.begun { // half a file must not be taken for a whole one
			panic(http.ErrAbortHandler)
		}
		for _, name := range []string{"Content-Disposition", "Content-Type", linesHeader} {
			h.Del(name)
		}
		return fmt.Errorf("export a cohort: %w", err)
	}
	return nil
}

// pause is how long a reader may take for a piece of a file.
const pause = 30 * time.Second

// patient writes as long as somebody reads: the time that an answer may take begins again with each piece.
type patient struct {
	io.Writer
	control *http.ResponseController
	now     func() time.Time
	begun   bool
}

func newPatient(w http.ResponseWriter, now func() time.Time) *patient {
	return &patient{Writer: w, control: http.NewResponseController(w), now: now}
}

func (p *patient) Write(data []byte) (int, error) {
	p.begun = true
	if err := p.control.SetWriteDeadline(p.now().Add(pause)); err != nil {
		return 0, err
	}
	return p.Writer.Write(data)
}
