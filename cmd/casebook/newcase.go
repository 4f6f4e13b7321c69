package main

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"casebook/internal/fault"
	"casebook/internal/scenario"
)

var (
	newSummary = fault.Text{FR: "écrit le squelette d’un cas, prêt à jouer", EN: "write the skeleton of a case, ready to play"}
	newHelp    = fault.Text{
		FR: `casebook new : écrit dans un nouveau dossier un petit cas complet et commenté, en
français et en anglais, que l’on transforme peu à peu en son propre cas.

  casebook new [--lang fr|en] ID

  --lang  la langue dans laquelle vous écrirez d’abord (la vôtre par défaut)

ID devient le nom du dossier : lettres minuscules sans accent, chiffres, - et _.
Un dossier qui existe déjà n’est jamais touché.

  casebook new premier-rendez-vous && casebook check --watch premier-rendez-vous`,
		EN: `casebook new: write into a new folder a small, complete, commented case in French and
English, to be turned bit by bit into one of your own.

  casebook new [--lang fr|en] ID

  --lang  the language you will write in first (yours, unless told otherwise)

ID becomes the name of the folder: lower-case letters without accents, digits, - and _.
A folder that exists already is never touched.

  casebook new first-meeting && casebook check --watch first-meeting`,
	}
	newDone = fault.Text{
		FR: `Un petit cas complet est dans « %[1]s » : il se joue déjà.

  casebook serve --scenarios %[1]s
      pour le jouer dans le navigateur
  casebook check --watch %[1]s
      dit ce qui ne va pas, chaque fois que vous enregistrez

Par où commencer : les phrases de %[1]s/text.%[2]s.md, puis la carte, %[1]s/scenario.yaml.`,
		EN: `A small, complete case is in “%[1]s”: it can be played already.

  casebook serve --scenarios %[1]s
      to play it in the browser
  casebook check --watch %[1]s
      says what is wrong, each time you save

Where to begin: the sentences in %[1]s/text.%[2]s.md, then the map, %[1]s/scenario.yaml.`,
	}
)

//go:embed skeleton
var skeleton embed.FS

func newCase(_ context.Context, w *world, args []string) error {
	f := w.flags("new")
	lang := f.String("lang", w.lang, "")
	ids, err := w.parseMixed(f, args)
	switch {
	case err != nil:
		return err
	case len(ids) != 1:
		return badArguments(fault.Text{
			FR: "Comment s’appellera le cas ? Par exemple : casebook new premier-rendez-vous",
			EN: "What will the case be called? For example: casebook new first-meeting",
		})
	case *lang != "fr" && *lang != "en":
		return badArguments(fault.Text{
			FR: "Un cas s’écrit en français (fr) ou en anglais (en), pas en « %s ».",
			EN: "A case is written in French (fr) or in English (en), not in “%s”.",
		}, *lang)
	case !scenario.IsID(ids[0]):
		return badArguments(fault.Text{
			FR: "« %s » ne peut pas être l’id d’un cas : prenez des lettres minuscules sans accent, des chiffres, - et _, soixante-quatre au plus.",
			EN: "“%s” cannot be the id of a case: take lower-case letters without accents, digits, - and _, sixty-four at most.",
		}, ids[0])
	}
	if err := writeSkeleton(ids[0], *lang); err != nil {
		return err
	}
	w.say(w.stdout, newDone, ids[0], *lang)
	return nil
}

// writeSkeleton makes the folder whole, or not at all.
func writeSkeleton(id, lang string) error {
	if err := os.Mkdir(id, 0o755); err != nil {
		return fault.New(fault.Conflict, "folder_exists", fault.Text{
			FR: "Le dossier « %s » ne peut pas être créé : il existe déjà, ou vous n’avez pas le droit d’écrire ici. Choisissez un autre nom ou un autre endroit.",
			EN: "The folder “%s” cannot be made: it exists already, or you may not write here. Choose another name or another place.",
		}, id).Because(err)
	}
	err := fillSkeleton(id, lang)
	if err != nil {
		err = errors.Join(err, os.RemoveAll(id))
	}
	return err
}

func fillSkeleton(id, lang string) error {
	files, err := fs.ReadDir(skeleton, "skeleton")
	if err != nil {
		return err
	}
	for _, f := range files {
		data, err := skeleton.ReadFile("skeleton/" + f.Name())
		if err != nil {
			return err
		}
		if filepath.Ext(f.Name()) == ".yaml" {
			data = inOne(data, id, lang)
		}
		if err := os.WriteFile(filepath.Join(id, f.Name()), data, 0o644); err != nil {
			return err
		}
	}
	units, _ := scenario.Translations(os.DirFS(id))
	return agree(id, units, nil)
}

// remark is what a line of the skeleton's YAML says in both languages: French | English.
var remark = regexp.MustCompile(`(?m)(# |name: |why: )([^|\n]*) \| ([^|\n]*)$`)

// inOne leaves one language of the remarks, and puts the case's id and language in their places.
func inOne(data []byte, id, lang string) []byte {
	side := "$1$3"
	if lang == "fr" {
		side = "$1$2"
	}
	data = remark.ReplaceAll(data, []byte(side))
	data = bytes.ReplaceAll(data, []byte("{{id}}"), []byte(id))
	return bytes.ReplaceAll(data, []byte("{{lang}}"), []byte(lang))
}
