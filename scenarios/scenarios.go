// Package scenarios holds the cases that ship, and the registers that cases share.
package scenarios

import (
	"embed"
	"io/fs"
)

//go:embed */* competencies.yaml sources.yaml
var files embed.FS

// Case is the folder of one case that ships.
type Case struct {
	ID     string
	Folder fs.FS
}

// Cases lists the cases that ship, by id.
func Cases() []Case {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // the root of an embedded file system: this cannot happen
	}
	var cases []Case
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		folder, err := fs.Sub(files, e.Name())
		if err != nil {
			panic(err) // a name that was just read: this cannot happen
		}
		cases = append(cases, Case{e.Name(), folder})
	}
	return cases
}

// Registers is the folder with competencies.yaml and sources.yaml.
func Registers() fs.FS { return files }
