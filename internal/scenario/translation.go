package scenario

import "io/fs"

// TranslationState is how a unit stands in another language.
type TranslationState string

// The states of a translated unit. All but Agreeing ask for somebody's attention.
const (
	Agreeing TranslationState = "fresh"   // the source is as it was when somebody last said that both agree
	Stale    TranslationState = "stale"   // the source has changed since, the translation has not
	Changed  TranslationState = "changed" // both have changed since: nobody has said that they agree again
	Unmarked TranslationState = "new"     // written in both languages, never said to agree
	Missing  TranslationState = "missing" // not in the translation
	Surplus  TranslationState = "surplus" // only in the translation
)

// Translation is one unit beside its source.
type Translation struct {
	From, Lang string // the two languages
	Path       string
	State      TranslationState
	Source     int    // its line in the source text, 0 for none
	Line       int    // its line in the translation, 0 for none
	Hashes     Agreed // as they are now
}

// Translations lays every unit of the case's other language beside the source, in the order of the source; what only
// the translation has comes last. It is empty for a case in one language. A case need not be sound to be asked.
func Translations(folder fs.FS) ([]Translation, Issues) {
	source, issues := sourceLang(folder)
	if len(issues) > 0 {
		return nil, issues
	}
	lock, issues := ReadLock(folder)
	if len(issues) > 0 {
		return nil, issues
	}
	var all []Translation
	for _, lang := range languages {
		if _, err := fs.Stat(folder, TextName(lang)); lang == source || err != nil {
			continue
		}
		from, issues := unitsIn(folder, source)
		if len(issues) > 0 {
			return nil, issues
		}
		to, issues := unitsIn(folder, lang)
		if len(issues) > 0 {
			return nil, issues
		}
		for _, t := range beside(from, to, lock[lang]) {
			t.From, t.Lang = source, lang
			all = append(all, t)
		}
	}
	return all, nil
}

// sourceLang reads the language of the map alone.
func sourceLang(folder fs.FS) (string, Issues) {
	y := yamlFile{report: &report{}, name: mapName}
	for _, p := range y.pairs(y.load(folder)) {
		if p.key.Value == "lang" {
			lang, _ := y.text(p.value)
			return lang, y.sorted()
		}
	}
	return "", y.sorted()
}

func beside(from, to []unit, agreed map[string]Agreed) []Translation {
	theirs := make(map[string]unit, len(to))
	for _, u := range to {
		theirs[u.path] = u
	}
	all := make([]Translation, 0, len(from))
	for _, u := range from {
		t := theirs[u.path]
		delete(theirs, u.path)
		now := Agreed{u.hash, t.hash}
		all = append(all, Translation{
			Path: u.path, State: state(now, agreed[u.path]), Source: u.line, Line: t.line, Hashes: now,
		})
	}
	for _, u := range to {
		if _, left := theirs[u.path]; left {
			all = append(all, Translation{Path: u.path, State: Surplus, Line: u.line})
		}
	}
	return all
}

func state(now, then Agreed) TranslationState {
	switch {
	case now.Translation == "":
		return Missing
	case then == Agreed{}:
		return Unmarked
	case now.Source == then.Source:
		return Agreeing
	case now.Translation == then.Translation:
		return Stale
	default:
		return Changed
	}
}
