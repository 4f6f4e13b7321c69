package scenario

import (
	"io/fs"
	"strings"
)

// Unit is one translation unit: a heading of a screenplay, with its label and what stands right under it.
type Unit struct {
	Path string // keywords and ids from the top: "scene:signal/choice:appeler/expert"; "title" for the first
	Line int    // of the heading
	Hash string // 16 hex digits of the SHA-256 of label and body, blank lines around them apart
}

// Units lists the units of the screenplay in lang, in the order written. A heading that cannot be read is left out:
// Parse says why. The issues are those that kept the file from being read at all.
func Units(folder fs.FS, lang string) ([]Unit, Issues) {
	r := &report{}
	file := textName(lang)
	text, ok := r.readText(folder, file)
	if !ok {
		return nil, r.sorted()
	}
	quiet := &textReader{report: &report{}, file: file, lang: lang}
	root := quiet.outline(text)
	units := []Unit{{"title", root.line, root.hash()}}
	for _, s := range root.children {
		units = s.units("", units)
	}
	return units, nil
}

func textName(lang string) string { return "text." + lang + ".md" }

func (s *section) units(above string, units []Unit) []Unit {
	path := above + s.keyword
	if s.id != "" {
		path += ":" + s.id
	}
	units = append(units, Unit{path, s.line, s.hash()})
	for _, c := range s.children {
		units = c.units(path+"/", units)
	}
	return units
}

func (s *section) hash() string {
	return hexSum(s.label + "\x00" + strings.Join(trimBlank(s.body), "\n"))[:16]
}
