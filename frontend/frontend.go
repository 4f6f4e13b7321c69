// Package frontend holds the web frontend, built into the binary.
package frontend

import (
	"embed"
	"io/fs"
)

// dist keeps a .gitkeep, so that the package builds before the frontend does.
//
//go:embed all:dist
var dist embed.FS

// Files returns the built frontend, with index.html at its root. Without a build it holds no index.html.
func Files() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // "dist" is a valid path: this cannot happen.
	}
	return files
}
