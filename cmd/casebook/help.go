package main

import (
	"fmt"
	"io"

	"casebook/internal/fault"
)

var (
	intro = fault.Text{
		FR: `Casebook : s’entraîner aux moments difficiles d’une relation client, par l’étude de cas.

Utilisation : casebook COMMANDE [options]
`,
		EN: `Casebook: rehearse the hard moments of a client relationship, with case studies.

Usage: casebook COMMAND [flags]
`,
	}
	outro = fault.Text{
		FR: `
« casebook help COMMANDE » en dit plus sur chacune. Pour commencer : casebook serve

La langue suit CASEBOOK_LANG (fr ou en), puis LC_ALL, LC_MESSAGES et LANG.
Codes de sortie : 0 tout va bien · 1 refusé ou échoué, une phrase dit pourquoi · 2 arguments incompris.`,
		EN: `
“casebook help COMMAND” says more about each. To begin: casebook serve

The language follows CASEBOOK_LANG (fr or en), then LC_ALL, LC_MESSAGES and LANG.
Exit codes: 0 all is well · 1 refused or failed, a sentence says why · 2 arguments not understood.`,
	}
)

// overview lists the commands.
func (w *world) overview(to io.Writer) {
	w.say(to, intro)
	for _, c := range commands() {
		fmt.Fprintf(to, "  %-9s %s\n", c.name, c.summary.In(w.lang))
	}
	w.say(to, outro)
}

// help answers `casebook help [COMMAND]`.
func (w *world) help(args []string) error {
	if len(args) == 0 {
		w.overview(w.stdout)
		return nil
	}
	c, err := find(args[0])
	if err == nil {
		w.say(w.stdout, c.help)
	}
	return err
}

// find finds a command by name.
func find(name string) (command, error) {
	var names []string
	for _, c := range commands() {
		if c.name == name {
			return c, nil
		}
		names = append(names, c.name)
	}
	if near, ok := nearest(name, names); ok {
		return command{}, badArguments(fault.Text{
			FR: "Il n’y a pas de commande « %[1]s ». Vouliez-vous dire « casebook %[2]s » ?",
			EN: "There is no command “%[1]s”. Did you mean “casebook %[2]s”?",
		}, name, near)
	}
	return command{}, badArguments(fault.Text{
		FR: "Il n’y a pas de commande « %s ». « casebook help » les liste.",
		EN: "There is no command “%s”. “casebook help” lists them.",
	}, name)
}

// nearest finds the word that a slip of the fingers may have meant.
func nearest(word string, known []string) (string, bool) {
	best, at := 3, ""
	for _, k := range known {
		if d := distance(word, k); d < best && d < len(k) {
			best, at = d, k
		}
	}
	return at, at != ""
}

// distance counts the letters to add, drop or change between two words.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := diagonal
			if a[i-1] != b[j-1] {
				change++
			}
			diagonal = row[j]
			row[j] = min(change, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
