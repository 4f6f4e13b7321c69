package personal

import (
	_ "embed" // the page
	"html/template"
	"io"
	"strconv"
	"strings"
	"time"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/audit"
)

//go:embed page.html
var pageText string

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{
	"said": func(action audit.Action, lang string) string { return Said(action).In(lang) },
	"day":  func(t time.Time) string { return t.Format("2006-01-02 15:04") },
	"score": func(x float64, lang string) string {
		text := strconv.FormatFloat(x, 'f', 1, 64)
		if lang == "fr" {
			return strings.Replace(text, ".", ",", 1)
		}
		return text
	},
}).Parse(pageText))

// telling is what the page's parts are told with.
type telling struct {
	Words   *pageWords
	Lang    string
	At      time.Time
	Account account.Account
	Held    Holdings
	Story   *attempt.Attempt
	Title   string // of its case
	Told    []toldDecision
	Ending  string
	Score   *float64
	Shown   []attempt.CompetencyStory
	Entry   Told
}

// toldDecision is a decision as it is read.
type toldDecision struct {
	Moment, Label, Why, Sure, Comment string
	At                                time.Time
}

// page writes what a person reads, without a script: it opens from any disk.
func (a *archive) page(w io.Writer) error {
	t := telling{Words: words[a.lang], Lang: a.lang, At: a.srv.now(), Account: a.by, Held: a.held}
	if err := pageTemplate.ExecuteTemplate(w, "head", t); err != nil {
		return err
	}
	for s, err := range a.stories() {
		if err == nil {
			err = pageTemplate.ExecuteTemplate(w, "attempt", a.telling(t, s))
		}
		if err != nil {
			return err
		}
	}
	if err := pageTemplate.ExecuteTemplate(w, "seen", t); err != nil {
		return err
	}
	for e, err := range a.aboutMe() {
		t.Entry = e
		if err == nil {
			err = pageTemplate.ExecuteTemplate(w, "entry", t)
		}
		if err != nil {
			return err
		}
	}
	return pageTemplate.ExecuteTemplate(w, "foot", t)
}

func (a *archive) telling(t telling, s *story) telling {
	t.Story, t.Title = &s.Attempt, s.text.Title
	for step := range s.Decisions {
		d := &s.Decisions[step]
		told := toldDecision{Moment: s.node(d), Label: s.label(d), Why: d.Rationale, At: d.At}
		told.Comment = t.Words.Rated.Replace(a.held.Comments[Place{s.ID, step}])
		if d.Confidence > 0 && d.Confidence <= len(t.Words.Sures) {
			told.Sure = t.Words.Sures[d.Confidence-1]
		}
		t.Told = append(t.Told, told)
	}
	if s.debrief != nil {
		t.Ending, t.Score, t.Shown = s.debrief.Outcome.Title, s.debrief.Outcome.Capped, s.debrief.Competencies
	}
	return t
}

func (a *archive) readme(w io.Writer) error {
	_, err := io.WriteString(w, words[a.lang].Readme)
	return err
}
