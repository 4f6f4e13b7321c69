package main

import (
	"context"
	_ "embed"

	"casebook/internal/fault"
	"casebook/internal/solve"
)

var (
	noteSummary = fault.Text{FR: "écrit la note pédagogique d’un cas, prête à imprimer", EN: "write the teaching note of a case, ready to print"}
	noteHelp    = fault.Text{
		FR: `casebook note : écrit la note pédagogique d’un cas en une page HTML, à ouvrir dans
un navigateur ou à imprimer. Elle est pour le formateur : elle dit tout.

  casebook note [--lang fr|en] DOSSIER > note.html

  --lang  la langue de la page (la vôtre par défaut)

  casebook note scenarios/client-toxique --lang fr > note.html`,
		EN: `casebook note: write the teaching note of a case as one HTML page, to open in a browser
or to print. It is for the trainer: it gives everything away.

  casebook note [--lang fr|en] DIR > note.html

  --lang  the language of the page (yours, unless told otherwise)

  casebook note scenarios/client-toxique --lang en > note.html`,
	}
)

//go:embed note.html
var notePage string

func note(_ context.Context, w *world, args []string) error {
	f := w.flags("note")
	lang := f.String("lang", w.lang, "")
	dirs, err := w.parseMixed(f, args)
	if err != nil {
		return err
	}
	if len(dirs) != 1 || *lang != "fr" && *lang != "en" {
		return badArguments(fault.Text{
			FR: "Donnez un dossier, et fr ou en : casebook note scenarios/client-toxique --lang fr",
			EN: "Give one folder, and fr or en: casebook note scenarios/client-toxique --lang en",
		})
	}
	sc, registers, err := readCase(dirs[0])
	if err != nil {
		return err
	}
	if _, ok := sc.Texts[*lang]; !ok {
		return fault.New(fault.Invalid, "no_such_text", fault.Text{
			FR: "Le cas « %[1]s » n’est pas écrit dans cette langue : il y manque text.%[2]s.md.",
			EN: "The case “%[1]s” is not written in this language: it has no text.%[2]s.md.",
		}, sc.ID, *lang)
	}
	sol, err := solved(sc, solve.DefaultLimit)
	if err != nil {
		return err
	}
	told := world{lang: *lang}
	return newNote(&told, sc, sol, registers).write(w.stdout)
}
