package web

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"casebook/api"
	"casebook/internal/account"
)

// ExportMyData sends all that is kept about whoever asks, as it is read.
func (s *server) ExportMyData(ctx context.Context, r api.ExportMyDataRequestObject) (api.ExportMyDataResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	lang := string(or(r.Params.Lang))
	if lang == "" {
		lang = reading(ctx)
	}
	return myData{ctx, s, by, lang}, nil
}

// myData is an archive that is written while it is sent.
type myData struct {
	ctx  context.Context
	srv  *server
	by   account.Account
	lang string
}

func (m myData) VisitExportMyDataResponse(w http.ResponseWriter) error {
	h := w.Header()
	h.Set("Content-Type", "application/zip")
	h.Set("Content-Disposition", fmt.Sprintf(`attachment; filename="casebook-%s.zip"`, m.srv.Now().Format(time.DateOnly)))
	w.WriteHeader(http.StatusOK)
	if err := m.srv.Personal.Export(m.ctx, m.by, m.lang, newPatient(w, m.srv.Now)); err != nil {
		m.srv.Log.ErrorContext(m.ctx, "archive broken off", "err", err)
		panic(http.ErrAbortHandler) // or what was sent would pass for the whole
	}
	return nil
}
