package web

import (
	"net/http"
	"path"
	"strconv"
	"strings"
)

// fileTypes are those that a frontend or a case may hold. The system's own table would differ from one to the next.
var fileTypes = map[string]string{
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".json":        "application/json",
	".webmanifest": "application/manifest+json",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".woff2":       "font/woff2",
	".png":         "image/png",
	".jpg":         "image/jpeg",
	".jpeg":        "image/jpeg",
	".webp":        "image/webp",
	".ico":         "image/x-icon",
	".mp3":         "audio/mpeg",
}

func contentType(name string) string {
	if t, ok := fileTypes[path.Ext(name)]; ok {
		return t
	}
	return "application/octet-stream"
}

// compresses reports whether files of a type are text.
func compresses(contentType string) bool {
	return strings.HasPrefix(contentType, "text/") || strings.HasPrefix(contentType, "application/") &&
		contentType != "application/octet-stream" || contentType == fileTypes[".svg"]
}

// acceptsGzip reads Accept-Encoding: gzip named, and not with a weight of zero.
func acceptsGzip(r *http.Request) bool {
	for _, part := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		coding, params, _ := strings.Cut(part, ";")
		if strings.TrimSpace(coding) != "gzip" {
			continue
		}
		q, weighed := strings.CutPrefix(strings.TrimSpace(params), "q=")
		if !weighed {
			return true
		}
		weight, err := strconv.ParseFloat(q, 64)
		return err == nil && weight > 0
	}
	return false
}
