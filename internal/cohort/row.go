package cohort

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// Row is somebody as a list names them, and what becomes of them.
type Row struct {
	Line              int // in the file, counted from 1
	Name, Email, Lang string
	Verdict           Verdict
	Remark            fault.Text // what else there is to know of it; empty when there is nothing

	known string // what somebody who is not in the cohort is called: not for whoever only knows their address
}

// Verdict is what becomes of a row.
type Verdict string

// The verdicts. Those after Same are mistakes.
const (
	unjudged   Verdict = ""        // not judged yet
	Fresh      Verdict = "new"     // somebody without an account, for whom one is opened
	Known      Verdict = "known"   // somebody who has one
	Here       Verdict = "here"    // who is enrolled already
	Returns    Verdict = "returns" // who had left
	Same       Verdict = "same"    // who stands in the list before
	Clash      Verdict = "clash"   // whose address stands in the list before, under another name
	NoName     Verdict = "no_name"
	NoAddress  Verdict = "no_address"
	BadAddress Verdict = "bad_address"
	TooLong    Verdict = "too_long"
	Unreadable Verdict = "unreadable"
)

var verdicts = map[Verdict]fault.Text{
	Fresh:      {FR: "Nouveau : un compte sera ouvert.", EN: "New: an account will be opened."},
	Known:      {FR: "A déjà un compte.", EN: "Has an account already."},
	Here:       {FR: "Déjà inscrit ici : rien ne change.", EN: "Enrolled here already: nothing changes."},
	Returns:    {FR: "Était parti : revient.", EN: "Had left: returns."},
	Same:       {FR: "Deux fois dans la liste : compté une fois.", EN: "Twice in the list: counted once."},
	Clash:      {FR: "Deux noms pour une même adresse. Gardez une ligne.", EN: "Two names for the same address. Keep one line."},
	NoName:     {FR: "Il manque le nom.", EN: "The name is missing."},
	NoAddress:  {FR: "Il manque l’adresse e-mail.", EN: "The e-mail address is missing."},
	BadAddress: {FR: "Ce n’est pas une adresse e-mail.", EN: "This is not an e-mail address."},
	TooLong:    {FR: "Le nom dépasse 120 caractères.", EN: "The name exceeds 120 characters."},
	Unreadable: {FR: "La ligne est illisible.", EN: "The line cannot be read."},
}

func (v Verdict) words() fault.Text { return verdicts[v].Typeset().Format() }

// Wrong reports whether a row keeps the whole list from being kept.
func (r *Row) Wrong() bool {
	switch r.Verdict {
	case unjudged, Fresh, Known, Here, Returns, Same:
		return false
	default:
		return true
	}
}

// Detail is the verdict in words, with what else there is to know.
func (r *Row) Detail() fault.Text {
	text := r.Verdict.words()
	if r.Remark != (fault.Text{}) {
		text = fault.Text{FR: text.FR + " " + r.Remark.FR, EN: text.EN + " " + r.Remark.EN}
	}
	return text
}

// field is the one that is wrong.
func (r *Row) field() string {
	if r.Verdict == NoAddress || r.Verdict == BadAddress {
		return "email"
	}
	return "name"
}

// judge tidies a row and finds what is wrong with it alone.
func (r *Row) judge() {
	r.Name, r.Email = tidied(r.Name), trimmed(r.Email)
	if name, address, found := addressed(r.Email); found {
		if r.Email = address; r.Name == "" {
			r.Name = tidied(name)
		}
	}
	r.Email = strings.TrimPrefix(r.Email, "mailto:")
	lang := r.Lang
	if r.Lang = languages[plain(lang)]; r.Lang == "" && trimmed(lang) != "" {
		r.remark(fault.Text{FR: "La langue n’est pas lue : fr ou en.", EN: "The language is not read: fr or en."})
	}
	if r.Name != "" && strings.ContainsRune("=+-@", rune(r.Name[0])) {
		r.remark(fault.Text{
			FR: "Le nom commence comme une formule : il est gardé tel quel, en texte.",
			EN: "The name begins like a formula: it is kept as it is, as text.",
		})
	}
	email, err := account.CleanEmail(r.Email)
	switch {
	case r.Email == "":
		r.Verdict = NoAddress
	case err != nil:
		r.Verdict = BadAddress
	case utf8.RuneCountInString(r.Name) > longestName:
		r.Verdict = TooLong
	case r.Name != "" && strange(r.Name):
		r.Verdict = Unreadable
		r.remark(fault.Text{FR: "Un caractère du nom n’est pas du texte.", EN: "A character of the name is not text."})
	default:
		r.Email = email
	}
}

func strange(name string) bool {
	_, err := account.CleanName(name)
	return err != nil
}

func (r *Row) remark(text fault.Text) {
	if r.Remark == (fault.Text{}) {
		r.Remark = text.Typeset().Format()
		return
	}
	text = text.Typeset().Format()
	r.Remark = fault.Text{FR: r.Remark.FR + " " + text.FR, EN: r.Remark.EN + " " + text.EN}
}

// meet judges a row that is sound by where its person stands.
func (r *Row) meet(p Presence, known bool) {
	if r.Name == "" {
		if p.Here || p.Left {
			r.Name = p.Name
		}
		r.known = p.Name
	}
	switch {
	case r.Verdict != unjudged:
	case r.Name+r.known == "":
		r.Verdict = NoName
	case !known:
		r.Verdict = Fresh
	case p.Here:
		r.Verdict = Here
	case p.Left:
		r.Verdict = Returns
	default:
		r.Verdict = Known
	}
}

// addressed reads `Name <address>`.
func addressed(text string) (name, address string, found bool) {
	name, rest, found := strings.Cut(text, "<")
	if !found || !strings.HasSuffix(rest, ">") {
		return "", "", false
	}
	return strings.Trim(trimmed(name), `"'`), trimmed(strings.TrimSuffix(rest, ">")), true
}

// trimmed leaves out the spaces around a text, those that are not seen among them.
func trimmed(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unseen(r) })
}

// tidied is a text on one line, with single spaces.
func tidied(text string) string {
	text = strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

func unseen(r rune) bool { return r == '\u200b' || r == '\ufeff' || r == '\u2060' || r == '\u00ad' }
