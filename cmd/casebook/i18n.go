package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"casebook/internal/fault"
	"casebook/internal/scenario"
)

var (
	i18nSummary = fault.Text{FR: "dit ce qu’il reste à traduire ou à relire", EN: "say what is left to translate, or to read again"}
	i18nHelp    = fault.Text{
		FR: `casebook i18n : compare la traduction d’un cas à sa langue source, bloc par bloc.

  casebook i18n [--write [--accept BLOCS]] DOSSIER

  --write   note dans i18n.lock que les blocs nouveaux, et ceux changés dans les deux
            langues, disent la même chose ; un bloc changé dans la seule langue source
            reste à relire
  --accept  avec --write : note aussi ces blocs-là, séparés par des virgules, parce que
            leur traduction reste juste (« all » pour tous)

Code de sortie : 0 si tout est à jour, 1 s’il reste à faire.

  casebook i18n --write scenarios/client-toxique`,
		EN: `casebook i18n: lay the translation of a case beside its source language, block by block.

  casebook i18n [--write [--accept BLOCKS]] DIR

  --write   note in i18n.lock that the blocks that are new, and those that changed in
            both languages, say the same; a block that changed in the source language
            alone is left to be read again
  --accept  with --write: note these blocks too, with commas between, because their
            translation is still right (“all” for every one)

Exit code: 0 when all is up to date, 1 when something is left to do.

  casebook i18n --write scenarios/client-toxique`,
	}
	i18nStates = map[scenario.TranslationState]fault.Text{
		scenario.Stale:    {FR: "à relire : la source a changé (%[1]s)", EN: "read it again: the source has changed (%[1]s)"},
		scenario.Changed:  {FR: "changé dans les deux langues (%[1]s) : à noter avec --write", EN: "changed in both languages (%[1]s): note it with --write"},
		scenario.Unmarked: {FR: "nouveau (%[1]s) : à noter avec --write", EN: "new (%[1]s): note it with --write"},
		scenario.Missing:  {FR: "à traduire (%[1]s)", EN: "to be translated (%[1]s)"},
		scenario.Surplus:  {FR: "n’existe pas dans la langue source", EN: "is not in the source language"},
	}
	i18nLeft = fault.Text{
		FR: "Blocs à traduire, à relire ou à noter : %[1]d sur %[2]d.",
		EN: "Blocks to translate, read again or note: %[1]d of %[2]d.",
	}
	i18nNoBlock = fault.Text{
		FR: "Aucun bloc à relire ne s’appelle « %s ». « casebook i18n » sans option les liste.",
		EN: "No block that is to be read again is called “%s”. “casebook i18n” without flags lists them.",
	}
)

func i18n(_ context.Context, w *world, args []string) error {
	f := w.flags("i18n")
	write, accept := f.Bool("write", false, ""), f.String("accept", "", "")
	dirs, err := w.parseMixed(f, args)
	if err != nil {
		return err
	}
	if len(dirs) != 1 || *accept != "" && !*write {
		return badArguments(fault.Text{
			FR: "Donnez un dossier, et --accept avec --write seulement : casebook i18n scenarios/client-toxique",
			EN: "Give one folder, and --accept with --write only: casebook i18n scenarios/client-toxique",
		})
	}
	units, issues := scenario.Translations(os.DirFS(dirs[0]))
	if len(issues) > 0 {
		return broken(dirs[0], issues)
	}
	if *write {
		if err := agree(dirs[0], units, list(*accept)); err != nil {
			return err
		}
		units, _ = scenario.Translations(os.DirFS(dirs[0]))
	}
	return w.showUnits(dirs[0], units)
}

// agree writes i18n.lock. What is stale keeps its old line, unless it is accepted.
func agree(dir string, units []scenario.Translation, accepted []string) error {
	old, _ := scenario.ReadLock(os.DirFS(dir))
	lock, used := scenario.Lock{}, map[string]bool{"all": true}
	for _, u := range units {
		if u.State == scenario.Missing || u.State == scenario.Surplus {
			continue
		}
		hashes := u.Hashes
		if u.State == scenario.Stale && !accepts(accepted, u.Path, used) {
			hashes = old[u.Lang][u.Path]
		}
		lock.Agree(u.Lang, u.Path, hashes)
	}
	for _, path := range accepted {
		if !used[path] {
			return fault.New(fault.Invalid, "no_such_block", i18nNoBlock, path)
		}
	}
	return replaceFile(filepath.Join(dir, "i18n.lock"), lock.String())
}

func accepts(accepted []string, path string, used map[string]bool) bool {
	for _, a := range accepted {
		if a == path || a == "all" {
			used[a] = true
			return true
		}
	}
	return false
}

// replaceFile writes a whole file or leaves the old one.
func replaceFile(name, text string) error {
	draft, err := os.CreateTemp(filepath.Dir(name), ".new-*")
	if err != nil {
		return err
	}
	_, err = draft.WriteString(text)
	if closed := draft.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(draft.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(draft.Name(), name)
	}
	if err != nil {
		_ = os.Remove(draft.Name())
	}
	return err
}

func (w *world) showUnits(dir string, units []scenario.Translation) error {
	left := 0
	for _, u := range units {
		said, attention := i18nStates[u.State]
		if !attention {
			continue
		}
		left++
		at, from := scenario.TextName(u.Lang), fmt.Sprintf("%s:%d", scenario.TextName(u.From), u.Source)
		if u.State != scenario.Missing {
			at += fmt.Sprintf(":%d", u.Line)
		}
		said = said.Typeset()
		if u.State != scenario.Surplus { // which has no source to name
			said = said.Format(from)
		}
		fmt.Fprintf(w.stdout, "%s: %s: %s\n", filepath.Join(dir, at), u.Path, said.In(w.lang))
	}
	if left > 0 {
		return fault.New(fault.Invalid, "translation_left", i18nLeft, left, len(units))
	}
	if len(units) == 0 {
		w.say(w.stdout, fault.Text{FR: "%[1]s : le cas n’a qu’une langue, rien n’est à comparer.", EN: "%[1]s: the case has one language, there is nothing to compare."}, dir)
		return nil
	}
	w.say(w.stdout, fault.Text{FR: "%[1]s : traduction à jour, %[2]d blocs.", EN: "%[1]s: the translation is up to date, %[2]d blocks."}, dir, len(units))
	return nil
}
