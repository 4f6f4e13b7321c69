package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"casebook/internal/check"
	"casebook/internal/fault"
)

// printed says how much is printed of a case.
type printed struct {
	dir    string
	proofs bool // plays that show each claim
}

// printChecked says of a case what a person wants to know: what to mend, errors first, then its figures.
func (w *world) printChecked(p printed, r *check.Report) {
	w.printVerdict(p.dir, r)
	for _, i := range r.Issues {
		w.printLine(p.dir, check.Error, i.In(w.lang))
	}
	for _, level := range []check.Level{check.Error, check.Warning, check.Info} {
		for i := range r.Flaws {
			f := &r.Flaws[i]
			if f.Level != level || f.Answer != "" {
				continue
			}
			w.printLine(p.dir, level, f.In(w.lang))
			if f.Witness != nil && (p.proofs || level == check.Error) {
				w.printPlay(p.dir, *f.Witness)
			}
		}
	}
	w.printAnswered(r)
	if r.Solution != nil {
		w.printFigures(p, r)
	}
	fmt.Fprintln(w.stdout)
}

// printAnswered lists the flaws that the author lets stand, and why.
func (w *world) printAnswered(r *check.Report) {
	for i := range r.Flaws {
		if f := &r.Flaws[i]; f.Answer != "" {
			w.say(w.stdout, fault.Text{
				FR: "  [%[1]s] %[2]s, répondu : %[3]s", EN: "  [%[1]s] %[2]s, answered: %[3]s",
			}, f.Code, cmp.Or(f.At(), f.File), f.Answer)
		}
	}
}

func (w *world) printVerdict(dir string, r *check.Report) {
	verdict := fault.Text{FR: "%s : sain", EN: "%s: sound"}
	if r.Errors() > 0 {
		verdict = fault.Text{FR: "%s : à reprendre", EN: "%s: needs mending"}
	}
	said := verdict.Typeset().Format(dir).In(w.lang)
	for _, c := range []struct {
		count    int
		one, all fault.Text
	}{
		{r.Errors(), fault.Text{FR: "1 erreur", EN: "1 error"}, fault.Text{FR: "%d erreurs", EN: "%d errors"}},
		{r.Warnings(), fault.Text{FR: "1 avertissement", EN: "1 warning"}, fault.Text{FR: "%d avertissements", EN: "%d warnings"}},
	} {
		switch c.count {
		case 0:
		case 1:
			said += ", " + c.one.In(w.lang)
		default:
			said += ", " + c.all.Format(c.count).In(w.lang)
		}
	}
	fmt.Fprintln(w.stdout, w.bold(said))
}

// printLine prints an issue or a flaw, with the folder's name before the file's.
func (w *world) printLine(dir string, level check.Level, said string) {
	place, rest, _ := strings.Cut(said, " ")
	code, rest, _ := strings.Cut(rest, " ")
	fmt.Fprintf(w.stdout, "%s %s %s\n", filepath.Join(dir, place), w.colour(level, code), rest)
}

// The colours of a terminal.
var colours = map[check.Level]string{check.Error: "31", check.Warning: "33", check.Info: "36"}

func (w *world) colour(level check.Level, said string) string { return w.paint(colours[level], said) }

func (w *world) bold(said string) string { return w.paint("1", said) }

// paint colours what is printed on a terminal, unless NO_COLOR asks for none.
func (w *world) paint(code, said string) string {
	f, ok := w.stdout.(*os.File)
	if !ok || w.getenv("NO_COLOR") != "" {
		return said
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return said
	}
	return "\x1b[" + code + "m" + said + "\x1b[0m"
}
