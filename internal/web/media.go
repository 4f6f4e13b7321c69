package web

import (
	"bytes"
	"context"
	"net/http"
	"strings"

	"casebook/api"
)

// GetMedia sends a picture or a sound that has been shown.
func (s *server) GetMedia(ctx context.Context, r api.GetMediaRequestObject) (api.GetMediaResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	data, err := s.Attempts.Media(ctx, by, r.ID, r.Name)
	if err != nil {
		return nil, err
	}
	return media(r.Name, data), nil
}

// media is a picture or a sound of a case.
func media(name string, data []byte) sandboxed {
	kind, body, length := contentType(name), bytes.NewReader(data), int64(len(data))
	if strings.HasPrefix(kind, "audio/") {
		return sandboxed{api.GetMedia200AudioResponse{Body: body, ContentType: kind, ContentLength: length}}
	}
	return sandboxed{api.GetMedia200ImageResponse{Body: body, ContentType: kind, ContentLength: length}}
}

// sandboxed is a file of a case: opened on its own it can do nothing, and it stays as it is, like its version.
type sandboxed struct{ api.GetMediaResponseObject }

func (m sandboxed) VisitGetMediaResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
	w.Header().Set("Cache-Control", "private, max-age=86400")
	return m.GetMediaResponseObject.VisitGetMediaResponse(w)
}

// mediaAnswer is the same for a trainer.
type mediaAnswer struct{ sandboxed }

func (m mediaAnswer) VisitGetTraineeMediaResponse(w http.ResponseWriter) error {
	return m.VisitGetMediaResponse(w)
}
