package scenario

import (
	"io/fs"
	"strings"
)

// unit is one translation unit: a heading of a screenplay, with its label and what stands right under it.
type unit struct {
	path string // keywords and ids from the top: "scene:signal/choice:appeler/expert"; "title" for the first
	line int    // of the heading
	hash string // 16 hex digits of the SHA-256 of label and body, blank lines around them apart
}

// unitsIn lists the units of the screenplay in lang, in the order written. A heading that cannot be read is left out:
// Parse says why. The issues are those that kept the file from being read at all.
func unitsIn(folder fs.FS, lang string) ([]unit, Issues) {
	r := &report{}
	file := TextName(lang)
	text, ok := r.readText(folder, file)
	if !ok {
		return nil, r.sorted()
	}
	quiet := &textReader{report: &report{}, file: file, lang: lang}
	root := quiet.outline(text)
	units := []unit{{"title", root.line, root.hash()}}
	for _, s := range root.children {
		units = s.units("", units)
	}
	return units, nil
}

// TextName is the file of the screenplay in lang.
func TextName(lang string) string { return "text." + lang + ".md" }

func (s *section) units(above string, units []unit) []unit {
	path := above + s.keyword
	if s.id != "" {
		path += ":" + s.id
	}
	units = append(units, unit{path, s.line, s.hash()})
	for _, c := range s.children {
		units = c.units(path+"/", units)
	}
	return units
}

func (s *section) hash() string {
	return hexSum(s.label + "\x00" + strings.Join(trimBlank(s.body), "\n"))[:16]
}
