package scenario

import (
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// languages are those that the product speaks, in the order of TextHash.
var languages = []string{"en", "fr"}

// textReader reads the screenplay in one language and lays it beside the map.
type textReader struct {
	*report
	file      string
	lang      string
	sc        *Scenario
	names     Names
	registers *Registers
	media     map[string][]byte
	blocks    blocks
	points    map[string][]string // cited, by the path of the comment
	extras    map[extra]bool      // blocks that may be left out, but not by a translation alone
}

// at is the beginning of a line.
func (t *textReader) at(line int) Place { return Place{t.file, line, 1} }

// blocks are those of one language, by path: "signal/appeler/expert".
type blocks map[string]*blockAt

// blockAt is where a block stands and which conditions it depends on, in order; nil for one that cannot be read.
type blockAt struct {
	at         Place
	conditions []*Condition
	ifs        []int // the line of each condition
	entries    int   // of an exhibit: headers, messages and bars
}

// extra is a block that a case can do without.
type extra struct{ parent, heading string }

// readTexts reads every language's screenplay, the source language first. It tells where each block stands, by language.
func (r *report) readTexts(folder fs.FS, m *mapReader, media map[string][]byte) map[string]blocks {
	found := r.screenplays(folder)
	if m == nil {
		return nil
	}
	sc := m.sc
	if _, ok := found[sc.Lang]; !ok && (sc.Lang == "fr" || sc.Lang == "en") {
		r.readText(folder, TextName(sc.Lang)) // says why
	}
	sc.Texts = map[string]*Text{}
	var source *textReader
	all := map[string]blocks{}
	for _, lang := range sc.orderOfTexts() {
		text, ok := found[lang]
		if !ok {
			continue
		}
		t := &textReader{
			report: r, file: TextName(lang), lang: lang, sc: sc, names: m.names,
			registers: m.registers, media: media, blocks: blocks{}, points: map[string][]string{}, extras: map[extra]bool{},
		}
		sc.Texts[lang] = t.read(text)
		all[lang] = t.blocks
		if source != nil {
			t.compare(source)
		} else if lang == sc.Lang {
			source = t
		}
	}
	sc.TextHash = textHash(found)
	return all
}

// screenplays are the texts of a folder, by language.
func (r *report) screenplays(folder fs.FS) map[string]string {
	files, err := fs.Glob(folder, "text.*.md")
	if err != nil {
		return nil
	}
	found := map[string]string{}
	for _, file := range files {
		lang := strings.TrimSuffix(strings.TrimPrefix(file, "text."), ".md")
		if !slices.Contains(languages, lang) {
			r.add(Place{file, 1, 1}, ruleTextLanguage, lang)
			continue
		}
		if text, ok := r.readText(folder, file); ok {
			found[lang] = text
		}
	}
	return found
}

func (s *Scenario) orderOfTexts() []string {
	if s.Lang == "en" {
		return []string{"en", "fr"}
	}
	return []string{"fr", "en"}
}

// textHash identifies every displayed sentence: a SHA-256 over the screenplays in the order of their languages, line
// ends apart.
func textHash(texts map[string]string) string {
	var sb strings.Builder
	for _, lang := range languages {
		if text, ok := texts[lang]; ok {
			sb.WriteString(lang + "\x00" + text + "\x00")
		}
	}
	return hexSum(sb.String())
}

func (t *textReader) read(source string) *Text {
	root := t.outline(source)
	text := &Text{Lang: t.lang, Title: root.label, Pitch: t.block(root, "", proseBlock), Note: Note{}}
	text.Theme = t.theme(root)
	t.cast(root, text)
	t.labels(root, text)
	t.exhibits(root, text)
	t.nodes(root, text)
	if note := t.child(root, "note"); note != nil {
		t.note(note, text)
		t.extras[extra{"", note.heading}] = true
	}
	return text
}

func (t *textReader) cast(root *section, text *Text) {
	ids := make([]string, len(t.sc.Cast))
	for i, c := range t.sc.Cast {
		ids[i] = c.ID
	}
	for i, s := range t.match(root, "cast", "##", ids) {
		c := CharacterText{Name: ids[i]}
		if s != nil {
			c = CharacterText{Name: s.label, Body: t.block(s, "cast:"+ids[i], proseBlock)}
		}
		text.Cast = append(text.Cast, c)
	}
}

// theme is a label of the whole case.
func (t *textReader) theme(root *section) string {
	s := t.child(root, "theme")
	if s == nil {
		return ""
	}
	t.labelled(s)
	return s.label
}

// labelled notes a heading that only gives a label.
func (t *textReader) labelled(s *section) {
	t.extras[extra{"", s.heading}] = true
	if len(trimBlank(s.body)) > 0 {
		t.add(t.at(s.line), ruleLabelBody, s.heading)
	}
}

// labels names the gauges and flags; one that the author did not name is called by its id.
func (t *textReader) labels(root *section, text *Text) {
	text.Vars = make([]string, len(t.sc.Vars))
	var gauges, flags []string
	where := index{}
	for i, v := range t.sc.Vars {
		text.Vars[i] = raise(shortName(v.ID))
		where[v.ID] = i
		if v.Flag {
			flags = append(flags, v.ID)
		} else {
			gauges = append(gauges, v.ID)
		}
	}
	for keyword, ids := range map[string][]string{"gauge": gauges, "flag": flags} {
		for i, s := range t.find(root, keyword, ids) {
			if s == nil {
				continue
			}
			text.Vars[where[ids[i]]] = s.label
			t.labelled(s)
		}
	}
}

func raise(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

func (t *textReader) note(s *section, text *Text) {
	if !t.block(s, "note", noteBlock).Empty() {
		t.add(t.at(s.line), ruleNoteBody)
	}
	for keyword := range screenplay.children["note"].children {
		if c := t.child(s, keyword); c != nil {
			text.Note[keyword] = t.block(c, "note/"+keyword, noteBlock)
			t.extras[extra{"note", c.heading}] = true
		}
	}
}
