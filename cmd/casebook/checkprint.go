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

// printChecked says of a case what a person wants to know: what to mend, errors first, then its figures.
func (w *world) printChecked(dir string, r *check.Report) {
	w.printVerdict(dir, r)
	for _, i := range r.Issues {
		w.printLine(dir, check.Error, i.In(w.lang))
	}
	for _, level := range []check.Level{check.Error, check.Warning, check.Info} {
		for i := range r.Flaws {
			if f := &r.Flaws[i]; f.Level == level && f.Answer == "" {
				w.printLine(dir, level, f.In(w.lang))
			}
		}
	}
	w.printAnswered(r)
	if r.Solution != nil {
		w.printFigures(r)
	}
	fmt.Fprintln(w.stdout)
}

// printAnswered lists the flaws that the author lets stand, and why.
func (w *world) printAnswered(r *check.Report) {
	for i := range r.Flaws {
		if f := &r.Flaws[i]; f.Answer != "" {
			w.say(w.stdout, fault.Text{
				FR: "  [%[1]s] %[2]s, répondu : %[3]s", EN: "  [%[1]s] %[2]s, answered: %[3]s",
			}, f.Code, cmp.Or(f.At(), f.File), f.Answer)
		}
	}
}

func (w *world) printVerdict(dir string, r *check.Report) {
	verdict := fault.Text{FR: "%s : sain", EN: "%s: sound"}
	if r.Errors() > 0 {
		verdict = fault.Text{FR: "%s : à reprendre", EN: "%s: needs mending"}
	}
	said := verdict.Format(dir).In(w.lang)
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

func (w *world) printFigures(r *check.Report) {
	sol := r.Solution
	w.say(w.stdout, fault.Text{
		FR: "  %[1]d états, dont %[2]d décisions ; %[3]d chemins jusqu’à une fin",
		EN: "  %[1]d states, %[2]d of them at decision points; %[3]d ways to an ending",
	}, sol.States, sol.DecisionStates, sol.Paths)
	w.say(w.stdout, fault.Text{
		FR: "  valeur : de %[1]s à %[2]s ; regret le plus grand : %[3]s",
		EN: "  value: from %[1]s to %[2]s; largest regret: %[3]s",
	}, w.number(sol.Worst), w.number(sol.Best), w.number(sol.MaxRegret))
	w.say(w.stdout, fault.Text{FR: "  scores possibles, par fin :", EN: "  possible scores, by ending:"})
	for _, e := range sol.Endings() {
		id := r.Scenario.Nodes[e.Node].ID
		if !e.Reached {
			w.say(w.stdout, fault.Text{FR: "    %s : jamais atteinte", EN: "    %s: never reached"}, id)
			continue
		}
		w.say(w.stdout, fault.Text{FR: "    %[1]s : de %[2]s à %[3]s", EN: "    %[1]s: %[2]s to %[3]s"}, id, w.score(e.MinScore), w.score(e.MaxScore))
	}
	w.printBots(r.Bots)
}

// botNames say what each bot does.
var botNames = map[string]fault.Text{
	check.Random:            {FR: "au hasard", EN: "at random"},
	check.First:             {FR: "le premier choix écrit", EN: "the choice written first"},
	check.Longest:           {FR: "le choix le plus long", EN: "the longest choice"},
	check.Shortest:          {FR: "le choix le plus court", EN: "the shortest choice"},
	check.NeverLooks:        {FR: "au mieux, sans jamais enquêter", EN: "at best, without ever looking"},
	check.LooksAllThenFirst: {FR: "toutes les enquêtes, puis le premier choix", EN: "every look, then the choice written first"},
	check.LooksAtEverything: {FR: "toutes les enquêtes, puis au mieux", EN: "every look, then at best"},
}

func (w *world) printBots(bots []check.Bot) {
	w.say(w.stdout, fault.Text{FR: "  scores de qui joue sans comprendre :", EN: "  scores of who plays without understanding:"})
	for i := 0; i < len(bots); {
		said := w.score(bots[i].Score)
		name, lang := bots[i].Name, bots[i].Lang
		for i++; i < len(bots) && bots[i].Name == name; i++ {
			said += " (" + lang + "), " + w.score(bots[i].Score)
			lang = bots[i].Lang
		}
		if lang != "" {
			said += " (" + lang + ")"
		}
		w.say(w.stdout, fault.Text{FR: "    %[1]s : %[2]s", EN: "    %[1]s: %[2]s"}, botNames[name].In(w.lang), said)
	}
}
